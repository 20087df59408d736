import type { Answer } from 'dns-packet';
import { afterEach, describe, expect, it } from 'vitest';
import type { DnsLookup } from '../../src/facts/dns.js';
import { type NetOptions, openNet } from '../../src/net/live.js';
import { a, cname, reply, type ScriptedQuery, type ScriptedResolver, srv, startResolver } from './scripted-resolver.js';

const TRUST = { certificates: [], facts: { sources: [] } };
/** Long enough for a loaded machine; questions that are meant to fail by time use `BRIEF`. */
const AMPLE = 60_000;
const BRIEF = 900;
/** One try out of two has a second. */
const LONGER = 6_000;
/** The last try, over TCP, has more than a second. */
const LONGEST = 12_000;

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

const resolver = async (...parameters: Parameters<typeof startResolver>): Promise<ScriptedResolver> => {
  const started = await startResolver(...parameters);
  toClose.push(started.close);
  return started;
};

const open = (options: NetOptions) => {
  const net = openNet({ trustStore: TRUST, env: {}, timeoutMs: AMPLE, ...options });
  toClose.push(net.close);
  return net;
};

/** Asks for the A records of example.com from resolvers that follow these scripts. */
const ask = async (
  scripts: ((query: ScriptedQuery, index: number) => void)[],
  { name = 'example.com', type = 'A', ...options }: NetOptions & { name?: string; type?: DnsLookup['type'] } = {},
) => {
  const resolvers = await Promise.all(scripts.map((script) => resolver(script)));
  const net = open({ resolvers: resolvers.map(({ address }) => address), ...options });
  return { lookup: await net.lookup(name, type), resolvers, net };
};

const good = (query: ScriptedQuery) => query.send(reply(query, { answers: [a(query.question.name, '192.0.2.1')] }));
const silent = () => undefined;
const rcode = (code: number) => (query: ScriptedQuery) => query.send(reply(query, { rcode: code }));

describe('an answer', () => {
  it('keeps records, TTL, server and transport', async () => {
    const { lookup, resolvers } = await ask([
      (query) =>
        query.send(reply(query, { answers: [a('example.com', '192.0.2.1', 60), a('EXAMPLE.com', '192.0.2.2', 30)] })),
    ]);
    expect(lookup).toMatchObject({
      name: 'example.com',
      type: 'A',
      outcome: 'answered',
      rcode: 'NOERROR',
      records: [
        { type: 'A', address: '192.0.2.1', ttl: 60 },
        { type: 'A', address: '192.0.2.2', ttl: 30 },
      ],
      cnames: [],
      ttl: 30,
      authenticated: false,
      remarks: [],
      server: resolvers[0]?.address,
      transport: 'udp',
    });
    expect(lookup.ms).toBe(Math.round(lookup.ms * 10) / 10);
  });

  it('is asked for with recursion, AD and EDNS 1232', async () => {
    const { resolvers } = await ask([good]);
    const query = resolvers[0]?.queries[0];
    expect(query?.packet).toMatchObject({ flag_rd: true, flag_ad: true, flag_cd: false });
    expect(query?.packet.additionals).toMatchObject([{ type: 'OPT', udpPayloadSize: 1232 }]);
  });

  it('reads IPv6 addresses and SRV records', async () => {
    const six = await ask(
      [
        (query) =>
          query.send(
            reply(query, { answers: [{ type: 'AAAA', name: 'example.com', data: '2001:db8::a:0:0:1', ttl: 5 }] }),
          ),
      ],
      { type: 'AAAA' },
    );
    expect(six.lookup.records).toEqual([{ type: 'AAAA', address: '2001:db8::a:0:0:1', ttl: 5 }]);

    const name = '_matrix-fed._tcp.example.com';
    const service = await ask(
      [
        (query) =>
          query.send(
            reply(query, { answers: [srv(name, 10, 5, 8448, 'matrix.example.com'), srv(name, 20, 0, 443, '.')] }),
          ),
      ],
      { name, type: 'SRV' },
    );
    expect(service.lookup.records).toEqual([
      { type: 'SRV', priority: 10, weight: 5, port: 8448, target: 'matrix.example.com', ttl: 300 },
      { type: 'SRV', priority: 20, weight: 0, port: 443, target: '.', ttl: 300 },
    ]);
  });

  it('asks the root for its name servers', async () => {
    const { lookup } = await ask(
      [
        (query) =>
          query.send(reply(query, { answers: [{ type: 'NS', name: '.', data: 'a.root-servers.net', ttl: 9 }] })),
      ],
      { name: '.', type: 'NS' },
    );
    expect(lookup).toMatchObject({
      name: '.',
      outcome: 'answered',
      records: [{ type: 'NS', target: 'a.root-servers.net' }],
    });
  });

  it('takes names with a final dot as the same name, and asks once', async () => {
    const server = await resolver(good);
    const net = open({ resolvers: [server.address] });
    const [first, second, third] = await Promise.all([
      net.lookup('example.com', 'A'),
      net.lookup('example.com.', 'A'),
      net.lookup('Example.COM', 'A'),
    ]);
    expect([first.name, second.name, third.name]).toEqual(['example.com', 'example.com', 'Example.COM']);
    expect(second.records).toEqual(first.records);
    await net.lookup('example.com', 'A');
    expect(server.queries).toHaveLength(1);
  });

  it('says that the resolver validated it', async () => {
    const { lookup } = await ask([
      (query) => query.send(reply(query, { authenticated: true, answers: [a('example.com', '192.0.2.1')] })),
    ]);
    expect(lookup.authenticated).toBe(true);
  });

  it('takes a TTL with the highest bit as zero', async () => {
    const { lookup } = await ask([
      (query) => query.send(reply(query, { answers: [a('example.com', '192.0.2.1', 2 ** 31)] })),
    ]);
    expect(lookup.ttl).toBe(0);
  });
});

