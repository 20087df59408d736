import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { canonicalJson } from '../spec/canonical-json.js';
import type { JsonObject } from '../spec/json.js';
import type { HomeserverRecipe, KeysFault } from './scenario.js';

/** The keys of one lab, by the label of the key set, made when they are first asked for. */
export type KeyRing = (label: string) => SigningKey;

export interface SigningKey {
  readonly privateKey: KeyObject;
  /** The 32 bytes of the public key. */
  readonly publicBytes: Buffer;
}

export const newKeyRing = (): KeyRing => {
  const keys = new Map<string, SigningKey>();
  return (label) => {
    const key = keys.get(label) ?? newKey();
    keys.set(label, key);
    return key;
  };
};

const KEY_ID = 'ed25519:lab1';
const DAY_MS = 86_400_000;

/** The answer of `GET /_matrix/key/v2/server` (Server-Server specification, "Publishing Keys"), with the fault of the recipe in it. */
export const signingKeysAnswer = (recipe: HomeserverRecipe, ring: KeyRing): JsonObject => {
  const { keys = {}, serverName } = recipe;
  const key = ring(keys.keySet ?? 'main');
  const validUntil = Date.now() + (keys.validForMs ?? DAY_MS);
  const document: JsonObject = {
    server_name: keys.serverName ?? serverName,
    valid_until_ts: keys.validUntilUnit === 'seconds' ? Math.floor(validUntil / 1000) : validUntil,
    verify_keys: { [KEY_ID]: { key: unpadded(key) } },
    old_verify_keys: {},
    ...keys.extra,
  };
  return faulty(keys.fault, document, key, ring);
};

const newKey = (): SigningKey => {
  for (;;) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const publicBytes = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    // So that the two alphabets of base64 differ in it.
    if (/[+/]/.test(publicBytes.toString('base64'))) return { privateKey, publicBytes };
  }
};

const unpadded = ({ publicBytes }: SigningKey): string => publicBytes.toString('base64').replace(/=+$/, '');

/** Signs as the specification's appendices say, under the name in `server_name`. */
const signed = (document: JsonObject, key: SigningKey, keyId = KEY_ID): JsonObject => {
  const canonical = canonicalJson(document);
  if (canonical.kind === 'impossible') throw new Error(`the key document cannot be signed: ${canonical.fault.message}`);
  const signature = sign(null, Buffer.from(canonical.text), key.privateKey).toString('base64').replace(/=+$/, '');
  return { ...document, signatures: { [String(document.server_name)]: { [keyId]: signature } } };
};

const faulty = (fault: KeysFault | undefined, document: JsonObject, key: SigningKey, ring: KeyRing): JsonObject => {
  const withKeys = (verifyKeys: JsonObject, keyId = KEY_ID) =>
    signed({ ...document, verify_keys: verifyKeys }, key, keyId);
  const withOldKeys = (oldKeys: JsonObject) => signed({ ...document, old_verify_keys: oldKeys }, key);
  const own = { [KEY_ID]: { key: unpadded(key) } };
  const other = unpadded(ring('another key'));
  switch (fault) {
    case undefined:
      return signed(document, key);
    case 'altered':
      return { ...signed(document, key), valid_until_ts: Number(document.valid_until_ts) + 1 };
    case 'unsigned':
      return { ...document, signatures: {} };
    case 'no-signatures':
      return document;
    case 'unlisted-key-signs':
      return signed(document, ring('another key'), 'ed25519:unlisted');
    case 'padded-key':
      return withKeys({ [KEY_ID]: { key: key.publicBytes.toString('base64') } });
    case 'url-safe-key':
      return withKeys({ [KEY_ID]: { key: key.publicBytes.toString('base64url') } });
    case 'short-key':
      return withKeys({ [KEY_ID]: { key: key.publicBytes.subarray(1).toString('base64').replace(/=+$/, '') } });
    case 'no-ed25519':
      return withKeys({ 'curve25519:lab1': { key: unpadded(key) } }, 'curve25519:lab1');
    case 'float':
      return { ...signed(document, key), 'org.example.load': 0.5 };
    case 'second-key-silent':
      return withKeys({ ...own, 'ed25519:lab2': { key: other } });
    case 'key-id-with-dash':
      return withKeys({ 'ed25519:lab-1': { key: unpadded(key) } }, 'ed25519:lab-1');
    case 'no-valid-until':
      return signed(without(document, 'valid_until_ts'), key);
    case 'no-verify-keys':
      return signed(without(document, 'verify_keys'), key);
    case 'old-key-without-expiry':
      return withOldKeys({ 'ed25519:lab0': { key: other } });
    case 'old-key-in-future':
      return withOldKeys({ 'ed25519:lab0': { key: other, expired_ts: Date.now() + DAY_MS } });
    case 'old-key-still-current':
      return withOldKeys({ [KEY_ID]: { key: unpadded(key), expired_ts: Date.now() - DAY_MS } });
  }
};

const without = (document: JsonObject, member: string): JsonObject =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== member));
