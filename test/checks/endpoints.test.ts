import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.js';
import { connectionChecks } from '../../src/checks/connection/index.js';
import { federationChecks } from '../../src/checks/federation/index.js';
import { keysChecks } from '../../src/checks/keys/index.js';
import { tlsChecks } from '../../src/checks/tls/index.js';
import type { Facts } from '../../src/facts/facts.js';
import type { FailureReason } from '../../src/facts/failure.js';
import type { EndpointFacts } from '../../src/facts/federation.js';
import { failed, seen } from '../../src/facts/observation.js';
import { readInput } from '../../src/spec/server-name.js';
import { VERSIONS, withoutFile } from './client-facts.js';
import {
  type Answer,
  endpoint,
  endpointFacts,
  endpointThat,
  failure,
  federationFacts,
  fetched,
  host,
  look,
  lookup,
  refused,
  SETTING,
  serverFile,
  serverFileFacts,
  session,
  srvFacts,
  srvLook,
  unroutable,
} from './healthy-facts.js';
import { judge } from './judge.js';

const checks = [...connectionChecks, ...tlsChecks, ...federationChecks, ...keysChecks];

const check = (id: string): Check => {
  const found = checks.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no check ${id}`);
  return found;
};

const failures = (facts: Facts): readonly string[] =>
  checks.filter((one) => one.evaluate(facts).some(({ outcome }) => outcome === 'fail')).map(({ id }) => id);

/** Both endpoints answer everything so. */
const everywhere = (answer: Answer): Facts => endpointFacts(({ destination }) => endpointThat(answer, destination));
const onlyIPv6 = (answer: Answer): Facts => endpointFacts(({ destination }) => endpointThat(answer, destination), 1);

const withVersion = (answer: Answer) =>
  endpointFacts((one) => ({ ...one, version: look(one.destination, '/_matrix/federation/v1/version', answer) }));
const tlsFailure = (reason: FailureReason): Answer => ({ connection: failed(failure('tls', reason)) });

describe('one cause is one error, and what it blocks is not tested', () => {
  it.each<{ fails: string; answer: Answer }>([
    { fails: 'connection/reachable', answer: refused },
    { fails: 'connection/speaks-tls', answer: tlsFailure('not-tls') },
    { fails: 'tls/handshake', answer: tlsFailure('tls-error') },
    { fails: 'tls/handshake', answer: tlsFailure('connection-reset') },
    { fails: 'tls/handshake', answer: tlsFailure('timeout') },
    { fails: 'tls/protocol-version', answer: tlsFailure('tls-too-old') },
    { fails: 'tls/server-name-accepted', answer: tlsFailure('sni-refused') },
    { fails: 'tls/no-client-certificate', answer: tlsFailure('client-certificate-required') },
    { fails: 'federation/answers', answer: { response: failed(failure('http', 'timeout')) } },
    { fails: 'federation/answers', answer: { response: failed(failure('http', 'not-http')) } },
    { fails: 'federation/version', answer: { status: 404, text: '<html>' } },
    { fails: 'federation/version', answer: { status: 502, text: '' } },
    { fails: 'federation/no-redirect', answer: { status: 301, headers: [['Location', 'https://example.org/']] } },
    { fails: 'federation/version-json', answer: { text: '<!DOCTYPE html>' } },
    { fails: 'federation/version-json', answer: { json: [] } },
  ])('$fails', ({ fails, answer }) => {
    const facts = everywhere(answer);
    expect(failures(facts)).toEqual([fails]);
    expect(keysChecks.flatMap((one) => one.evaluate(facts)).every(({ outcome }) => outcome === 'not-tested')).toBe(
      true,
    );
    expect(failures(onlyIPv6(answer))).toEqual([fails === 'connection/reachable' ? 'connection/every-address' : fails]);
  });

  it('counts a client certificate that is missed only after the TLS 1.3 handshake', () => {
    const facts = everywhere({ response: failed(failure('http', 'client-certificate-required')) });
    expect(failures(facts)).toEqual(['tls/no-client-certificate']);
  });
});

describe('connections', () => {
  it('are not judged without a route from here', () => {
    expect(judge(check('connection/every-address'), onlyIPv6(unroutable))).toEqual([
      'not-tested: [2001:db8::10]:443: this machine has no route to that address',
    ]);
    expect(failures(onlyIPv6(unroutable))).toEqual([]);
    const mixed = federationFacts({
      endpoints: [endpointThat(refused), endpointThat(unroutable, { address: '2001:db8::10' })],
    });
    expect(failures(mixed)).toEqual(['connection/reachable']);
  });

  it('are not judged by what the end of the run cut off', () => {
    const silence = everywhere({ connection: failed(failure('tcp', 'timeout')) });
    expect(failures(silence)).toEqual(['connection/reachable']);
    expect(failures({ ...silence, setting: { ...SETTING, timedOut: true } })).toEqual([]);
  });

  it('to private addresses are not expected', () => {
    const facts = {
      ...federationFacts({
        hosts: [host('matrix.example.com', ['10.0.0.1'])],
        endpoints: [endpointThat(refused, { address: '10.0.0.1' })],
      }),
      setting: { ...SETTING, allowPrivate: false },
    };
    expect(judge(check('connection/reachable'), facts)).toEqual([
      'not-tested: 10.0.0.1: no address of the public Internet',
    ]);
  });

  it('name the dead backup', () => {
    const backup = { host: 'backup.example.com', address: '203.0.113.20', port: 8448, priority: 20, weight: 0 };
    const facts = federationFacts({ endpoints: [endpoint(), endpointThat(refused, backup)] });
    expect(check('connection/every-address').evaluate(facts)).toMatchObject([
      {
        evidence: [{ label: '203.0.113.20:8448', value: 'connection refused (backup.example.com, priority 20)' }],
        values: { target: 'backup.example.com:8448', where: '203.0.113.20:8448' },
      },
    ]);
  });

  it('name each dead host with its own address, and mend them all', () => {
    const dead = (letter: string, port: number) =>
      endpointThat(refused, { host: `${letter}.example.com`, address: '203.0.113.20', port, priority: 10, weight: 0 });
    const facts = federationFacts({ endpoints: [endpoint(), dead('b', 8450), dead('a', 8449)] });
    expect(judge(check('connection/every-address'), facts)).toEqual([
      'fail: b.example.com:8450 cannot be reached at 203.0.113.20:8450, nor a.example.com:8449 at 203.0.113.20:8449: connection refused',
    ]);
    expect(check('connection/every-address').evaluate(facts)).toMatchObject([
      {
        values: {
          advice: expect.stringMatching(
            /^Start the web server of b\..* The same goes for a\.example\.com and port 8449\.$/,
          ),
        },
      },
    ]);
  });

  it.each([
    [
      'a broken file',
      { status: 500, text: '' },
      /^https:\/\/example\.com.* fails \(status 500\).*repair it first\. Start/,
    ],
    ['no file', { status: 404, text: '' }, /^There is neither .* nor an SRV record.*publish that file.* Start/],
  ] as const)('at the end of a detour lead back to its beginning: %s', (_, answer, words) => {
    const facts = federationFacts({
      step: '6',
      delegatedName: null,
      wellKnown: seen(serverFile([fetched(answer)])),
      endpoints: [endpointThat(refused, { host: 'example.com', certificateName: 'example.com', port: 8448 })],
    });
    const [verdict] = check('connection/reachable').evaluate(facts);
    expect(verdict?.outcome === 'fail' && `${verdict.values.detour}${verdict.values.advice}`).toMatch(words);
  });

  it('ask for the other name where this one seems to be the host of a homeserver', () => {
    const typed = { ...withoutFile({ json: VERSIONS }), input: readInput('matrix.example.com') };
    const detour = {
      step: '6',
      delegatedName: null,
      wellKnown: seen(serverFile([fetched({ status: 404, text: '' })])),
      srv: [],
      endpoints: [endpointThat(refused, { port: 8448 })],
    } as const;
    const facts = federationFacts(detour, { input: typed.input, client: typed.client });
    expect(check('connection/reachable').evaluate(facts)).toMatchObject([
      { values: { detour: expect.stringMatching(/If user IDs end in :example\.com, .* check example\.com\. $/) } },
    ]);
  });

  it('do not speak of a missing record where the question for it failed', () => {
    const facts = federationFacts({
      step: '6',
      delegatedName: null,
      wellKnown: seen(serverFile([fetched({ status: 404, text: '' })])),
      srv: [
        { ...srvLook('matrix-fed', []), lookup: lookup('_matrix-fed._tcp.example.com', 'SRV', 'refused') },
        { ...srvLook('matrix', []), lookup: lookup('_matrix._tcp.example.com', 'SRV', 'nxdomain') },
      ],
      endpoints: [endpointThat(refused, { host: 'example.com', certificateName: 'example.com', port: 8448 })],
    });
    expect(check('connection/reachable').evaluate(facts)).toMatchObject([
      {
        values: {
          detour: expect.stringContaining('(404) nor a clear answer about _matrix-fed._tcp.example.com, so servers go'),
        },
      },
    ]);
  });
});

describe('certificates', () => {
  it.each([
    { fails: 'tls/certificate-name', recipe: { names: ['example.com'] }, trust: 'trusted' },
    { fails: 'tls/certificate-name', recipe: { names: [], commonName: 'matrix.example.com' }, trust: 'trusted' },
    { fails: 'tls/certificate-trust', recipe: { names: ['matrix.example.com'], issuer: 'self' }, trust: 'self-signed' },
    { fails: 'tls/certificate-trust', recipe: { names: ['matrix.example.com'] }, trust: 'invalid' },
    { fails: 'tls/certificate-chain', recipe: { names: ['matrix.example.com'], chain: 'leaf' }, trust: 'incomplete' },
    { fails: 'tls/certificate-dates', recipe: { names: ['matrix.example.com'], toDays: -3 }, trust: 'trusted' },
    { fails: 'tls/certificate-dates', recipe: { names: ['matrix.example.com'], fromDays: 1 }, trust: 'trusted' },
    {
      fails: 'tls/certificate-expires-soon',
      recipe: { names: ['matrix.example.com'], fromDays: -77, toDays: 13 },
      trust: 'trusted',
    },
  ] as const)('$fails', async ({ fails, recipe, trust }) => {
    const connection = seen(await session(recipe, trust));
    const facts = endpointFacts((one) => ({ ...one, version: { ...one.version, connection } }));
    expect(failures(facts)).toEqual([fails]);
  });

  it('name three of many names, and all of them in the evidence', async () => {
    const names = Array.from({ length: 17 }, (_, index) => `n${index}.example.com`);
    const connection = seen(await session({ names }, 'trusted'));
    const facts = endpointFacts((one) => ({ ...one, version: { ...one.version, connection } }));
    expect(judge(check('tls/certificate-name'), facts)).toEqual([
      expect.stringMatching(
        / is for n0\.example\.com, n1\.example\.com, n2\.example\.com and 14 more, not for matrix\./,
      ),
    ]);
    expect(check('tls/certificate-name').evaluate(facts)).toMatchObject([
      {
        evidence: expect.arrayContaining([
          { label: '203.0.113.10:443', value: expect.stringContaining(names.join(', ')) },
        ]),
      },
    ]);
  });

  it('name host, date and number of days', async () => {
    const connection = seen(await session({ names: ['matrix.example.com'], fromDays: -100, toDays: -9.5 }));
    const facts = endpointFacts((one) => ({ ...one, version: { ...one.version, connection } }));
    const day = new Date(Date.now() - 9.5 * 86_400_000).toISOString().slice(0, 10);
    expect(judge(check('tls/certificate-dates'), facts)).toEqual([
      `fail: The certificate of matrix.example.com expired on ${day}, 9 days ago`,
    ]);
  });

  it('of two addresses are two findings only where they differ', async () => {
    const old = (toDays: number) => session({ names: ['matrix.example.com'], fromDays: -100, toDays });
    const facts = async (left: number, right: number) => {
      const shown = [seen(await old(left)), seen(await old(right))];
      const endpoints = [endpoint(), endpoint({ address: '2001:db8::10' })].map((one, index) => ({
        ...one,
        version: { ...one.version, connection: shown[index] ?? one.version.connection },
      }));
      return federationFacts({ endpoints });
    };
    expect(judge(check('tls/certificate-dates'), await facts(-3, -3))).toHaveLength(1);
    expect(judge(check('tls/certificate-dates'), await facts(-3, -5))).toHaveLength(2);
  });

  const hintOf = async (facts: Facts): Promise<string> => {
    const [verdict] = check('tls/certificate-name').evaluate(facts);
    return verdict?.outcome === 'fail' ? `${verdict.values.reason}${verdict.values.hint}` : '';
  };

  it('for the SRV target are recognised', async () => {
    const connection = seen(await session({ names: ['matrix.example.com'] }));
    const target = { host: 'matrix.example.com', certificateName: 'example.com', port: 8448, priority: 10, weight: 0 };
    const facts = srvFacts([{}], { endpoints: [endpointThat({ connection }, target)] });
    expect(await hintOf(facts)).toBe(
      'The name is that of the server, example.com. An SRV record changes the place, never the name. This one is for matrix.example.com, the target of the SRV record.',
    );
  });

  it.each([
    [{ names: ['example.com'] }, 'This one is for example.com, the server name.'],
    [
      { names: ['abc.def.traefik.default'] },
      'This one is the stand-in of Traefik, which has no certificate for that name.',
    ],
    [
      { names: [], commonName: 'matrix.example.com' },
      'This one has matrix.example.com only as common name (CN), which is no longer read: it must be among the subject alternative names.',
    ],
  ])('for something else are recognised: %j', async (recipe, words) => {
    const connection = seen(await session(recipe));
    expect(await hintOf(everywhere({ connection }))).toBe(
      `The well-known file moves the required name to matrix.example.com. ${words}`,
    );
  });

  it('hide what answers behind a foreign name, not behind an old one', async () => {
    const withCertificate = async (recipe: { names: string[]; toDays?: number }) =>
      everywhere({ connection: seen(await session({ fromDays: -100, ...recipe })), status: 404, text: '' });
    expect(failures(await withCertificate({ names: ['example.net'] }))).toEqual(['tls/certificate-name']);
    expect(failures(await withCertificate({ names: ['matrix.example.com'], toDays: -1 }))).toEqual([
      'tls/certificate-dates',
      'federation/version',
    ]);
  });

  it('are worth a line where TLS 1.3 is missing', () => {
    const facts = endpointFacts((one) => {
      const { connection } = one.version;
      const old = connection.kind === 'seen' ? seen({ ...connection.value, protocol: 'TLSv1.2' }) : connection;
      return { ...one, version: { ...one.version, connection: old } };
    });
    expect(failures(facts)).toEqual(['tls/newest-version']);
  });
});

describe('answers of the homeserver', () => {
  it.each<{ fails: readonly string[]; answer: Answer; words: RegExp }>([
    { fails: ['federation/version-members'], answer: { json: {} }, words: /no server\.name and no server\.version$/ },
    {
      fails: ['federation/version-members'],
      answer: { json: { server: { name: 'X' } } },
      words: /no server\.version$/,
    },
    {
      fails: ['federation/content-type'],
      answer: { json: { server: { name: 'X', version: '1' } }, headers: [['Content-Type', 'text/html']] },
      words: /has the Content-Type text\/html$/,
    },
  ])('$fails', ({ fails, answer, words }) => {
    const facts = withVersion(answer);
    expect(failures(facts)).toEqual(fails);
    expect(judge(check(fails[0] ?? ''), facts)).toEqual([expect.stringMatching(words)]);
  });

  it.each<{ status: number; json: unknown; words: string | null }>([
    { status: 404, json: { errcode: 'M_UNRECOGNIZED' }, words: null },
    { status: 404, json: { errcode: 'M_NOT_FOUND' }, words: '404 M_NOT_FOUND' },
    { status: 404, json: 'no', words: '404 without a Matrix error code' },
    { status: 400, json: { errcode: 'M_UNRECOGNIZED' }, words: '400 M_UNRECOGNIZED' },
    { status: 200, json: {}, words: '200 without a Matrix error code' },
  ])('to unknown requests: $status $json', ({ status, json, words }) => {
    const facts = endpointFacts((one) => ({ ...one, unknownPath: seen(look(one.destination, '/', { status, json })) }));
    expect(failures(facts)).toEqual(words === null ? [] : ['federation/unknown-endpoint']);
    if (words !== null) {
      expect(judge(check('federation/unknown-endpoint'), facts)[0]).toContain(`is ${words}, not`);
    }
  });

  it('should come from the same software everywhere', () => {
    const other = (one: EndpointFacts): EndpointFacts => ({
      ...one,
      version: look(one.destination, '/', { json: { server: { name: 'Synapse', version: '1.90.0' } } }),
    });
    const facts = endpointFacts(other, 1);
    expect(failures(facts)).toEqual(['federation/same-software']);
    expect(judge(check('federation/same-software'), facts)).toEqual([
      'fail: The addresses answer with different software: Synapse 1.163.2 and Synapse 1.90.0',
    ]);
  });

  it.each([
    [404, { errcode: 'M_UNRECOGNIZED' }, /^A Matrix server answers, but does not federate there/],
    [
      404,
      'x',
      /^Forward \/_matrix to the homeserver in the site that answers to "Host: matrix\.example\.com:443" on port 443/,
    ],
    [400, '<center>No required SSL certificate was sent</center>', /^The web server demands a client certificate/],
    [400, 'x', /^Often plain HTTP/],
    [403, 'x', /^Let everybody through/],
    [403, { errcode: 'M_FORBIDDEN' }, /^A homeserver answers, and refuses by itself/],
    [502, 'x', /^The reverse proxy gets no good answer/],
    [522, 'x', /^Cloudflare gets no answer/],
    [525, 'x', /^Cloudflare cannot make a TLS connection/],
    [599, 'x', /^The reverse proxy gets no good answer/],
  ])('with status %i %j come with advice', (status, json, words) => {
    expect(check('federation/version').evaluate(everywhere({ status, json }))).toMatchObject([
      { values: { advice: expect.stringMatching(words) } },
    ]);
  });

  it('recognise the bot protection', () => {
    const facts = everywhere({ status: 403, headers: [['cf-mitigated', 'challenge']], text: 'Just a moment' });
    expect(check('federation/version').evaluate(facts)).toMatchObject([
      { values: { advice: expect.stringContaining('Cloudflare') } },
    ]);
  });

  it('are judged only where the walk ends', () => {
    expect(failures(serverFileFacts([fetched({ status: 500 })], { endpoints: [], step: '6' }))).toEqual([]);
  });
});
