import { type BaseUrl, readBaseUrl } from './base-url.js';
import { isJsonObject, type JsonFault, type JsonObject, type JsonText, jsonKind, readJson } from './json.js';
import { asBrowsersDecode } from './utf8-fault.js';

export { type BaseUrl, type BaseUrlOddity, endpointUrl, readBaseUrl } from './base-url.js';

/** What the text of `/.well-known/matrix/client` says, up to the point where the network is needed (Client-Server specification, "Well-known URIs"). */
export type ClientFileReading =
  /** Nothing, or white space only. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid-json'; readonly fault: JsonFault }
  | { readonly kind: 'not-an-object'; readonly found: string }
  /** `found`: "no m.homeserver", "m.homeserver is a string", "no base_url in m.homeserver", "base_url is null", "base_url is empty". */
  | { readonly kind: 'missing-base-url'; readonly found: string; readonly members: JsonObject }
  /** `why`: one plain sentence without a full stop. `baseUrl` is JSON text where it is no string. */
  | { readonly kind: 'invalid-base-url'; readonly baseUrl: string; readonly why: string; readonly members: JsonObject }
  | {
      readonly kind: 'usable';
      readonly baseUrl: BaseUrl;
      readonly identityServer: IdentityServerReading;
      readonly members: JsonObject;
      readonly duplicateKeys: readonly string[];
    };

export type IdentityServerReading =
  | { readonly kind: 'absent' }
  /** `m.identity_server` is there, but not an object with a string `base_url` that is an https URL; `null` throws in matrix-js-sdk. */
  | { readonly kind: 'invalid'; readonly found: string }
  | { readonly kind: 'usable'; readonly baseUrl: BaseUrl };

/**
 * As a browser reads it (Fetch standard, "consume body": `Response.json()`): a byte order mark is left out, wrong bytes become U+FFFD, and of
 * members that stand twice the last one counts. What other clients refuse of that is in `strict-client-file.ts`.
 */
export const readClientFile = (text: JsonText): ClientFileReading => {
  const json = readJson(text === null ? null : asBrowsersDecode(text));
  if (json.kind === 'not-json') {
    // Where the bytes are wrong, they are the cause, and not what a browser makes of them.
    const cause = typeof text === 'string' || text === null ? json : readJson(text);
    const fault = cause.kind === 'not-json' ? cause.fault : json.fault;
    return fault.kind === 'empty' ? { kind: 'empty' } : { kind: 'invalid-json', fault };
  }
  const members = json.value;
  if (!isJsonObject(members)) return { kind: 'not-an-object', found: jsonKind(members) };

  const homeserver = members['m.homeserver'];
  if (!isJsonObject(homeserver)) {
    const found = homeserver === undefined ? 'no m.homeserver' : `m.homeserver is ${jsonKind(homeserver)}`;
    return { kind: 'missing-base-url', found, members };
  }
  const written = homeserver.base_url;
  if (written === undefined) return { kind: 'missing-base-url', found: 'no base_url in m.homeserver', members };
  // Clients take both for "not provided".
  if (written === null) return { kind: 'missing-base-url', found: 'base_url is null', members };
  if (written === '') return { kind: 'missing-base-url', found: 'base_url is empty', members };
  if (typeof written !== 'string') {
    const why = `it is ${jsonKind(written)} in place of a string`;
    return { kind: 'invalid-base-url', baseUrl: JSON.stringify(written), why, members };
  }
  const reading = readBaseUrl(written);
  if (reading.kind === 'invalid') return { kind: 'invalid-base-url', baseUrl: written, why: reading.why, members };
  return {
    kind: 'usable',
    baseUrl: reading.baseUrl,
    identityServer: readIdentityServer(members),
    members,
    duplicateKeys: json.duplicateKeys,
  };
};

const readIdentityServer = (members: JsonObject): IdentityServerReading => {
  if (!Object.hasOwn(members, 'm.identity_server')) return { kind: 'absent' };
  const identityServer = members['m.identity_server'];
  if (!isJsonObject(identityServer)) return unusable(`m.identity_server is ${jsonKind(identityServer)}`);
  const written = identityServer.base_url;
  if (written === undefined) return unusable('no base_url in m.identity_server');
  if (typeof written !== 'string') return unusable(`base_url of m.identity_server is ${jsonKind(written)}`);
  const reading = readBaseUrl(written);
  if (reading.kind === 'invalid') return unusable(`base_url of m.identity_server is no URL: ${reading.why}`);
  if (reading.baseUrl.scheme === 'http')
    return unusable('base_url of m.identity_server is http, and https is required');
  return { kind: 'usable', baseUrl: reading.baseUrl };
};

const unusable = (found: string): IdentityServerReading => ({ kind: 'invalid', found });
