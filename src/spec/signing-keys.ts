import type { JsonFault, JsonObject } from './json.js';

/** One entry of `verify_keys` and whether it signed the answer. */
export interface VerifyKeyReading {
  /** `ed25519:abc` */
  readonly id: string;
  readonly algorithm: string;
  /** Standard unpadded base64 of the 32 bytes, so that keys can be compared; null where it cannot be decoded to 32 bytes. */
  readonly key: string | null;
  /** What is odd or wrong: each a plain sentence without a full stop ("is padded", "has 31 bytes, expected 32", "the version has characters outside of a-z A-Z 0-9 _"). */
  readonly faults: readonly {
    readonly kind:
      | 'undecodable'
      | 'wrong-length'
      | 'padded'
      | 'url-safe'
      | 'odd-version'
      | 'unknown-algorithm'
      | 'not-an-object';
    readonly message: string;
  }[];
  readonly signature: 'valid' | 'invalid' | 'undecodable' | 'absent' | 'not-checked';
}

export interface OldVerifyKeyReading {
  readonly id: string;
  readonly expiredTs: number | null;
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
      readonly verifyKeys: readonly VerifyKeyReading[];
      readonly oldVerifyKeys: readonly OldVerifyKeyReading[];
      /** Key ids that signed as `signedBy` but are not in `verify_keys`. */
      readonly unlistedSignatures: readonly string[];
      /** Names under which signatures exist. */
      readonly signingNames: readonly string[];
      /** Why nothing could be verified; null where canonical JSON was possible. */
      readonly canonicalFault: string | null;
      readonly duplicateKeys: readonly string[];
    };

/** `signedBy`: the server name whose signatures count, the original one. Ed25519 by node:crypto. Never throws. */
export const readSigningKeys = (text: string | null, signedBy: string): SigningKeysReading => {
  throw new Error(`not written yet: ${text} ${signedBy}`);
};
