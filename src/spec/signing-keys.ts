import { readBase64, writeBase64 } from './base64.js';
import { canonicalJson } from './canonical-json.js';
import { ED25519_SIGNATURE_BYTES, verifyEd25519 } from './ed25519.js';
import { isJsonObject, type JsonFault, type JsonObject, type JsonText, jsonKind, readJson } from './json.js';
import { readKeyEntry, type VerifyKeyFault } from './verify-key.js';

export type { VerifyKeyFault } from './verify-key.js';

/** One entry of `verify_keys` and whether it signed the answer. */
export interface VerifyKeyReading {
  /** `ed25519:abc` */
  readonly id: string;
  readonly algorithm: string;
  /** Standard unpadded base64 of the 32 bytes, so that keys can be compared; null where it cannot be decoded to 32 bytes. */
  readonly key: string | null;
  readonly faults: readonly VerifyKeyFault[];
  /**
   * `absent`: no signature by that id. `undecodable`: not base64 of 64 bytes. `not-checked`: another algorithm, no usable key, or no
   * canonical form (`canonicalFault`).
   */
  readonly signature: 'valid' | 'invalid' | 'undecodable' | 'absent' | 'not-checked';
}

export interface OldVerifyKeyReading {
  readonly id: string;
  /** Milliseconds since 1970; null where absent or not an integer. */
  readonly expiredTs: number | null;
  /** Plain sentences without a full stop, whose subject is the key: "has no expired_ts". */
  readonly faults: readonly string[];
}

/** What the answer of `GET /_matrix/key/v2/server` says (Server-Server specification, "Publishing Keys"; appendices, "Signing Details"). */
export type SigningKeysReading =
  | { readonly kind: 'invalid-json'; readonly fault: JsonFault }
  | { readonly kind: 'not-an-object'; readonly found: string }
  | {
      readonly kind: 'read';
      readonly members: JsonObject;
      readonly serverName: string | null;
      /** Milliseconds since 1970; null where absent or not an integer. */
      readonly validUntilTs: number | null;
      /** Missing or mistyped members that the schema requires, as sentences. */
      readonly missing: readonly string[];
      /** At most 64, as all lists here. */
      readonly verifyKeys: readonly VerifyKeyReading[];
      readonly oldVerifyKeys: readonly OldVerifyKeyReading[];
      /** Key ids that signed as `signedBy` but are not in `verify_keys`. */
      readonly unlistedSignatures: readonly string[];
      /** Names under which signatures exist. */
      readonly signingNames: readonly string[];
      /** Why nothing could be verified, as a sentence; null where canonical JSON was possible. */
      readonly canonicalFault: string | null;
      readonly duplicateKeys: readonly string[];
      /** Numbers that servers read, and so sign, differently, as sentences: "valid_until_ts is written as 1e12". */
      readonly unsafeNumbers: readonly string[];
    };

/** `signedBy`: the server name whose signatures count, the original one. Ed25519 by node:crypto. Never throws. */
export const readSigningKeys = (text: JsonText, signedBy: string): SigningKeysReading => {
  const json = readJson(text);
  if (json.kind === 'not-json') return { kind: 'invalid-json', fault: json.fault };
  const members = json.value;
  if (!isJsonObject(members)) return { kind: 'not-an-object', found: jsonKind(members) };

  const keys = objectMember(members, 'verify_keys');
  const signatures = objectMember(members, 'signatures');
  const ownSignatures = objectMember(signatures, signedBy);
  const signed = canonicalJson(withoutSignatures(members));
  const message = signed.kind === 'canonical' ? Buffer.from(signed.text) : null;

  return {
    kind: 'read',
    members,
    serverName: typeof members.server_name === 'string' ? members.server_name : null,
    validUntilTs: integerOrNull(members.valid_until_ts),
    missing: missingMembers(members),
    verifyKeys: entriesOf(keys).map(([id, entry]) => readVerifyKey(id, entry, ownSignatures, message)),
    oldVerifyKeys: entriesOf(objectMember(members, 'old_verify_keys')).map(([id, entry]) =>
      readOldVerifyKey(id, entry, keys),
    ),
    unlistedSignatures: entriesOf(ownSignatures)
      .map(([id]) => id)
      .filter((id) => !Object.hasOwn(keys, id)),
    signingNames: entriesOf(signatures).map(([name]) => name),
    canonicalFault: signed.kind === 'impossible' ? `${signed.fault.path} ${signed.fault.message}` : null,
    duplicateKeys: json.duplicateKeys,
    unsafeNumbers: json.unsafeNumbers.map(({ path, token }) => `${path} is written as ${token}`),
  };
};

