import { describe, expect, it } from 'vitest';
import { mixCase, restoreCase } from '../../src/net/dns-case.js';
import { encodeQuery } from '../../src/net/dns-question.js';
import { closing, openTestNet } from './closing.js';
import { a, cname, type Reply, reply, type ScriptedQuery, srv, startResolver } from './scripted-resolver.js';

const OWNER = '_matrix-fed._tcp.a-rather-long-name.example.com';
const good = (change: Reply = {}) => ({ answers: [a(OWNER, '192.0.2.1')], ...change });
/** A resolver that puts the name into lower case. */
const lower = (query: ScriptedQuery, change: Reply = {}) =>
  query.send(reply(query, good({ name: query.question.name.toLowerCase(), ...change })));

const ask = async (
  script: (query: ScriptedQuery) => unknown,
  { name = OWNER, tcp = true, type = 'A' as 'A' | 'SRV' } = {},
) => {
  const server = closing(await startResolver(script, { tcp }));
  const net = openTestNet({ resolvers: [server.address] });
  return { lookup: await net.lookup(name, type), server, net };
};

describe('mixCase', () => {
  it('chooses the case of every letter by chance, and leaves the rest', () => {
    const mixed = Array.from({ length: 200 }, () => mixCase('_ab-1.Zz'));
    expect(mixed.every((name) => name.toLowerCase() === '_ab-1.zz')).toBe(true);
    for (const at of [1, 2, 6, 7]) expect(new Set(mixed.map((name) => name[at])).size).toBe(2);
  });
});

describe('restoreCase', () => {
  it.each([
    ['a last part that was copied', 'matrix.eXaMple.cOM', 'eXaMple.cOM', 'Example.com', 'matrix.Example.com'],
    ['the whole name', 'eXaMple.cOM', 'eXaMple.cOM', 'example.com', 'example.com'],
    ['only the top-level domain', 'Other.cOM', 'eXaMple.cOM', 'example.com', 'Other.com'],
    ['another case', 'Matrix.Example.Com', 'eXaMple.cOM', 'example.com', 'Matrix.Example.Com'],
    ['a label that only ends alike', 'no-eXaMple.cOM', 'eXaMple.cOM', 'example.com', 'no-eXaMple.com'],
    ['a label with a dot in it', 'x\\.eXaMple.cOM', 'eXaMple.cOM', 'example.com', 'x\\.eXaMple.com'],
    ['the root', '.', 'eXaMple.cOM', 'example.com', '.'],
  ])('%s', (_what, name, sent, asked, restored) => {
    expect(restoreCase(name, sent, asked)).toBe(restored);
  });
});

describe('a question over UDP', () => {
  it('goes out in a case of its own each time', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      const { server } = await ask((query) => query.send(reply(query, good())));
      for (const { question } of server.queries) seen.add(question.name);
    }
    expect(seen.size).toBe(3);
    expect(new Set([...seen].map((name) => name.toLowerCase()))).toEqual(new Set([OWNER]));
  });

  it('leaves no trace of that case in what is reported', async () => {
    const { lookup } = await ask(
      (query) => {
        const sent = query.question.name;
        const parent = sent.slice(sent.indexOf('.', sent.indexOf('.') + 1) + 1);
        query.send(
          reply(query, {
            answers: [cname(sent, `alias.${parent}`), srv(`alias.${parent}`, 1, 1, 443, `Matrix.${parent}`)],
          }),
        );
      },
      { type: 'SRV' },
    );
    expect(lookup).toMatchObject({
      name: OWNER,
      outcome: 'answered',
      cnames: ['alias.a-rather-long-name.example.com'],
      records: [{ target: 'Matrix.a-rather-long-name.example.com' }],
    });
  });
});

describe('an answer with the name in another case', () => {
  it('is not taken; the server is asked over TCP, now and from then on', async () => {
    const poisoned = { answers: [a(OWNER, '192.0.2.66')] };
    const { lookup, server, net } = await ask((query) => lower(query, query.transport === 'udp' ? poisoned : {}));
    expect(lookup).toMatchObject({ outcome: 'answered', transport: 'tcp', records: [{ address: '192.0.2.1' }] });
    expect(lookup.remarks).toEqual([
      `${server.address} changes the case of the name that it is asked for, so it was asked over TCP`,
    ]);
    expect(await net.lookup('example.org', 'A')).toMatchObject({ transport: 'tcp' });
    expect(server.queries.map(({ transport }) => transport)).toEqual(['udp', 'tcp', 'tcp']);
  });

  it('is taken in the end from a server that cannot be asked over TCP', async () => {
    const { lookup, server, net } = await ask(lower, { tcp: false });
    expect(lookup).toMatchObject({ outcome: 'answered', transport: 'udp', records: [{ address: '192.0.2.1' }] });
    expect(lookup.remarks).toEqual([
      `${server.address} changes the case of the name that it is asked for, and does not answer over TCP`,
    ]);
    await net.lookup('example.org', 'A');
    expect(server.queries).toHaveLength(3);
    expect(server.queries[1]?.question.name).toBe(OWNER);
  });

  it('cannot be told by a name without letters', () => {
    const query = encodeQuery({ name: mixCase('1.2'), type: 'A' }, 1, true);
    expect(query).toEqual(encodeQuery({ name: '1.2', type: 'A' }, 1, true));
  });
});