describe('aliases', () => {
  const answered = async (answers: Answer[], code = 0) =>
    (await ask([(query) => query.send(reply(query, { answers, rcode: code }))])).lookup;

  it('are followed within the answer, without case and in any order', async () => {
    const lookup = await answered([
      a('c.example.net', '192.0.2.9', 50),
      cname('B.example.net', 'c.example.net', 20),
      cname('example.com', 'b.Example.net', 40),
      a('other.example', '192.0.2.66', 1),
    ]);
    expect(lookup).toMatchObject({
      outcome: 'answered',
      cnames: ['b.Example.net', 'c.example.net'],
      records: [{ type: 'A', address: '192.0.2.9', ttl: 50 }],
      ttl: 20,
    });
  });

  it('that end without an address are nodata, or nxdomain if the response code says so', async () => {
    expect(await answered([cname('example.com', 'gone.example')])).toMatchObject({
      outcome: 'nodata',
      cnames: ['gone.example'],
    });
    expect(await answered([cname('example.com', 'gone.example')], 3)).toMatchObject({
      outcome: 'nxdomain',
      cnames: ['gone.example'],
      records: [],
    });
  });

  it('that lead in a circle end, and are no answer', async () => {
    const lookup = await answered([cname('example.com', 'b.example'), cname('b.example', 'example.com')]);
    expect(lookup).toMatchObject({ outcome: 'malformed', rcode: 'NOERROR', records: [], cnames: ['b.example'] });
    expect(lookup.remarks.join()).toContain('leads back to example.com');
    expect(await answered([cname('example.com', 'example.com')])).toMatchObject({ outcome: 'malformed' });
  });

  it('are given up after sixteen', async () => {
    const names = ['example.com', ...Array.from({ length: 20 }, (_, index) => `n${index}.example`)];
    const chain = names.slice(1).map((target, index) => cname(names[index] ?? '', target));
    expect((await answered(chain)).remarks.join()).toContain('longer than 16');
  });

  it('of other names do not count', async () => {
    expect(await answered([cname('evil.example', 'b.example'), a('b.example', '192.0.2.66')])).toMatchObject({
      outcome: 'nodata',
      cnames: [],
      records: [],
    });
  });
});

