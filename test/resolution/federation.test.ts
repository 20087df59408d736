import { describe, expect, it } from 'vitest';
import type { StepId, WalkStep } from '../../src/facts/federation.js';
import { STEPS } from '../../src/facts/federation.js';
import { walkFederation } from '../../src/resolution/federation.js';
import { type Answer, fakeNet, type World } from './fake-net.js';
import { serverNameOf } from './server-name-of.js';

const SERVER_FILE = '/.well-known/matrix/server';

const walk = async (name: string, world: World) => {
  const net = fakeNet(world);
  const steps: WalkStep[] = [];
  const result = await walkFederation(serverNameOf(name), net, {
    observedAt: new Date().toISOString(),
    chance: () => 0.5,
    onStep: (step) => steps.push(step),
  });
  const settled = await result.settled;
  return { ...result, ...settled, steps, net };
};

const because = (steps: readonly WalkStep[], step: StepId): string | undefined =>
  steps.find((noted) => noted.step === step)?.because;

const short = (located: Awaited<ReturnType<typeof walk>>['located']) =>
  located.map(({ destination: { address, port, hostHeader, sni, certificateName } }) =>
    [address, port, hostHeader, sni, certificateName].join(' '),
  );

/** A world in which example.com serves this answer as its server file. */
const withServerFile = (answer: Answer, dns: World['dns'] = {}): World => ({
  dns: { 'example.com A': ['203.0.113.5'], 'matrix.example.com A': ['203.0.113.10'], ...dns },
  web: { '203.0.113.5:443': { sites: { 'example.com': { [SERVER_FILE]: answer } } } },
});
const delegating = (mServer: string, dns: World['dns'] = {}): World =>
  withServerFile({ body: JSON.stringify({ 'm.server': mServer }) }, dns);

describe('table 2.2: where a request goes, and as whom', () => {
  const rows: readonly {
    step: StepId;
    name: string;
    world: World;
    to: readonly string[];
  }[] = [
    {
      step: '1',
      name: '203.0.113.9',
      world: {},
      to: ['203.0.113.9 8448 203.0.113.9  203.0.113.9'],
    },
    {
      step: '1',
      name: '203.0.113.9:443',
      world: {},
      to: ['203.0.113.9 443 203.0.113.9:443  203.0.113.9'],
    },
    {
      step: '1',
      name: '[2001:DB8::9]',
      world: {},
      to: ['2001:db8::9 8448 [2001:DB8::9]  2001:DB8::9'],
    },
    {
      step: '2',
      name: 'example.com:443',
      world: { dns: { 'example.com A': ['203.0.113.5'], 'example.com AAAA': ['2001:db8::5'] } },
      to: [
        '203.0.113.5 443 example.com:443 example.com example.com',
        '2001:db8::5 443 example.com:443 example.com example.com',
      ],
    },
    {
      step: '2',
      name: 'Example.COM.:8448',
      world: { dns: { 'Example.COM A': ['203.0.113.5'] } },
      to: ['203.0.113.5 8448 Example.COM.:8448 Example.COM Example.COM'],
    },
    {
      step: '3.1',
      name: 'example.com',
      world: delegating('203.0.113.10'),
      to: ['203.0.113.10 8448 203.0.113.10  203.0.113.10'],
    },
    {
      step: '3.1',
      name: 'example.com',
      world: delegating('[2001:db8::10]:443'),
      to: ['2001:db8::10 443 [2001:db8::10]:443  2001:db8::10'],
    },
    {
      step: '3.2',
      name: 'example.com',
      world: delegating('matrix.example.com:443'),
      to: ['203.0.113.10 443 matrix.example.com:443 matrix.example.com matrix.example.com'],
    },
    {
      step: '3.3',
      name: 'example.com',
      world: delegating('matrix.example.com', {
        '_matrix-fed._tcp.matrix.example.com SRV': ['10 0 8443 target.example.net'],
        'target.example.net A': ['203.0.113.20'],
      }),
      to: ['203.0.113.20 8443 matrix.example.com matrix.example.com matrix.example.com'],
    },
    {
      step: '3.4',
      name: 'example.com',
      world: delegating('matrix.example.com', {
        '_matrix._tcp.matrix.example.com SRV': ['10 0 443 target.example.net'],
        'target.example.net A': ['203.0.113.20'],
      }),
      to: ['203.0.113.20 443 matrix.example.com matrix.example.com matrix.example.com'],
    },
    {
      step: '3.5',
      name: 'example.com',
      world: delegating('matrix.example.com'),
      to: ['203.0.113.10 8448 matrix.example.com matrix.example.com matrix.example.com'],
    },
    {
      step: '4',
      name: 'example.com',
      world: {
        dns: {
          'example.com A': ['203.0.113.5'],
          '_matrix-fed._tcp.example.com SRV': ['10 0 8443 target.example.net'],
          'target.example.net A': ['203.0.113.20'],
          'target.example.net AAAA': ['2001:db8::20'],
        },
      },
      to: [
        '203.0.113.20 8443 example.com example.com example.com',
        '2001:db8::20 8443 example.com example.com example.com',
      ],
    },
    {
      step: '5',
      name: 'example.com',
      world: {
        dns: {
          '_matrix._tcp.example.com SRV': ['10 0 8448 target.example.net'],
          'target.example.net A': ['203.0.113.20'],
        },
      },
      to: ['203.0.113.20 8448 example.com example.com example.com'],
    },
    {
      step: '6',
      name: 'example.com',
      world: { dns: { 'example.com A': ['203.0.113.5'] } },
      to: ['203.0.113.5 8448 example.com example.com example.com'],
    },
  ];
  it.each(rows)('step $step: $name -> $to', async ({ step, name, world, to }) => {
    const result = await walk(name, world);
    expect(result.step).toBe(step);
    expect(short(result.located)).toEqual(to);
    expect(result.walk.map((noted) => noted.step)).toEqual([...STEPS]);
    expect(result.walk.filter(({ taken }) => taken).map((noted) => noted.step)).toEqual(
      step.startsWith('3') ? ['3', step] : [step],
    );
  });
});

