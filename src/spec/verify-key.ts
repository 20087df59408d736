import { type Base64Reading, readBase64 } from './base64.js';
import { ED25519_KEY_BYTES, isCanonicalPoint, isSmallOrderPoint } from './ed25519.js';
import { isJsonObject, jsonKind } from './json.js';

/** What is odd or wrong about a key: a plain sentence without a full stop whose subject is the key ("is padded", "has 31 bytes, expected 32"). */
export interface VerifyKeyFault {
  readonly kind:
    | 'undecodable'
    | 'wrong-length'
    /** A point that anybody can sign for. */
    | 'weak'
    /** y is not below the prime: libsodium, and so Synapse, refuses it, other libraries take it for another point. */
    | 'non-canonical'
    | 'padded'
    | 'url-safe'
    | 'odd-version'
    | 'unknown-algorithm'
    | 'not-an-object';
  readonly message: string;
}

/** One entry of `verify_keys` or `old_verify_keys`, by itself (Server-Server specification, "Publishing Keys"). */
export interface KeyEntry {
  /** What stands before the colon of the id. */
  readonly algorithm: string;
  /** null where it cannot be decoded, or not to 32 bytes where it should. */
  readonly bytes: Uint8Array | null;
  readonly faults: readonly VerifyKeyFault[];
}

/** `id`: `ed25519:abc`; `entry`: `{ key }`. */
export const readKeyEntry = (id: string, entry: unknown): KeyEntry => {
  const { algorithm, faults } = readKeyId(id);
  if (!isJsonObject(entry)) {
    return {
      algorithm,
      bytes: null,
      faults: [...faults, fault('not-an-object', `is ${jsonKind(entry)} in place of an object`)],
    };
  }
  const { key } = entry;
  if (typeof key !== 'string') {
    const message = key === undefined ? 'has no key in it' : `has ${jsonKind(key)} for a key in place of a string`;
    return { algorithm, bytes: null, faults: [...faults, fault('undecodable', message)] };
  }
  const decoded = readBase64(key);
  const bytes = decoded.kind === 'bytes' ? decoded.bytes : null;
  const keyFaults = [...faults, ...encodingFaults(decoded)];
  if (algorithm !== 'ed25519' || bytes === null) return { algorithm, bytes, faults: keyFaults };
  if (bytes.length !== ED25519_KEY_BYTES) {
    const message = `has ${bytes.length} bytes, expected ${ED25519_KEY_BYTES}`;
    return { algorithm, bytes: null, faults: [...keyFaults, fault('wrong-length', message)] };
  }
  return { algorithm, bytes, faults: [...keyFaults, ...pointFaults(bytes)] };
};

const pointFaults = (bytes: Uint8Array): readonly VerifyKeyFault[] => {
  if (isSmallOrderPoint(bytes)) return [fault('weak', 'is a point of small order, for which anybody can sign')];
  if (isCanonicalPoint(bytes)) return [];
  return [fault('non-canonical', 'is written as a number beyond the prime 2^255 - 19, which no program makes')];
};

const fault = (kind: VerifyKeyFault['kind'], message: string): VerifyKeyFault => ({ kind, message });

const readKeyId = (id: string): Pick<KeyEntry, 'algorithm' | 'faults'> => {
  const [algorithm = '', version] = id.split(/:(.*)/su, 2);
  const faults = [];
  if (algorithm !== 'ed25519') {
    faults.push(fault('unknown-algorithm', 'is not an ed25519 key, the only kind that servers know'));
  }
  if (version === undefined || version === '') {
    faults.push(fault('odd-version', 'has no version behind the colon of its id'));
  } else if (!/^[a-zA-Z0-9_]+$/.test(version)) {
    faults.push(fault('odd-version', 'has characters outside of a-z A-Z 0-9 _ in the version of its id'));
  }
  return { algorithm, faults };
};

const encodingFaults = (decoded: Base64Reading): readonly VerifyKeyFault[] => {
  if (decoded.kind === 'invalid') return [fault('undecodable', 'is not base64')];
  return decoded.oddities.map((oddity) =>
    oddity === 'padded'
      ? fault('padded', 'is padded with "=", and Matrix has unpadded base64')
      : fault('url-safe', 'is in the URL-safe alphabet ("-" and "_"), and the standard one ("+" and "/") is asked for'),
  );
};
