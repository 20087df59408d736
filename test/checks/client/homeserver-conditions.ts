import { type Condition, versions } from './conditions.js';

const FEATURES = { 'org.matrix.simplified_msc3575': true };

/** A `/versions` with those versions and features. */
const listing = (listed: readonly string[], features: unknown = FEATURES): Pick<Condition, 'onHomeserver'> =>
  versions({ json: { versions: listed, unstable_features: features } });

/** The homeserver that the client file names. */
export const homeserverConditions: readonly Condition[] = [
  {
    name: '/versions without CORS',
    browsers: 'FAIL_ERROR',
    rust: 'works',
    ...versions({ headers: {}, json: { versions: ['v1.11'], unstable_features: FEATURES } }),
  },
  { name: '/versions is HTML', browsers: 'FAIL_ERROR', rust: 'fails', ...versions({ text: '<html></html>' }) },
  { name: '/versions 404', browsers: 'FAIL_ERROR', rust: 'fails', ...versions({ status: 404, text: 'not here' }) },
  { name: 'no version', browsers: 'FAIL_ERROR', rust: 'works', ...listing([]) },
  {
    name: 'a version that is too new for one client',
    browsers: 'FAIL_ERROR',
    rust: 'works',
    onlyWarned: 'some current client accepts it',
    ...listing(['v1.14']),
  },
  { name: 'an empty version', browsers: 'SUCCESS', rust: 'works', fragile: true, ...listing(['v1.10', 'v1.11', '']) },
  {
    name: 'a feature "yes"',
    browsers: 'SUCCESS',
    rust: 'rejects',
    ...listing(['v1.11'], { ...FEATURES, 'a.b': 'yes' }),
  },
  { name: 'no sliding sync', browsers: 'SUCCESS', rust: 'works', fragile: true, ...listing(['v1.10', 'v1.11'], {}) },
  {
    name: '/versions after more than five seconds',
    browsers: 'FAIL_ERROR',
    rust: 'works',
    onlyWarned: 'slow answers are a warning',
    ...versions({ json: { versions: ['v1.10', 'v1.11'], unstable_features: FEATURES }, delayMs: 5500 }),
    patch: { options: { timeoutMs: 40_000 } },
  },
  {
    name: 'a missing intermediate certificate',
    browsers: 'SUCCESS',
    rust: 'fails',
    patch: { certificates: { chat: { chain: 'leaf' } } },
  },
  {
    name: 'TLS 1.3 only',
    browsers: 'SUCCESS',
    rust: 'works',
    fragile: true,
    patch: { servers: { chat: { tls: { minVersion: 'TLSv1.3' } } } },
  },
  {
    name: 'a redirect of /versions',
    browsers: 'SUCCESS',
    rust: 'works',
    refused: 'no browser follows a redirect of the preflight that every request with a token needs',
    scenario: 'versions-redirected',
  },
];