describe('the walk', () => {
  it('tells its steps in the order of the specification', async () => {
    const { steps } = await walk('example.com', delegating('matrix.example.com'));
    expect(steps.map(({ step }) => step)).toEqual([...STEPS]);
  });

  it('asks nothing of DNS or well-known for an IP literal', async () => {
    const { net, wellKnown } = await walk('203.0.113.9', {});
    expect(net.asked).toEqual([]);
    expect(wellKnown).toEqual({ kind: 'skipped', because: 'the name is an IP address' });
  });

  it('asks only for addresses where the name has a port', async () => {
    const { net, wellKnown } = await walk('example.com:8448', { dns: { 'example.com A': ['203.0.113.5'] } });
    expect(net.asked).toEqual(['A example.com', 'AAAA example.com']);
    expect(wellKnown).toEqual({ kind: 'skipped', because: 'the name has a port' });
  });

  it('does not ask the delegated host for a well-known of its own', async () => {
    const { net } = await walk('example.com', {
      ...delegating('matrix.example.com:443'),
    });
    expect(net.asked.filter((question) => question.startsWith('GET'))).toEqual([
      `GET 203.0.113.5:443 example.com${SERVER_FILE}`,
    ]);
  });

  it('follows delegation to the name itself, once', async () => {
    const { step, located, delegatedName } = await walk('example.com', delegating('example.com'));
    expect(step).toBe('3.5');
    expect(delegatedName?.text).toBe('example.com');
    expect(short(located)).toEqual(['203.0.113.5 8448 example.com example.com example.com']);
  });

  it('stays with a valid well-known whose host does not resolve', async () => {
    const { step, located, steps } = await walk('example.com', {
      ...delegating('gone.example.com:443', {
        '_matrix-fed._tcp.example.com SRV': ['10 0 8448 matrix.example.com'],
      }),
    });
    expect(step).toBe('3.2');
    expect(located).toEqual([]);
    expect(because(steps, '3.2')).toBe('port 443 of gone.example.com -> no address (NXDOMAIN)');
    expect(because(steps, '4')).toBe('not consulted: the well-known file is valid');
  });

  it('takes the newer service and leaves the deprecated one', async () => {
    const { step, srv, steps } = await walk('example.com', {
      dns: {
        '_matrix-fed._tcp.example.com SRV': ['10 0 8448 new.example.com'],
        '_matrix._tcp.example.com SRV': ['10 0 8448 old.example.com'],
        'new.example.com A': ['203.0.113.21'],
        'old.example.com A': ['203.0.113.22'],
      },
    });
    expect(step).toBe('4');
    expect(srv.map(({ owner }) => owner)).toEqual(['_matrix-fed._tcp.example.com']);
    expect(because(steps, '5')).toBe('not consulted: _matrix-fed._tcp.example.com was found');
  });

  it('stays with a newer service that is found but dead', async () => {
    const { step, located } = await walk('example.com', {
      dns: {
        'example.com A': ['203.0.113.5'],
        '_matrix-fed._tcp.example.com SRV': ['10 0 8448 gone.example.com'],
        '_matrix._tcp.example.com SRV': ['10 0 8448 old.example.com'],
        'old.example.com A': ['203.0.113.22'],
      },
    });
    expect(step).toBe('4');
    expect(located).toEqual([]);
  });

  it.each(['servfail', 'refused', 'timeout', 'malformed', 'other-rcode', 'unavailable'] as const)(
    'goes on after %s for the SRV record, and says that others may not',
    async (outcome) => {
      const { step, steps } = await walk('example.com', {
        dns: { 'example.com A': ['203.0.113.5'], '_matrix-fed._tcp.example.com SRV': outcome },
      });
      expect(step).toBe('6');
      expect(because(steps, '4')).toContain('homeservers disagree');
      expect(because(steps, '5')).toBe('no _matrix._tcp.example.com (NXDOMAIN)');
    },
  );

  it.each([
    ['4', '_matrix-fed._tcp.example.com SRV'],
    ['5', '_matrix._tcp.example.com SRV'],
  ] as const)('ends in step %s without destinations where the only target is "."', async (step, record) => {
    const result = await walk('example.com', { dns: { 'example.com A': ['203.0.113.5'], [record]: ['0 0 0 .'] } });
    expect(result.step).toBe(step);
    expect(result.located).toEqual([]);
    expect(because(result.steps, step)).toContain('no such service');
    expect(because(result.steps, '6')).toContain('not consulted');
  });

  it('orders the destinations by priority, each target with all its addresses', async () => {
    const { located } = await walk('example.com', {
      dns: {
        '_matrix-fed._tcp.example.com SRV': ['20 0 8448 backup.example.com', '10 5 8449 main.example.com'],
        'main.example.com A': ['203.0.113.21', '203.0.113.23'],
        'main.example.com AAAA': ['2001:db8::21'],
        'backup.example.com A': ['203.0.113.22'],
      },
    });
    expect(
      located.map(({ destination: { host, address, port, priority, weight } }) =>
        [host, address, port, priority, weight].join(' '),
      ),
    ).toEqual([
      'main.example.com 203.0.113.21 8449 10 5',
      'main.example.com 203.0.113.23 8449 10 5',
      'main.example.com 2001:db8::21 8449 10 5',
      'backup.example.com 203.0.113.22 8448 20 0',
    ]);
  });

  it('has no step where no question of DNS got an answer', async () => {
    const questions = [
      'example.com A',
      'example.com AAAA',
      '_matrix-fed._tcp.example.com SRV',
      '_matrix._tcp.example.com SRV',
    ];
    const result = await walk('example.com', {
      dns: Object.fromEntries(questions.map((question) => [question, 'timeout'])),
    });
    expect(result.step).toBeNull();
    expect(result.walk.map((noted) => noted.step)).toEqual([...STEPS]);
    expect(result.walk.some(({ taken }) => taken)).toBe(false);
  });

  it('resolves a name that does not exist to step 6 without destinations', async () => {
    const { step, located, steps } = await walk('nonexistent.invalid', {});
    expect(step).toBe('6');
    expect(located).toEqual([]);
    expect(because(steps, '3')).toBe('nonexistent.invalid has no address (NXDOMAIN)');
    expect(because(steps, '6')).toBe('port 8448 of nonexistent.invalid -> no address (NXDOMAIN)');
  });

  it('does not follow SRV records and addresses without end, and says so', async () => {
    const addresses = Array.from({ length: 20 }, (_, index) => `203.0.113.${index}`);
    const many = Array.from({ length: 12 }, (_, index) => `10 0 8448 t${index}.example.com`);
    const { located, steps, srv } = await walk('example.com', {
      dns: {
        '_matrix-fed._tcp.example.com SRV': many,
        ...Object.fromEntries(many.map((_, index) => [`t${index}.example.com A`, addresses])),
      },
    });
    expect(located).toHaveLength(32);
    expect(srv[0]?.targets).toHaveLength(12);
    expect(srv[0]?.targets.filter((target) => target.addresses === null)).toHaveLength(2);
    expect(because(steps, '4')).toBe('_matrix-fed._tcp.example.com -> 12 targets, 200 addresses, 32 of them looked at');
    const one = await walk('example.com:8448', { dns: { 'example.com A': addresses } });
    expect(one.located).toHaveLength(8);
    expect(because(one.steps, '2')).toBe('port 8448 of example.com -> 20 addresses, 8 of them looked at');
  });

  it('connects where --connect-to says, with the names of the walk', async () => {
    const { located, net, steps } = await walk('example.com', {
      ...delegating('matrix.example.com:443'),
      connectTo: { 'matrix.example.com:443': { address: '192.0.2.1', port: 8008 } },
    });
    expect(short(located)).toEqual(['192.0.2.1 8008 matrix.example.com:443 matrix.example.com matrix.example.com']);
    expect(net.asked).not.toContain('A matrix.example.com');
    expect(because(steps, '3.2')).toBe('port 443 of matrix.example.com -> 1 address, given by --connect-to');
  });

  it('says that --resolve gave the address', async () => {
    const { steps } = await walk('example.com:8448', { resolve: { 'example.com': ['192.0.2.1'] } });
    expect(because(steps, '2')).toBe('port 8448 of example.com -> 1 address, given by --resolve');
  });

  it('does not say that there is no address where the resolvers did not answer', async () => {
    const { steps } = await walk('example.com', { dns: { 'example.com A': 'timeout', 'example.com AAAA': 'nodata' } });
    const why = 'A: no answer from the resolvers, AAAA: no such record';
    expect(because(steps, '3')).toBe(`the addresses of example.com are not known (${why})`);
    expect(because(steps, '6')).toBe(`port 8448 of example.com -> no known address (${why})`);
  });
});

