import { readBase64 } from './base64.js';
import { ED25519_KEY_BYTES } from './ed25519.js';
import { isJsonObject, type JsonFault, type JsonText, jsonKind, readJson } from './json.js';

/** What the text of `/.well-known/matrix/policy_server` says (Client-Server specification, MSC4284). `fault`: a plain sentence without a full stop. */
export type PolicyServerFileReading =
  | { readonly kind: 'invalid-json'; readonly fault: JsonFault }
  | { readonly kind: 'read'; readonly fault: string | null };

/** The text asks for unpadded base64 and its example is in the URL-safe alphabet, so both are fine. */
export const readPolicyServerFile = (text: JsonText): PolicyServerFileReading => {
  const json = readJson(text);
  if (json.kind === 'not-json') return { kind: 'invalid-json', fault: json.fault };
  return { kind: 'read', fault: faultOf(json.value) };
};

const faultOf = (members: unknown): string | null => {
  if (!isJsonObject(members)) return `it is ${jsonKind(members)} in place of an object`;
  const keys = members.public_keys;
  if (!isJsonObject(keys)) {
    return keys === undefined ? 'it has no public_keys' : `public_keys is ${jsonKind(keys)} in place of an object`;
  }
  const key = keys.ed25519;
  if (typeof key !== 'string') {
    return key === undefined
      ? 'public_keys has no ed25519'
      : `ed25519 of public_keys is ${jsonKind(key)} in place of a string`;
  }
  const decoded = readBase64(key);
  if (decoded.kind === 'invalid') return 'ed25519 of public_keys is not base64';
  return decoded.bytes.length === ED25519_KEY_BYTES
    ? null
    : `ed25519 of public_keys has ${decoded.bytes.length} bytes, and such a key has ${ED25519_KEY_BYTES}`;
};