/** Each signature costs a tenth of a millisecond, and an answer has room for thousands. */
const MOST_ENTRIES = 64;

const entriesOf = (object: JsonObject): readonly (readonly [string, unknown])[] =>
  Object.entries(object).slice(0, MOST_ENTRIES);

/** The member where it is an object, else an empty one. Only own members: the names come from outside. */
const objectMember = (object: JsonObject, name: string): JsonObject => {
  const member = Object.hasOwn(object, name) ? object[name] : undefined;
  return isJsonObject(member) ? member : {};
};

const integerOrNull = (value: unknown): number | null => (Number.isSafeInteger(value) ? Number(value) : null);

/** Top-level `signatures` and `unsigned` are not signed, everything else is (appendices, "Checking for a Signature"). */
const withoutSignatures = (members: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(members).filter(([name]) => name !== 'signatures' && name !== 'unsigned'));

/** Required since v1.12 of the specification. */
const REQUIRED = {
  server_name: { expected: 'a string', holds: (value: unknown) => typeof value === 'string' },
  verify_keys: { expected: 'an object', holds: isJsonObject },
  signatures: { expected: 'an object', holds: isJsonObject },
  valid_until_ts: { expected: 'an integer', holds: (value: unknown) => integerOrNull(value) !== null },
} as const satisfies Record<string, { expected: string; holds(value: unknown): boolean }>;

const missingMembers = (members: JsonObject): readonly string[] => {
  const required = Object.entries(REQUIRED).flatMap(([name, { expected, holds }]) => {
    const value = members[name];
    if (holds(value)) return [];
    return value === undefined ? [`${name} is missing`] : [`${name} is ${found(value)} in place of ${expected}`];
  });
  const old = members.old_verify_keys;
  if (old === undefined || isJsonObject(old)) return required;
  return [...required, `old_verify_keys is ${found(old)} in place of an object`];
};

const found = (value: unknown): string => (typeof value === 'number' ? String(value) : jsonKind(value));

const readVerifyKey = (
  id: string,
  entry: unknown,
  signatures: JsonObject,
  message: Uint8Array | null,
): VerifyKeyReading => {
  const { algorithm, bytes, faults } = readKeyEntry(id, entry);
  const isEd25519 = algorithm === 'ed25519';
  return {
    id,
    algorithm,
    key: isEd25519 && bytes !== null ? writeBase64(bytes) : null,
    faults,
    signature: isEd25519 ? checkSignature(id, bytes, signatures, message) : 'not-checked',
  };
};

const checkSignature = (
  id: string,
  key: Uint8Array | null,
  signatures: JsonObject,
  message: Uint8Array | null,
): VerifyKeyReading['signature'] => {
  if (!Object.hasOwn(signatures, id)) return 'absent';
  const written = signatures[id];
  const signature = typeof written === 'string' ? readBase64(written) : undefined;
  if (signature?.kind !== 'bytes' || signature.bytes.length !== ED25519_SIGNATURE_BYTES) return 'undecodable';
  if (key === null || message === null) return 'not-checked';
  return verifyEd25519(key, message, signature.bytes) ? 'valid' : 'invalid';
};

const readOldVerifyKey = (id: string, entry: unknown, keys: JsonObject): OldVerifyKeyReading => {
  const written = isJsonObject(entry) ? entry.expired_ts : undefined;
  const expiredTs = integerOrNull(written);
  const faults = readKeyEntry(id, entry)
    .faults.filter(({ kind }) => kind !== 'unknown-algorithm')
    .map(({ message }) => message);
  if (isJsonObject(entry) && expiredTs === null) {
    faults.push(
      written === undefined ? 'has no expired_ts' : `has ${found(written)} for expired_ts in place of an integer`,
    );
  }
  if (Object.hasOwn(keys, id)) faults.push('stands in verify_keys too');
  return { id, expiredTs, faults };
};