describe('step 3: what counts as an error', () => {
  const rows: readonly { case: string; answer: Answer; words: string }[] = [
    { case: 'status 404', answer: { status: 404 }, words: '404 at 203.0.113.5' },
    {
      case: 'status 201',
      answer: { status: 201, body: '{"m.server":"matrix.example.com"}' },
      words: '201 at 203.0.113.5',
    },
    { case: 'status 503', answer: { status: 503 }, words: '503 at 203.0.113.5' },
    {
      case: 'no JSON',
      answer: { body: '<html>' },
      words: 'not JSON: an HTML page in place of JSON, line 1 column 1, at 203.0.113.5',
    },
    { case: 'no m.server', answer: { body: '{}' }, words: 'no m.server, at 203.0.113.5' },
    {
      case: 'an invalid m.server',
      answer: { body: '{"m.server":"https://matrix.example.com"}' },
      words: 'm.server is "https://matrix.example.com", which is not a server name, at 203.0.113.5',
    },
    { case: 'too large', answer: { bodyFailure: 'body-too-large' }, words: 'the file is too large, at 203.0.113.5' },
    {
      case: 'cut off',
      answer: { bodyFailure: 'body-truncated' },
      words: '200, but the answer ends before its announced length, at 203.0.113.5',
    },
    {
      case: 'no answer',
      answer: { failure: ['http', 'timeout'] },
      words: 'TLS works, but no answer came in time, at 203.0.113.5',
    },
    {
      case: 'a redirect to plain http',
      answer: { status: 301, headers: [['Location', 'http://example.com/']] },
      words: 'the redirects lead nowhere: one leads to "http://example.com/", which is not encrypted, at 203.0.113.5',
    },
  ];
  it.each(rows)('$case', async ({ answer, words }) => {
    const { step, steps, wellKnown } = await walk('example.com', withServerFile(answer));
    expect(step).toBe('6');
    expect(because(steps, '3')).toBe(words);
    expect(because(steps, '3.2')).toBe('not consulted: there is no valid well-known file');
    expect(wellKnown.kind).toBe('seen');
  });

  it('a certificate for another name, though the file behind it is valid', async () => {
    const world = delegating('matrix.example.com:443');
    const { step, steps } = await walk('example.com', {
      ...world,
      web: { '203.0.113.5:443': { ...world.web?.['203.0.113.5:443'], certificate: { names: ['www.example.com'] } } },
    });
    expect(step).toBe('6');
    expect(because(steps, '3')).toBe('the certificate shown for example.com is for another name, at 203.0.113.5');
  });

  it('goes by the first valid file in the order of addresses, and tells what the others gave', async () => {
    const file = (mServer: string) => ({
      sites: { 'example.com': { [SERVER_FILE]: { body: JSON.stringify({ 'm.server': mServer }) } } },
    });
    const { delegatedName, walk: trace } = await walk('example.com', {
      dns: { 'example.com A': ['203.0.113.5', '203.0.113.6', '203.0.113.7'], 'matrix.example.com A': ['203.0.113.10'] },
      web: { '203.0.113.6:443': file('matrix.example.com:443'), '203.0.113.7:443': file('other.example.com:443') },
    });
    expect(delegatedName?.text).toBe('matrix.example.com:443');
    expect(because(trace, '3')).toBe(
      'connection refused, at 203.0.113.5; 200 at 203.0.113.6, kept 24 h -> matrix.example.com:443; ' +
        '200 at 203.0.113.7, kept 24 h -> other.example.com:443',
    );
  });

  it('joins addresses that gave the same', async () => {
    const file = { sites: { 'example.com': { [SERVER_FILE]: { body: '{"m.server":"matrix.example.com:443"}' } } } };
    const { walk: trace } = await walk('example.com', {
      dns: {
        'example.com A': ['203.0.113.5'],
        'example.com AAAA': ['2001:db8::5'],
        'matrix.example.com A': ['203.0.113.10'],
      },
      web: { '203.0.113.5:443': file, '[2001:db8::5]:443': file },
    });
    expect(because(trace, '3')).toBe('200 at 203.0.113.5 and 2001:db8::5, kept 24 h -> matrix.example.com:443');
  });
});

describe('the early start', () => {
  it('has asked for SRV and addresses before the well-known answers', async () => {
    const net = fakeNet({
      dns: { 'example.com A': ['203.0.113.5'] },
      web: { '203.0.113.5:443': { sites: { 'example.com': { [SERVER_FILE]: { never: true } } } } },
    });
    void walkFederation(serverNameOf('example.com'), net, {
      observedAt: new Date().toISOString(),
      chance: Math.random,
      onStep: () => undefined,
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(net.asked).toEqual([
      'A example.com',
      'AAAA example.com',
      'SRV _matrix-fed._tcp.example.com',
      'SRV _matrix._tcp.example.com',
      `GET 203.0.113.5:443 example.com${SERVER_FILE}`,
    ]);
  });
});
