import { describe, expect, it } from 'vitest';
import { signInChecks } from '../../../src/checks/sign-in/index.js';
import type { ClientApiFacts } from '../../../src/facts/client.js';
import type { Facts } from '../../../src/facts/facts.js';
import { seen } from '../../../src/facts/observation.js';
import {
  AUTH_METADATA_PATH,
  LOGIN_PATH,
  UNKNOWN_CLIENT_PATH,
  UNSTABLE_AUTH_METADATA_PATH,
  WHOAMI_PATH,
} from '../../../src/spec/constants.js';
import {
  apiFacts,
  apiLook,
  clientFacts,
  failing,
  healthyApi,
  homeserver,
  say,
  UNRECOGNIZED,
  VERSIONS,
  versionsLook,
} from '../client-facts.js';
import { type Answer, failure, unroutable } from '../healthy-facts.js';
import { ofArea } from '../of-area.js';

const { foundNames: found, checkOf } = ofArea(signInChecks);

const METADATA = {
  issuer: 'https://auth.example.com/',
  authorization_endpoint: 'https://auth.example.com/authorize',
  token_endpoint: 'https://auth.example.com/token',
  revocation_endpoint: 'https://auth.example.com/revoke',
  registration_endpoint: 'https://auth.example.com/register',
  response_types_supported: ['code'],
  response_modes_supported: ['query', 'fragment'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  code_challenge_methods_supported: ['S256'],
};
const HTML: Answer = { status: 404, text: '<html>' };
const login = (answer: Answer) => ({ login: apiLook(LOGIN_PATH, answer) });
const stable = (answer: Answer) => ({ authMetadata: apiLook(AUTH_METADATA_PATH, answer) });
const unstable = (answer: Answer) => ({ unstableAuthMetadata: apiLook(UNSTABLE_AUTH_METADATA_PATH, answer) });
const both = (answer: Answer) => ({ ...stable(answer), ...unstable(answer) });
const oauth = both({ json: METADATA });
const without = (member: string) => ({ ...METADATA, [member]: undefined });

/** The homeserver lists v1.15, from which on the path of the proposal is no longer asked. */
const newer = (changes: Partial<ClientApiFacts>): Facts =>
  clientFacts({
    homeserver: homeserver([versionsLook({ json: { ...VERSIONS, versions: ['v1.1', 'v1.15'] } })]),
    api: seen(healthyApi(changes)),
  });

describe('healthy ways to sign in', () => {
  it.each<[string, Partial<ClientApiFacts>]>([
    ['passwords', {}],
    ['both', oauth],
    ['passwords, limited in rate', login({ status: 429, text: '' })],
    ['passwords, where M_UNRECOGNIZED has status 400', both({ ...UNRECOGNIZED, status: 400 })],
    ['a flow that nobody knows', login({ json: { flows: [{ type: 'org.matrix.login.jwt' }] } })],
  ])('%s', (_name, changes) => {
    expect(found(apiFacts(changes))).toEqual([]);
  });

  it('OAuth only, which is told', () => {
    expect(found(apiFacts({ ...oauth, ...login(UNRECOGNIZED) }))).toEqual(['clients-without-oauth']);
  });

  it('OAuth at the stable path, where the homeserver lists v1.15', () => {
    expect(found(newer(stable({ json: METADATA })))).toEqual([]);
    expect(found(newer({ ...oauth, ...unstable(HTML) }))).toEqual([]);
  });
});

describe('no way to sign in', () => {
  it.each<[string, Partial<ClientApiFacts>]>([
    ['neither', login(UNRECOGNIZED)],
    ['an empty list', login({ json: { flows: [] } })],
    ['a web page', login({ text: '<html>' })],
    ['a server error', login({ status: 500, json: { errcode: 'M_UNKNOWN', error: 'Internal' } })],
    ['no list', login({ json: [] })],
  ])('%s', (_name, changes) => {
    expect(found(apiFacts(changes))).toEqual(['offered']);
  });

  it('OAuth where nobody asks is told as well', () => {
    expect(found(newer({ ...unstable({ json: METADATA }), ...login(UNRECOGNIZED) }))).toEqual([
      'offered',
      'oauth-where-asked',
    ]);
  });

  it.each<[string, Partial<ClientApiFacts>]>([
    ['no route', login(unroutable)],
    ['all of v3 is lost', { ...login(HTML), whoami: apiLook(WHOAMI_PATH, HTML) }],
  ])('is not told where %s', (_name, changes) => {
    expect(found(apiFacts(changes))).toEqual([]);
    expect(say(checkOf('offered'), apiFacts(changes))).toEqual([expect.stringMatching(/^not-tested: https:/)]);
  });
});

describe('beside OAuth', () => {
  it.each<[string, Answer]>([
    ['a web page', HTML],
    ['405', { status: 405, text: '' }],
    ['405 of the homeserver', { ...UNRECOGNIZED, status: 405 }],
    ['502', { status: 502, text: '<html>' }],
    ['silence', { response: { kind: 'failed', failure: failure('http', 'timeout') } }],
    ['no list', { json: {} }],
  ])('the older login is %s', (_name, answer) => {
    expect(found(apiFacts({ ...oauth, ...login(answer) }))).toEqual(['legacy-login']);
  });

  it('the list may have entries that strict clients refuse', () => {
    const facts = apiFacts(login({ json: { flows: [{ type: 'm.login.password' }, { type: 1 }] } }));
    expect(found(facts)).toEqual(['login-flows']);
    expect(failing(checkOf('login-flows'), facts).values.found).toBe('flow 2 has no string type');
    const hostile = apiFacts(login({ json: { flows: Array.from({ length: 5000 }, () => 1) } }));
    expect(failing(checkOf('login-flows'), hostile).evidence).toHaveLength(20);
  });
});

describe('the answer about OAuth', () => {
  it.each<[string, Partial<ClientApiFacts>, readonly string[]]>([
    ['502', both({ status: 502, text: '<html>' }), ['auth-metadata-answered']],
    ['500 of the homeserver', stable({ status: 500, json: { errcode: 'M_UNKNOWN' } }), ['auth-metadata-answered']],
    ['a web page', stable({ text: '<html>' }), ['auth-metadata-answered']],
    ['an array', stable({ json: [] }), ['auth-metadata-answered']],
    [
      'silence',
      stable({ response: { kind: 'failed', failure: failure('http', 'timeout') } }),
      ['auth-metadata-answered'],
    ],
    ['404 as a web page', stable(HTML), ['auth-metadata-refused']],
    ['M_NOT_FOUND', unstable({ status: 404, json: { errcode: 'M_NOT_FOUND' } }), ['auth-metadata-refused']],
    ['403', stable({ status: 403, text: '' }), ['auth-metadata-refused']],
    ['a redirect', stable({ status: 302, text: '' }), ['auth-metadata-refused']],
    ['nothing, with all of v1', { ...stable(HTML), unknownPath: apiLook(UNKNOWN_CLIENT_PATH, HTML) }, []],
    ['an empty object', both({ json: {} }), ['auth-metadata-complete']],
    ['no token endpoint', both({ json: without('token_endpoint') }), ['auth-metadata-complete']],
    ['no registration', both({ json: without('registration_endpoint') }), ['auth-metadata-for-browsers']],
    ['plain http', both({ json: { ...METADATA, issuer: 'http://auth.example.com/' } }), ['auth-metadata-urls']],
    ['no CORS header', both({ json: METADATA, headers: [] }), ['auth-metadata-readable']],
    ['one path only', stable({ json: METADATA }), ['oauth-where-asked']],
  ])('%s', (_name, changes, ids) => {
    expect(found(apiFacts(changes))).toEqual(ids);
  });

  it('says what is wrong where, once', () => {
    const { values, evidence } = failing(
      checkOf('auth-metadata-complete'),
      apiFacts(both({ json: without('token_endpoint') })),
    );
    expect(values).toEqual({ url: `https://matrix.example.com${AUTH_METADATA_PATH}`, found: 'no token_endpoint' });
    expect(evidence).toEqual(
      [AUTH_METADATA_PATH, UNSTABLE_AUTH_METADATA_PATH].map((path) => ({
        label: `https://matrix.example.com${path}`,
        value: 'no token_endpoint',
      })),
    );
  });

  it('is not called unreadable where web clients may read nothing at all', () => {
    const facts = clientFacts({
      homeserver: homeserver([versionsLook({ headers: [] })]),
      api: seen(healthyApi(both({ json: METADATA, headers: [] }))),
    });
    expect(found(facts)).toEqual([]);
  });
});
