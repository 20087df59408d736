import { expect } from 'vitest';
import type { Check } from '../../src/checks/check.js';
import type { ClientApiFacts, ClientFacts } from '../../src/facts/client.js';
import type { Facts } from '../../src/facts/facts.js';
import type { FetchEnd, FileFetch, HeaderLine, HttpLook, WellKnownFile } from '../../src/facts/http.js';
import { seen, skipped } from '../../src/facts/observation.js';
import { placeholders } from '../../src/report/placeholders.js';
import {
  AUTH_METADATA_PATH,
  CLIENT_VERSIONS_PATH,
  LOGIN_PATH,
  MEDIA_CONFIG_PATH,
  OLD_MEDIA_CONFIG_PATH,
  OTHER_ORIGINS,
  POLICY_SERVER_FILE_PATH,
  RTC_TRANSPORTS_PATH,
  UNKNOWN_CLIENT_PATH,
  UNSTABLE_AUTH_METADATA_PATH,
  WHOAMI_PATH,
} from '../../src/spec/constants.js';
import { type Answer, destination, healthyFacts, healthySurvey, host, look } from './healthy-facts.js';
import { judge } from './judge.js';

/** The client side of the healthy facts: a client file at both addresses of example.com, and matrix.example.com as the homeserver. */
export const clientFacts = (changes: Partial<ClientFacts> = {}, others: Partial<Facts> = {}): Facts =>
  healthyFacts({
    client: seen(healthyClient(changes)),
    support: seen(supportFile([supportFetch(), supportFetch({}, '2001:db8::5')])),
    survey: seen(healthySurvey({ delegatedClientFile: skipped('there is no client file on the delegated host') })),
    ...others,
  });

/** Healthy client facts in which every address gives this answer for the client file. */
export const fileFacts = (answer: Answer, changes: Partial<ClientFacts> = {}, others: Partial<Facts> = {}): Facts =>
  clientFacts({ file: clientFile([clientFetch(answer), clientFetch(answer, '2001:db8::5')]), ...changes }, others);

/** Healthy client facts in which the client file has these members. */
export const membersFacts = (members: Readonly<Record<string, unknown>>, changes: Partial<ClientFacts> = {}): Facts =>
  fileFacts({ json: { 'm.homeserver': { base_url: 'https://matrix.example.com' }, ...members } }, changes);

/** Healthy client facts in which the base URL is written so. */
export const baseUrlFacts = (baseUrl: string, changes: Partial<ClientFacts> = {}): Facts =>
  membersFacts({ 'm.homeserver': { base_url: baseUrl } }, changes);

/** Healthy client facts in which every address of the homeserver answers so to the question for its versions. */
export const versionsFacts = (answer: Answer, second: Answer = answer): Facts =>
  clientFacts({ homeserver: homeserver([versionsLook(answer), versionsLook(second, '2001:db8::10')]) });

/** There is no client file. `direct`: what the name itself answers when asked for versions. */
export const withoutFile = (direct: Answer = { status: 404, text: '' }, others: Partial<Facts> = {}): Facts =>
  fileFacts(
    { status: 404, text: '' },
    {
      homeserver: skipped('the client file names no usable base URL'),
      direct: seen(look(webDestination('203.0.113.5'), VERSIONS_PATH, { headers: HEADERS, ...direct })),
    },
    others,
  );

const healthyClient = (changes: Partial<ClientFacts> = {}): ClientFacts => ({
  file: clientFile([clientFetch(), clientFetch({}, '2001:db8::5')]),
  state: 'SUCCESS',
  because: 'the file names https://matrix.example.com, and a homeserver answers there',
  homeserver: homeserver([versionsLook(), versionsLook({}, '2001:db8::10')]),
  identityServer: skipped('the client file names no identity server'),
  direct: skipped('the file names a homeserver'),
  fileForOthers: seen([...OTHER_ORIGINS, null].map((origin) => ({ origin, fetch: clientFetch() }))),
  fileAtPort: skipped('the server name has no port'),
  api: seen(healthyApi()),
  rtcServices: [],
  policyServer: policyServerFile({ status: 404, text: '' }),
  ...changes,
});

/** What a homeserver with passwords, without OAuth and without calls answers. */
export const healthyApi = (changes: Partial<ClientApiFacts> = {}): ClientApiFacts => ({
  baseUrl: 'https://matrix.example.com',
  versionsForOthers: [...OTHER_ORIGINS, null].map((origin) => ({ origin, look: versionsLook() })),
  versionsByTls12: seen(versionsLook()),
  versionsPreflight: preflightLook(CLIENT_VERSIONS_PATH),
  loginPreflight: preflightLook(LOGIN_PATH),
  login: apiLook(LOGIN_PATH, { json: { flows: [{ type: 'm.login.password' }] } }),
  authMetadata: apiLook(AUTH_METADATA_PATH, UNRECOGNIZED),
  unstableAuthMetadata: apiLook(UNSTABLE_AUTH_METADATA_PATH, UNRECOGNIZED),
  whoami: apiLook(WHOAMI_PATH, MISSING_TOKEN),
  mediaConfig: apiLook(MEDIA_CONFIG_PATH, MISSING_TOKEN),
  oldMediaConfig: apiLook(OLD_MEDIA_CONFIG_PATH, MISSING_TOKEN),
  unknownPath: apiLook(UNKNOWN_CLIENT_PATH, UNRECOGNIZED),
  rtcTransports: apiLook(RTC_TRANSPORTS_PATH, UNRECOGNIZED),
  ...changes,
});

/** Healthy client facts in which the homeserver answers so to what clients ask next. */
export const apiFacts = (changes: Partial<ClientApiFacts>, client: Partial<ClientFacts> = {}): Facts =>
  clientFacts({ api: seen(healthyApi(changes)), ...client });

