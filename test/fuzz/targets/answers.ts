import { readAuthMetadata } from '../../../src/spec/auth-metadata.js';
import { canonicalJson } from '../../../src/spec/canonical-json.js';
import { isJsonObject, readJson } from '../../../src/spec/json.js';
import { readLoginFlows } from '../../../src/spec/login-flows.js';
import { readRtcFoci, readRtcTransports } from '../../../src/spec/rtc-foci.js';
import { readSigningKeys } from '../../../src/spec/signing-keys.js';
import { isSpecVersion, listsFrom } from '../../../src/spec/spec-version.js';
import { jsonText } from '../json-texts.js';
import { type FuzzTarget, hold } from '../target.js';

/** What homeservers answer to other servers and to clients. */
export const answersTarget: FuzzTarget = {
  name: 'answers',
  limitMs: 5,
  weight: 2,
  attempt: (chance) => {
    const text = jsonText(NAMES, VALUES, chance);
    const read = chance.pick([readKeys, readClientAnswer]);
    return { input: text, run: () => read(text) };
  },
};

const NAMES = [
  ...['versions', 'unstable_features', 'flows', 'type', 'identity_providers', 'id', 'name', 'issuer', 'server'],
  ...['authorization_endpoint', 'token_endpoint', 'grant_types_supported', 'response_types_supported', 'version'],
  ...['code_challenge_methods_supported', 'rtc_transports', 'livekit_service_url', 'server_name', 'verify_keys'],
  ...['old_verify_keys', 'signatures', 'valid_until_ts', 'key', 'ed25519:a', 'example.com', 'expired_ts', 'unsigned'],
] as [string, ...string[]];

const VALUES = [
  ...['v1.11', 'r0.6.1', 'm.login.password', 'm.login.sso', 'https://account.example.com/', 'S256', 'code', 'livekit'],
  ...[
    'XGX0JRS2Af3be3knz2fBiRbApjm2Dh61gXDJA8kcJNI',
    'KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw',
  ],
  ...['AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '====', 'authorization_code', 'v999999999999999999999.0'],
] as [string, ...string[]];

const readKeys = (text: string): void => {
  const keys = readSigningKeys(text, 'example.com');
  if (keys.kind === 'read') {
    hold(keys.verifyKeys.length <= 64 && keys.oldVerifyKeys.length <= 64, 'too many keys');
    hold(!keys.verifyKeys.some(({ signature }) => signature === 'valid'), 'a signature that is valid');
  }
};

const readClientAnswer = (text: string): void => {
  const json = readJson(text);
  if (json.kind !== 'json') return;
  const { value } = json;
  canonicalJson(value);
  readAuthMetadata(value);
  readLoginFlows(value);
  readRtcTransports(value);
  if (!isJsonObject(value)) return;
  readRtcFoci(value);
  const { versions } = value;
  if (!Array.isArray(versions)) return;
  const texts = versions.filter((version) => typeof version === 'string');
  listsFrom(texts.filter(isSpecVersion), 11);
};