describe('what is no answer', () => {
  it.each([
    [3, 'nxdomain', 'NXDOMAIN'],
    [2, 'servfail', 'SERVFAIL'],
    [5, 'refused', 'REFUSED'],
    [9, 'other-rcode', 'NOTAUTH'],
    [0, 'nodata', 'NOERROR'],
    [14, 'other-rcode', 'RCODE14'],
  ])('response code %i is %s', async (code, outcome, word) => {
    const { lookup } = await ask([rcode(code)]);
    expect(lookup).toMatchObject({ outcome, rcode: word, records: [], ttl: null });
  });

  it('gives no records, even where some came with it', async () => {
    const { lookup } = await ask([
      (query) => query.send(reply(query, { rcode: 3, answers: [a('example.com', '192.0.2.1', 60)] })),
    ]);
    expect(lookup).toMatchObject({ outcome: 'nxdomain', records: [], ttl: null });
  });

  it('carries extended errors as remarks', async () => {
    const { lookup } = await ask([
      (query) =>
        query.send(
          reply(query, {
            rcode: 2,
            additionals: [extendedError(22, 'at delegation example.com'), extendedError(4711, '')],
          }),
        ),
    ]);
    expect(lookup.outcome).toBe('servfail');
    expect(lookup.remarks).toEqual([
      'extended error 22, No Reachable Authority: at delegation example.com',
      'extended error 4711',
    ]);
  });

  it('silence is a timeout, after asking twice over UDP and once over TCP', async () => {
    const { lookup, resolvers } = await ask([silent], { timeoutMs: LONGEST });
    expect(lookup).toMatchObject({ outcome: 'timeout', rcode: null, server: null, transport: null });
    await expect.poll(() => resolvers[0]?.queries.map(({ transport }) => transport)).toEqual(['udp', 'udp', 'tcp']);
  });

  it('a refused port is unavailable', async () => {
    const server = await startResolver(silent);
    await server.close();
    const lookup = await open({ resolvers: [server.address] }).lookup('example.com', 'A');
    expect(lookup).toMatchObject({ outcome: 'unavailable', server: null });
    expect(lookup.remarks).toEqual([`${server.address} cannot be reached (ECONNREFUSED)`]);
  });

  it('an address that nothing can be sent to is unavailable', async () => {
    const lookup = await open({ resolvers: ['255.255.255.255:53'] }).lookup('example.com', 'A');
    expect(lookup).toMatchObject({ outcome: 'unavailable', server: null });
    expect(lookup.remarks).toContain('255.255.255.255:53 cannot be reached (EACCES)');
  });

  it.each([
    `${'a'.repeat(64)}.example.com`,
    'a..example.com',
    '.example.com',
    '',
    'bücher.example',
    'a\\.b.example',
    'a b.example',
    'a\u0000b.example',
    `${'abcdefg.'.repeat(32)}example`,
  ])('the name %j cannot be asked for', async (name) => {
    const { lookup, resolvers } = await ask([good], { name });
    expect(lookup).toMatchObject({ name, outcome: 'invalid-name', rcode: null });
    expect(resolvers[0]?.queries).toHaveLength(0);
  });

  it('says that a server does not resolve for others', async () => {
    const { lookup } = await ask([(query) => query.send(reply(query, { recursion: false }))]);
    expect(lookup.outcome).toBe('nodata');
    expect(lookup.remarks.join()).toContain('no RA flag');
  });

  it('does not say so of one that speaks for the name itself', async () => {
    const authoritative = 0x85;
    const { lookup } = await ask([
      (query) => query.send(withByte(reply(query, { recursion: false }), 2, authoritative)),
    ]);
    expect(lookup).toMatchObject({ outcome: 'nodata', remarks: [] });
  });
});