/** An answer below the base URL that web clients may read. */
export const apiLook = (path: string, answer: Answer = {}): HttpLook =>
  look(destination({ address: '203.0.113.10', hostHeader: 'matrix.example.com' }), path, {
    headers: HEADERS,
    ...answer,
  });

/** The answer to the question (OPTIONS) that goes before a request with a token. */
export const preflightLook = (path: string, answer: Answer = {}): HttpLook => ({
  ...apiLook(path, { status: 204, text: '', headers: CORS, ...answer }),
  method: 'OPTIONS',
});

export const UNRECOGNIZED: Answer = { status: 404, json: { errcode: 'M_UNRECOGNIZED', error: 'Unrecognized request' } };
export const MISSING_TOKEN: Answer = {
  status: 401,
  json: { errcode: 'M_MISSING_TOKEN', error: 'Missing access token' },
};

/** The policy server file, at both addresses of example.com. */
export const policyServerFile = (answer: Answer): WellKnownFile => ({
  url: 'https://example.com/.well-known/matrix/policy_server',
  host: host('example.com', ['203.0.113.5', '2001:db8::5']),
  fetches: ['203.0.113.5', '2001:db8::5'].map((address) => {
    const last = look(webDestination(address), POLICY_SERVER_FILE_PATH, { headers: HEADERS, ...answer });
    return { address, hops: [last], end: endOf(last) };
  }),
});

export const CLIENT_FILE_URL = 'https://example.com/.well-known/matrix/client';
export const VERSIONS = {
  versions: ['r0.6.1', 'v1.1', 'v1.13'],
  unstable_features: { 'org.matrix.simplified_msc3575': true },
};
const VERSIONS_PATH = '/_matrix/client/versions';

export const CORS: readonly HeaderLine[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE, OPTIONS'],
  ['Access-Control-Allow-Headers', 'X-Requested-With, Content-Type, Authorization'],
];

/** A JSON answer that web clients may read. */
export const HEADERS: readonly HeaderLine[] = [['Content-Type', 'application/json'], ...CORS];

/** The same, with other values of Access-Control-Allow-Origin. */
export const allowing = (...origins: readonly string[]): readonly HeaderLine[] => [
  ...HEADERS.filter(([name]) => name !== 'Access-Control-Allow-Origin'),
  ...origins.map((origin): HeaderLine => ['Access-Control-Allow-Origin', origin]),
];

export const webDestination = (address: string, name = 'example.com') =>
  destination({ host: name, address, hostHeader: name, sni: name, certificateName: name });

/** A fetch of the client file that ended so at that address of example.com, after those redirects. */
export const clientFetch = (
  answer: Answer = {},
  address = '203.0.113.5',
  redirects: readonly HttpLook[] = [],
  end?: FetchEnd,
): FileFetch => {
  const last = look(webDestination(address), '/.well-known/matrix/client', {
    headers: HEADERS,
    json: { 'm.homeserver': { base_url: 'https://matrix.example.com' } },
    ...answer,
  });
  return { address, hops: [...redirects, last], end: end ?? endOf(last) };
};

export const clientFile = (fetches: readonly FileFetch[]): WellKnownFile => ({
  url: CLIENT_FILE_URL,
  host: host('example.com', ['203.0.113.5', '2001:db8::5']),
  fetches,
});

export const supportFetch = (answer: Answer = {}, address = '203.0.113.5'): FileFetch => {
  const last = look(webDestination(address), '/.well-known/matrix/support', {
    headers: HEADERS,
    json: { contacts: [{ role: 'm.role.admin', email_address: 'admin@example.com' }] },
    ...answer,
  });
  return { address, hops: [last], end: endOf(last) };
};

export const supportFile = (fetches: readonly FileFetch[]): WellKnownFile => ({
  url: 'https://example.com/.well-known/matrix/support',
  host: host('example.com', ['203.0.113.5', '2001:db8::5']),
  fetches,
});

export const versionsLook = (answer: Answer = {}, address = '203.0.113.10'): HttpLook =>
  look(destination({ address, hostHeader: 'matrix.example.com' }), VERSIONS_PATH, {
    headers: HEADERS,
    json: VERSIONS,
    ...answer,
  });

export const homeserver = (versions: readonly HttpLook[], baseUrl = 'https://matrix.example.com') =>
  seen({ baseUrl, addresses: host('matrix.example.com', ['203.0.113.10', '2001:db8::10']), versions });

/** What a check says, as `judge` has it; no text of a failure may have a placeholder left in it. */
export const say = (check: Check, facts: Facts): readonly string[] => {
  for (const verdict of check.evaluate(facts)) {
    if (verdict.outcome !== 'fail') continue;
    const wanted = [check.failureTitle, check.why, check.fix].flatMap(placeholders);
    expect(Object.keys(verdict.values)).toEqual(expect.arrayContaining(wanted));
    expect(verdict.evidence.every(({ label, value }) => label !== '' && value !== '')).toBe(true);
  }
  return judge(check, facts);
};

/** The values and the evidence of the only failure. */
export const failing = (check: Check, facts: Facts) => {
  const failures = check.evaluate(facts).flatMap((verdict) => (verdict.outcome === 'fail' ? [verdict] : []));
  expect(failures).toHaveLength(1);
  const [failure] = failures;
  return { values: failure?.values ?? {}, evidence: failure?.evidence ?? [] };
};

const endOf = (last: HttpLook): FetchEnd => {
  const { connection, response } = last;
  const stopped = connection.kind === 'failed' ? connection : response.kind === 'failed' ? response : null;
  return stopped === null ? { kind: 'answered' } : { kind: 'failed', url: last.url, failure: stopped.failure };
};
