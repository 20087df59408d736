import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.js';
import { srvChecks } from '../../src/checks/srv/index.js';
import type { Facts } from '../../src/facts/facts.js';
import type { SrvLook } from '../../src/facts/federation.js';
import { failed, seen } from '../../src/facts/observation.js';
import {
  endpoint,
  endpointThat,
  failure,
  federationFacts,
  healthySurvey,
  host,
  refused,
  SETTING,
  serverFile,
  session,
  srvFacts,
  srvLook,
  unroutable,
} from './healthy-facts.js';
import { judge } from './judge.js';

const check = (name: string): Check => {
  const found = srvChecks.find(({ id }) => id === `srv/${name}`);
  if (found === undefined) throw new Error(`no check srv/${name}`);
  return found;
};

const failures = (facts: Facts): readonly string[] =>
  srvChecks
    .filter((one) => one.evaluate(facts).some(({ outcome }) => outcome === 'fail'))
    .map(({ id }) => id.slice('srv/'.length));

/** That a record is in use at all is worth a line, and here the name has another address than the target. */
const ALWAYS = ['name-shares-address', 'well-known-instead'];

describe('records in use', () => {
  it('are fine as they are', () => {
    expect(failures(srvFacts([{}]))).toEqual(ALWAYS);
  });

  it.each([
    { fails: 'service-offered', target: { target: '.', addresses: null }, words: /says that there is no server/ },
    { fails: 'port-usable', target: { port: 0 }, words: /names port 0 of matrix\.example\.com$/ },
    { fails: 'target-is-host-name', target: { target: '203.0.113.10' }, words: /has the IP address 203\.0\.113\.10/ },
    {
      fails: 'target-not-alias',
      target: { addresses: host('matrix.example.com', ['203.0.113.10'], { cnames: ['host.example.net'] }) },
      words: /is an alias \(CNAME\) of host\.example\.net$/,
    },
  ])('$fails', ({ fails, target, words }) => {
    const facts = srvFacts([target]);
    expect(failures(facts)).toContain(fails);
    expect(failures(facts).filter((id) => id !== fails && !ALWAYS.includes(id))).toEqual([]);
    expect(judge(check(fails), facts)).toEqual([expect.stringMatching(words)]);
  });

  it('may have one target without an address, not all of them', () => {
    const gone = { target: 'gone.example.com', addresses: host('gone.example.com', 'nodata') };
    expect(judge(check('target-resolves'), srvFacts([{}, gone]))).toEqual([
      expect.stringMatching(/^fail: The SRV target gone\.example\.com has no address: /),
    ]);
    expect(judge(check('target-resolves'), srvFacts([gone]))).toEqual([
      'not-tested: no target of _matrix-fed._tcp.example.com has an address',
    ]);
  });

  it('may lead to an address of the name itself', () => {
    const wellKnown = seen({ ...serverFile([]), host: host('example.com', ['203.0.113.10']) });
    expect(judge(check('name-shares-address'), srvFacts([{}], { wellKnown }))).toEqual(['pass']);
  });

  it('should not be the deprecated one alone', () => {
    const srv = [srvLook('matrix-fed', 'nxdomain'), srvLook('matrix', [{}])];
    expect(judge(check('current-service'), srvFacts([], { step: '5', srv }))).toEqual([
      'fail: Only the deprecated SRV record _matrix._tcp.example.com is there',
    ]);
  });

  it.each([
    ['another host', [{ target: 'old.example.com' }], 'fail'],
    ['another port', [{ port: 443 }], 'fail'],
    ['another priority only', [{ priority: 20 }], 'pass'],
    ['upper case only', [{ target: 'MATRIX.example.com' }], 'pass'],
  ] as const)('both services: %s in the deprecated one', (_, targets, outcome) => {
    const facts = { ...srvFacts([{}]), survey: seen(healthySurvey({ hiddenSrv: [srvLook('matrix', targets)] })) };
    expect(judge(check('both-services-agree'), facts)).toEqual([expect.stringMatching(`^${outcome}`)]);
  });
});

describe('questions for records', () => {
  const asked = (outcome: 'servfail' | 'timeout' | 'nodata', timedOut = false): Facts => ({
    ...srvFacts([], { step: '6', srv: [srvLook('matrix-fed', outcome), srvLook('matrix', 'nxdomain')] }),
    setting: { ...SETTING, timedOut },
  });

  it('must be answered, if only with "there is none"', () => {
    expect(judge(check('lookup-answers'), asked('servfail'))).toEqual([
      'fail: DNS gives no clear answer for the SRV records of _matrix-fed._tcp.example.com: SERVFAIL',
    ]);
    expect(judge(check('port-usable'), asked('servfail'))).toEqual([
      'not-tested: DNS gives no clear answer for _matrix-fed._tcp.example.com',
    ]);
    expect(judge(check('lookup-answers'), asked('nodata'))).toEqual(['pass']);
    expect(judge(check('port-usable'), asked('nodata'))).toEqual([
      'not-applicable: there is no SRV record at _matrix-fed._tcp.example.com and _matrix._tcp.example.com',
    ]);
  });

  it('are not judged where the run ended first', () => {
    expect(judge(check('lookup-answers'), asked('timeout'))).toEqual([expect.stringMatching(/^fail/)]);
    expect(judge(check('lookup-answers'), asked('timeout', true))).toEqual([
      expect.stringMatching(/^not-tested: cut off/),
    ]);
  });
});

