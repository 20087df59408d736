import { expect, it } from 'vitest';
import type { DnsLookup } from '../../src/facts/dns.js';
import { MAX_QUERIES } from '../../src/spec/constants.js';
import { closing, openTestNet } from './closing.js';
import { a, reply, type ScriptedQuery, startResolver } from './scripted-resolver.js';

/** Two tries over UDP have about seven tenths of a second each, and the one over TCP six. */
const LIMIT = 6_000;
const good = (query: ScriptedQuery) => query.send(reply(query, { answers: [a(query.question.name, '192.0.2.1')] }));

/** Resolvers that hold back what they have to say, until another query comes. */
const ask = async (scripts: ((query: ScriptedQuery, others: readonly ScriptedQuery[]) => void)[]) => {
  const held: ScriptedQuery[] = [];
  const servers = await Promise.all(
    scripts.map((script) =>
      startResolver((query) => {
        script(query, [...held]);
        held.push(query);
      }),
    ),
  );
  for (const server of servers) closing(server);
  const net = openTestNet({ resolvers: servers.map(({ address }) => address), timeoutMs: LIMIT });
  const lookup: DnsLookup = await net.lookup('example.com', 'A');
  return { lookup, servers };
};

it('an answer to the first try is taken while the second one waits', async () => {
  const { lookup, servers } = await ask([(_query, [first]) => first !== undefined && good(first)]);
  expect(lookup).toMatchObject({ outcome: 'answered', transport: 'udp', records: [{ address: '192.0.2.1' }] });
  expect(lookup.remarks).toEqual([`${servers[0]?.address} answered late`]);
  expect(servers[0]?.queries).toHaveLength(2);
});

it('an answer to a try at one server is taken while another server is asked', async () => {
  const { lookup, servers } = await ask([() => undefined, (_query, [first]) => first !== undefined && good(first)]);
  expect(lookup).toMatchObject({ outcome: 'answered', server: servers[0]?.address });
});

it('an answer over UDP is taken while TCP is tried', async () => {
  const { lookup, servers } = await ask([(query, [first]) => query.transport === 'tcp' && first && good(first)]);
  expect(lookup).toMatchObject({ outcome: 'answered', transport: 'udp' });
  expect(servers[0]?.queries.map(({ transport }) => transport)).toEqual(['udp', 'udp', 'tcp']);
});

it('a late SERVFAIL does not beat a good answer of another server', async () => {
  const { lookup, servers } = await ask([
    () => undefined,
    (query, [first]) => {
      first?.send(reply(first, { rcode: 2 }));
      setTimeout(() => good(query), 50);
    },
  ]);
  expect(lookup).toMatchObject({ outcome: 'answered', server: servers[1]?.address });
  expect(lookup.remarks).toEqual([`${servers[0]?.address} answered SERVFAIL`]);
});

it('packets that answer nothing do not keep TCP from being tried', async () => {
  const { lookup } = await ask([
    (query) => (query.transport === 'tcp' ? good(query) : query.send(Buffer.from('noise'))),
  ]);
  expect(lookup).toMatchObject({ outcome: 'answered', transport: 'tcp' });
  expect(lookup.remarks.join()).toContain('none of which answers the question');
});

it('one run sends a limited number of queries, and keeps some for the root', async () => {
  const server = closing(await startResolver(good));
  const net = openTestNet({ resolvers: [server.address] });
  const lookups = await Promise.all(Array.from({ length: 100 }, (_, index) => net.lookup(`n${index}.example`, 'A')));
  const asked = lookups.filter(({ outcome }) => outcome === 'answered').length;
  expect(asked).toBeLessThan(MAX_QUERIES);
  expect(server.queries).toHaveLength(asked);
  expect(lookups.at(-1)).toMatchObject({
    outcome: 'unavailable',
    remarks: [`not asked: one run sends at most ${MAX_QUERIES} DNS queries`],
  });
  await net.lookup('.', 'NS');
  expect(server.queries.at(-1)?.question.name).toBe('.');
  expect(server.queries.length).toBeLessThanOrEqual(MAX_QUERIES);
});
