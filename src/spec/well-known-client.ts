import type { JsonFault, JsonObject } from './json.js';

/** What the text of `/.well-known/matrix/client` says, up to the point where the network is needed (Client-Server specification, "Well-known URIs"). */
export type ClientFileReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid-json'; readonly fault: JsonFault }
  | { readonly kind: 'not-an-object'; readonly found: string }
  /** `found`: "no m.homeserver", "m.homeserver is a string", "no base_url in m.homeserver". */
  | { readonly kind: 'missing-base-url'; readonly found: string; readonly members: JsonObject }
  /** `why`: one plain sentence without a full stop. */
  | { readonly kind: 'invalid-base-url'; readonly baseUrl: string; readonly why: string; readonly members: JsonObject }
  | {
      readonly kind: 'usable';
      readonly baseUrl: BaseUrl;
      readonly identityServer: IdentityServerReading;
      readonly members: JsonObject;
      readonly duplicateKeys: readonly string[];
    };

/** A base URL taken apart. `host` is as written (IPv6 in brackets); `port` 443, or 80 for http, where none is written; `path` without its final slash. */
export interface BaseUrl {
  readonly written: string;
  readonly scheme: 'https' | 'http';
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** What a base URL should not have: each of `query`, `fragment`, `user-info`, `path`, `matrix-path` (ends in /_matrix...), `blanks`. */
  readonly oddities: readonly BaseUrlOddity[];
}

export type BaseUrlOddity =
  | 'query'
  | 'fragment'
  | 'user-info'
  | 'path'
  | 'matrix-path'
  | 'blanks'
  | 'upper-case-scheme';

export type IdentityServerReading =
  | { readonly kind: 'absent' }
  /** `m.identity_server` is there, but not an object with a string `base_url` that is an https URL; `null` throws in matrix-js-sdk. */
  | { readonly kind: 'invalid'; readonly found: string }
  | { readonly kind: 'usable'; readonly baseUrl: BaseUrl };

export type BaseUrlReading =
  | { readonly kind: 'valid'; readonly baseUrl: BaseUrl }
  | { readonly kind: 'invalid'; readonly why: string };

export const readClientFile = (text: string | null): ClientFileReading => {
  throw new Error(`not written yet: ${text}`);
};

/** http and https URLs only; never through WHATWG URL, which mends what clients would stumble over. */
export const readBaseUrl = (written: string): BaseUrlReading => {
  throw new Error(`not written yet: ${written}`);
};

/** `baseUrl` without exactly one final slash, then the path: never resolved as in RFC 3986 (Client-Server specification, "Well-known URIs"). */
export const endpointUrl = (baseUrl: BaseUrl, path: string): string => {
  throw new Error(`not written yet: ${baseUrl.written}${path}`);
};