it('a record behind a well-known file without a port is not said to stand in for that file', () => {
  const delegated = federationFacts({ step: '3.4', srv: [srvLook('matrix-fed', []), srvLook('matrix', [{}])] });
  expect(judge(check('well-known-instead'), delegated)).toEqual([
    expect.stringMatching(/ leads to this server, not a port in the well-known file$/),
  ]);
});

describe('records hidden by a well-known file', () => {
  const at = { certificateName: 'example.com', hostHeader: 'example.com', sni: 'example.com', port: 8448 };
  const hiddenBy = (look: SrvLook, ...endpoints: readonly ReturnType<typeof endpoint>[]): Facts =>
    federationFacts({}, { survey: seen(healthySurvey({ hiddenSrv: [look], hiddenSrvEndpoints: endpoints })) });
  const hidden = (...endpoints: readonly ReturnType<typeof endpoint>[]): Facts =>
    hiddenBy(srvLook('matrix', [{}]), ...endpoints);

  it('are not taken for a way around an outage where a port hides them', () => {
    const survey = seen(healthySurvey({ hiddenSrv: [srvLook('matrix', [{}])] }));
    const withPort = federationFacts({ step: '2', delegatedName: null }, { survey });
    expect(check('no-hidden-records').evaluate(withPort)).toMatchObject([{ values: { outage: '', instead: '' } }]);
  });

  it('are worth a line', () => {
    expect(judge(check('no-hidden-records'), hidden(endpoint(at)))).toEqual([
      'fail: No server asks for _matrix._tcp.example.com, since the well-known file comes first',
    ]);
  });

  it('should lead to a server with the certificate of the name', async () => {
    const works = endpoint(at);
    const wrongName = endpointThat({ connection: seen(await session({ names: ['matrix.example.com'] })) }, at);
    const dead = endpointThat(refused, at);
    expect(judge(check('hidden-fallback-works'), hidden(works))).toEqual(['pass']);
    for (const [broken, words] of [
      [wrongName, 'the certificate shown for example.com is for another name'],
      [dead, 'connection refused'],
      [
        endpointThat({ connection: failed(failure('tls', 'not-tls')) }, at),
        'the port does not speak TLS (plain HTTP, most likely)',
      ],
      [endpointThat({ status: 404 }, at), '404'],
    ] as const) {
      expect(check('hidden-fallback-works').evaluate(hidden(broken))).toMatchObject([
        { outcome: 'fail', evidence: [{ label: '203.0.113.10:8448', value: words }] },
      ]);
      expect(judge(check('hidden-fallback-works'), hidden(works, broken))).toEqual(['pass']);
    }
  });

  it('should lead to an address, if they lead anywhere', () => {
    const leadingTo = (answer: 'nxdomain' | 'servfail'): readonly string[] =>
      judge(
        check('hidden-fallback-works'),
        hiddenBy(srvLook('matrix', [{ addresses: host('matrix.example.com', answer) }])),
      );
    expect(leadingTo('nxdomain')).toEqual([
      'fail: The fallback _matrix._tcp.example.com, which servers take while the well-known file is down, does not work',
    ]);
    expect(leadingTo('servfail')).toEqual(['not-tested: DNS gives no clear answer for matrix.example.com']);
    const nowhere = hiddenBy(srvLook('matrix', [{ target: '.', addresses: null }]));
    expect(judge(check('hidden-fallback-works'), nowhere)).toEqual([
      'not-applicable: _matrix._tcp.example.com says that there is no fallback (target ".")',
    ]);
  });

  it('say nothing where the fault is on this side', () => {
    expect(judge(check('hidden-fallback-works'), hidden(endpointThat(unroutable, at)))).toEqual([
      'not-tested: 203.0.113.10:8448: this machine has no route to that address',
    ]);
    const defect = endpointThat({ connection: failed(failure('internal', 'internal')) }, at);
    expect(judge(check('hidden-fallback-works'), hidden(defect))).toEqual([
      'not-tested: 203.0.113.10:8448: a defect of this tool prevented the look',
    ]);
  });
});