describe('wrong packets are ignored, and the right one still counts', () => {
  const before = (send: (query: ScriptedQuery) => void) => (query: ScriptedQuery) => {
    send(query);
    setTimeout(() => good(query), 30);
  };
  const poisoned = [a('example.com', '192.0.2.66')];

  it.each<[string, (query: ScriptedQuery) => void]>([
    [
      'another id',
      (query) => query.send(reply(query, { id: ((query.packet.id ?? 0) + 1) % 65536, answers: poisoned })),
    ],
    ['another name', (query) => query.send(reply(query, { name: 'example.org', answers: poisoned }))],
    ['a longer name', (query) => query.send(reply(query, { name: 'example.com.evil', answers: poisoned }))],
    ['another type', (query) => query.send(reply(query, { type: 'AAAA', answers: poisoned }))],
    ['another source port', (query) => query.sendFromElsewhere(reply(query, { answers: poisoned }))],
    ['the query itself', (query) => query.send(query.bytes)],
    ['nothing at all', (query) => query.send(Buffer.alloc(0))],
    ['eleven bytes', (query) => query.send(reply(query, { answers: poisoned }).subarray(0, 11))],
    ['an update response', (query) => query.send(withByte(reply(query, { answers: poisoned }), 2, 0xa8))],
    ['no question', (query) => query.send(Buffer.concat([reply(query).subarray(0, 4), Buffer.alloc(8)]))],
  ])('%s', async (_what, send) => {
    const { lookup } = await ask([before(send)]);
    expect(lookup).toMatchObject({ outcome: 'answered', records: [{ address: '192.0.2.1' }] });
  });

  it('and where only such come, the answer is malformed', async () => {
    const { lookup } = await ask([(query) => query.send(Buffer.from('no DNS message of ours'))], { timeoutMs: LONGER });
    expect(lookup).toMatchObject({ outcome: 'malformed', rcode: null });
    expect(lookup.remarks.join()).toContain('none of which answers the question');
  });

  it('takes the name in another case', async () => {
    const { lookup } = await ask([
      (query) => query.send(reply(query, { name: 'EXAMPLE.com', answers: [a('example.COM', '192.0.2.1')] })),
    ]);
    expect(lookup.outcome).toBe('answered');
  });
});

describe('broken answers', () => {
  it('with the right id and question are malformed at once, and TCP is not tried', async () => {
    const { lookup, resolvers } = await ask([
      (query) => query.send(reply(query, { answers: [a('example.com', '192.0.2.1')] }).subarray(0, -3)),
    ]);
    expect(lookup).toMatchObject({ outcome: 'malformed', records: [] });
    expect(lookup.remarks.join()).toContain('cut off');
    expect(resolvers[0]?.queries.map(({ transport }) => transport)).toEqual(['udp', 'udp']);
  });

  it('let another server be asked', async () => {
    const { lookup, resolvers } = await ask([
      (query) => query.send(reply(query, { answers: [a('example.com', '192.0.2.1')] }).subarray(0, -3)),
      good,
    ]);
    expect(lookup).toMatchObject({ outcome: 'answered', server: resolvers[1]?.address });
    expect(lookup.remarks).toHaveLength(1);
  });
});

