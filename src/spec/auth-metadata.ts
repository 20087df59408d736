import { isJsonObject, type JsonObject, jsonKind } from './json.js';

/** What a 200 answer of `/auth_metadata` says (Client-Server specification, "Authentication API discovery", v1.15; RFC 8414). */
export type AuthMetadataReading =
  /** `found`: "an array", "null": what stands in place of the object. */
  | { readonly kind: 'not-an-object'; readonly found: string }
  | {
      readonly kind: 'metadata';
      /** null where it is not a string. */
      readonly issuer: string | null;
      readonly faults: readonly AuthMetadataFault[];
    };

/** Whom it stops. clients: every client. browsers: matrix-js-sdk only. strict-clients: Ruma only. */
export type AuthMetadataVictim = 'clients' | 'browsers' | 'strict-clients';

export interface AuthMetadataFault {
  readonly stops: AuthMetadataVictim;
  /** What is wrong, with the member: "no token_endpoint", "grant_types_supported lacks refresh_token", "issuer has a query". */
  readonly words: string;
}

export const readAuthMetadata = (value: unknown): AuthMetadataReading => {
  if (!isJsonObject(value)) return { kind: 'not-an-object', found: jsonKind(value) };
  return {
    kind: 'metadata',
    issuer: typeof value.issuer === 'string' ? value.issuer : null,
    faults: [
      ...URL_MEMBERS.flatMap(([member, needed]) => urlFaults(value, member, needed)),
      ...LIST_MEMBERS.flatMap(([member, values, needed]) => listFaults(value, member, values, needed)),
    ],
  };
};

/** Who gives up where the member is missing; null: nobody, since it may be. */
const URL_MEMBERS: readonly (readonly [member: string, needed: AuthMetadataVictim | null])[] = [
  ['issuer', 'clients'],
  ['authorization_endpoint', 'clients'],
  ['token_endpoint', 'clients'],
  ['revocation_endpoint', 'clients'],
  // Ruma does without it.
  ['registration_endpoint', 'browsers'],
  ['account_management_uri', null],
  ['device_authorization_endpoint', null],
];

const LIST_MEMBERS: readonly (readonly [member: string, values: readonly string[], needed: AuthMetadataVictim])[] = [
  ['response_types_supported', ['code'], 'clients'],
  ['grant_types_supported', ['authorization_code', 'refresh_token'], 'clients'],
  // RFC 8414 gives it a default, which Ruma takes and matrix-js-sdk does not.
  ['response_modes_supported', ['query', 'fragment'], 'browsers'],
  ['code_challenge_methods_supported', ['S256'], 'clients'],
];

const urlFaults = (
  metadata: JsonObject,
  member: string,
  needed: AuthMetadataVictim | null,
): readonly AuthMetadataFault[] => {
  const value = metadata[member];
  if (value === undefined || value === null) {
    if (needed !== null) return [{ stops: needed, words: value === null ? `${member} is null` : `no ${member}` }];
    // matrix-js-sdk takes a missing member, but no null.
    return value === null ? [{ stops: 'browsers', words: `${member} is null` }] : [];
  }
  if (typeof value !== 'string') return [{ stops: 'clients', words: `${member} is ${jsonKind(value)}` }];
  const problem = urlProblem(value, member === 'issuer');
  return problem === null ? [] : [{ stops: 'strict-clients', words: `${member} ${problem}` }];
};

/** What Ruma refuses in a URL; RFC 8414 forbids an issuer with a query or a fragment. */
const urlProblem = (text: string, isIssuer: boolean): string | null => {
  if (!URL.canParse(text)) return 'is not a whole web address';
  if (new URL(text).protocol !== 'https:') return 'is not https';
  if (isIssuer && text.includes('?')) return 'has a query';
  return isIssuer && text.includes('#') ? 'has a fragment' : null;
};

const listFaults = (
  metadata: JsonObject,
  member: string,
  values: readonly string[],
  needed: AuthMetadataVictim,
): readonly AuthMetadataFault[] => {
  const list = metadata[member];
  if (list === undefined || list === null)
    return [{ stops: needed, words: list === null ? `${member} is null` : `no ${member}` }];
  if (!Array.isArray(list)) return [{ stops: 'clients', words: `${member} is ${jsonKind(list)}` }];
  return values
    .filter((value) => !list.includes(value))
    .map((value) => ({ stops: 'clients', words: `${member} lacks ${value}` }));
};
