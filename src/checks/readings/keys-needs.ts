import type { Facts } from '../../facts/facts.js';
import { isJsonObject } from '../../spec/json.js';
import { serverNameOf } from '../words/server-name-of.js';
import type { PublishedKeys } from './keys-reading.js';

/** What a check of signing keys cannot do without, as the end of "not tested: ..."; null where it is there. */
export type KeysNeed = (keys: PublishedKeys, facts: Facts) => string | null;

export const needsVerifyKeys: KeysNeed = ({ members }) =>
  isJsonObject(members.verify_keys) ? null : 'the answer has no verify_keys';

export const needsEd25519Key: KeysNeed = (keys, facts) =>
  needsVerifyKeys(keys, facts) ??
  (keys.verifyKeys.some(({ algorithm }) => algorithm === 'ed25519') ? null : 'the answer has no ed25519 key');

/** Everything that a signature is made of, but the signature. */
export const needsSignable: KeysNeed = (keys, facts) => {
  const words = needsEd25519Key(keys, facts);
  if (words !== null) return words;
  if (!isJsonObject(keys.members.signatures)) return 'the answer has no signatures';
  if (keys.canonicalFault !== null) return 'the answer has no canonical form that could be signed';
  if (keys.verifyKeys.every(({ algorithm, key }) => algorithm !== 'ed25519' || key === null)) {
    return 'no ed25519 key in the answer can be used';
  }
  return isOthersAnswer(keys, facts) ? `the answer is signed as ${keys.serverName}` : null;
};

/** A signature that holds. */
export const needsSignature: KeysNeed = (keys, facts) =>
  needsSignable(keys, facts) ??
  (keys.verifyKeys.some(({ signature }) => signature === 'valid') ? null : 'no signature of the answer is valid');

export const needsValidUntil: KeysNeed = ({ validUntilTs }) =>
  validUntilTs === null ? 'the answer has no usable valid_until_ts' : null;

/** The same, and in milliseconds. */
export const needsMilliseconds: KeysNeed = (keys, facts) =>
  needsValidUntil(keys, facts) ??
  (looksLikeSeconds(keys.validUntilTs) ? 'valid_until_ts seems to be in seconds' : null);

/** In milliseconds that would be before March 1973; in seconds it is any time from then to the year 5138. */
export const looksLikeSeconds = (timestamp: number | null): boolean =>
  timestamp !== null && timestamp > 100_000_000 && timestamp < 100_000_000_000;

const isOthersAnswer = ({ serverName, signingNames }: PublishedKeys, facts: Facts): boolean =>
  serverName !== serverNameOf(facts) && !signingNames.includes(serverNameOf(facts));