describe('truncation', () => {
  const full = Array.from({ length: 400 }, (_, index) => a('example.com', `192.0.2.${index % 250}`));

  it('is answered over TCP', async () => {
    const { lookup, resolvers } = await ask([
      (query) =>
        query.send(query.transport === 'udp' ? reply(query, { truncated: true }) : reply(query, { answers: full })),
    ]);
    expect(lookup).toMatchObject({ outcome: 'answered', transport: 'tcp' });
    expect(lookup.records).toHaveLength(400);
    expect(resolvers[0]?.queries.map(({ transport }) => transport)).toEqual(['udp', 'tcp']);
  });

  it('TCP may come in single bytes and behind other messages', async () => {
    const { lookup } = await ask([
      (query) => {
        if (query.transport === 'udp') return query.send(reply(query, { truncated: true }));
        query.send(reply(query, { id: ((query.packet.id ?? 0) + 1) % 65536 }));
        const bytes = reply(query, { answers: [a('example.com', '192.0.2.1')] });
        query.socket?.setNoDelay(true);
        for (const byte of [bytes.length >> 8, bytes.length & 0xff, ...bytes]) query.socket?.write(Buffer.from([byte]));
      },
    ]);
    expect(lookup).toMatchObject({ outcome: 'answered', transport: 'tcp', records: [{ address: '192.0.2.1' }] });
  });

  it('without TCP is malformed', async () => {
    const server = await resolver((query) => query.send(reply(query, { truncated: true })), { tcp: false });
    const lookup = await open({ resolvers: [server.address] }).lookup('example.com', 'A');
    expect(lookup.outcome).toBe('malformed');
    expect(lookup.remarks.join()).toContain('over TCP it cannot be reached (ECONNREFUSED)');
  });

  it('over TCP too is malformed, and not the absence of records', async () => {
    const { lookup } = await ask([(query) => query.send(reply(query, { truncated: true }))]);
    expect(lookup).toMatchObject({ outcome: 'malformed', rcode: null, records: [] });
    expect(lookup.remarks.join()).toContain('cut off over TCP too');
  });

  it('with a TCP connection that closes early is malformed', async () => {
    const { lookup } = await ask([
      (query) => {
        if (query.transport === 'udp') query.send(reply(query, { truncated: true }));
        else query.socket?.end(Buffer.from([0, 200, 1, 2]));
      },
    ]);
    expect(lookup.outcome).toBe('malformed');
    expect(lookup.remarks.join()).toContain('closed the TCP connection');
  });

  it('with a TCP connection that brings only other messages is malformed, long before the time is over', async () => {
    const { lookup } = await ask([
      (query) => {
        if (query.transport === 'udp') query.send(reply(query, { truncated: true }));
        else for (let sent = 0; sent < 100; sent += 1) query.send(Buffer.alloc(0));
      },
    ]);
    expect(lookup.outcome).toBe('malformed');
    expect(lookup.remarks.join()).toContain('only answers to other questions over TCP');
  });

  it('with a silent TCP connection is a timeout', async () => {
    const { lookup } = await ask(
      [(query) => query.transport === 'udp' && query.send(reply(query, { truncated: true }))],
      {
        timeoutMs: BRIEF,
      },
    );
    expect(lookup.outcome).toBe('timeout');
  });
});

describe('EDNS', () => {
  it.each([
    ['FORMERR', 1],
    ['NOTIMP', 4],
  ])('is left out after %s', async (word, code) => {
    const { lookup, resolvers } = await ask([(query) => (query.edns ? rcode(code)(query) : good(query))]);
    expect(lookup.outcome).toBe('answered');
    expect(lookup.remarks.join()).toContain(`answers ${word} to questions with EDNS`);
    expect(resolvers[0]?.queries.map(({ edns }) => edns)).toEqual([true, false]);
  });

  it('is left out after BADVERS', async () => {
    const { lookup } = await ask([
      (query) =>
        query.edns
          ? query.send(reply(query, { additionals: [{ ...extendedError(0, ''), extendedRcode: 1 } as Answer] }))
          : good(query),
    ]);
    expect(lookup.outcome).toBe('answered');
    expect(lookup.remarks.join()).toContain('BADVERS');
  });

  it('is left out after FORMERR that is only a header', async () => {
    const { lookup } = await ask([
      (query) => (query.edns ? query.send(withByte(reply(query, { rcode: 1 }).subarray(0, 12), 5, 0)) : good(query)),
    ]);
    expect(lookup.outcome).toBe('answered');
  });

  it('FORMERR without EDNS is the answer', async () => {
    const { lookup } = await ask([rcode(1)]);
    expect(lookup).toMatchObject({ outcome: 'other-rcode', rcode: 'FORMERR' });
  });
});

describe('several servers', () => {
  it.each([
    ['servfail', rcode(2)],
    ['refused', rcode(5)],
    ['not implemented', rcode(4)],
  ])('the second is asked where the first says %s', async (_what, first) => {
    const { lookup, resolvers } = await ask([first, good]);
    expect(lookup).toMatchObject({ outcome: 'answered', server: resolvers[1]?.address });
  });

  it('the last answer counts', async () => {
    const { lookup, resolvers } = await ask([rcode(2), rcode(5)]);
    expect(lookup).toMatchObject({ outcome: 'refused', server: resolvers[1]?.address });
    expect(lookup.remarks).toEqual([`${resolvers[0]?.address} answered SERVFAIL`]);
  });

  it('a name that does not exist is not asked for again', async () => {
    const { resolvers } = await ask([rcode(3), good]);
    expect(resolvers[1]?.queries).toHaveLength(0);
  });

  it('one that stays silent is asked last from then on', async () => {
    const { lookup, resolvers, net } = await ask([silent, good], { timeoutMs: LONGER });
    expect(lookup).toMatchObject({ outcome: 'answered', server: resolvers[1]?.address });
    expect(await net.lookup('example.org', 'A')).toMatchObject({ outcome: 'answered' });
    expect(resolvers[0]?.queries).toHaveLength(1);
    expect(resolvers[1]?.queries).toHaveLength(2);
  });

  it('the third is asked where two cannot be reached', async () => {
    const gone = await Promise.all([startResolver(silent), startResolver(silent)]);
    for (const server of gone) await server.close();
    const server = await resolver(good);
    const net = open({ resolvers: [...gone, server].map(({ address }) => address) });
    expect(await net.lookup('example.com', 'A')).toMatchObject({ outcome: 'answered', server: server.address });
  });

  it('one SERVFAIL and one silence is SERVFAIL', async () => {
    const { lookup } = await ask([rcode(2), silent], { timeoutMs: LONGER });
    expect(lookup).toMatchObject({ outcome: 'servfail' });
    expect(lookup.remarks.join()).toContain('no answer in time');
  });
});

describe('where UDP is blocked', () => {
  const overTcp = (query: ScriptedQuery) => query.transport === 'tcp' && good(query);

  it('the answer comes over TCP, and from then on at once', async () => {
    const { lookup, resolvers, net } = await ask([overTcp], { timeoutMs: LONGEST });
    expect(lookup).toMatchObject({ outcome: 'answered', transport: 'tcp', server: resolvers[0]?.address });
    expect(lookup.remarks.join()).toContain('answers over TCP, but not over UDP');
    const asked = resolvers[0]?.queries.length ?? 0;
    expect(await net.lookup('example.org', 'A')).toMatchObject({ outcome: 'answered', transport: 'tcp' });
    expect(resolvers[0]?.queries.slice(asked).map(({ transport }) => transport)).toEqual(['tcp']);
  });

  it('by a port that is closed, no time is lost', async () => {
    const server = await resolver(good, { udp: false });
    const net = open({ resolvers: [server.address] });
    expect(await net.lookup('example.com', 'A')).toMatchObject({ outcome: 'answered', transport: 'tcp' });
    expect(server.queries).toHaveLength(1);
  });

  it('a response code over UDP still counts, and TCP is not tried', async () => {
    const { lookup, resolvers } = await ask([silent, rcode(2)], { timeoutMs: LONGER });
    expect(lookup).toMatchObject({ outcome: 'servfail', server: resolvers[1]?.address });
    expect(resolvers[0]?.queries.map(({ transport }) => transport)).toEqual(['udp']);
  });
});

describe('--resolve', () => {
  const overrides = {
    resolve: [
      { host: 'Example.com', address: '198.51.100.1' },
      { host: 'example.com', address: '198.51.100.2' },
    ],
    connectTo: [],
  };

  it('answers in place of the resolver, for addresses only', async () => {
    const server = await resolver((query) => query.send(reply(query)));
    const net = open({ resolvers: [server.address], overrides });
    expect(await net.lookup('example.com.', 'A')).toMatchObject({
      outcome: 'answered',
      transport: 'override',
      server: null,
      records: [{ address: '198.51.100.1' }, { address: '198.51.100.2' }],
    });
    expect(await net.lookup('example.com', 'AAAA')).toMatchObject({ outcome: 'nodata', transport: 'override' });
    expect(server.queries).toHaveLength(0);
    expect(await net.lookup('example.com', 'SRV')).toMatchObject({ outcome: 'nodata', transport: 'udp' });
    expect(net.setting.overrides).toEqual(overrides);
  });
});

const extendedError = (code: number, text: string): Answer => {
  const data = Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(text)]);
  const opt = { type: 'OPT', name: '.', udpPayloadSize: 1232, flags: 0, options: [{ code: 15, data }] };
  return opt as unknown as Answer;
};

const withByte = (bytes: Buffer, offset: number, value: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[offset] = value;
  return copy;
};
