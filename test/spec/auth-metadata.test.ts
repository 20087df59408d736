import { describe, expect, it } from 'vitest';
import { type AuthMetadataFault, readAuthMetadata } from '../../src/spec/auth-metadata.js';

/** The example of the specification (v1.19). */
const EXAMPLE = {
  account_management_actions_supported: [
    'org.matrix.profile',
    'org.matrix.devices_list',
    'org.matrix.device_view',
    'org.matrix.device_delete',
    'org.matrix.account_deactivate',
    'org.matrix.cross_signing_reset',
  ],
  account_management_uri: 'https://account.example.com/',
  authorization_endpoint: 'https://account.example.com/oauth2/auth',
  code_challenge_methods_supported: ['S256'],
  device_authorization_endpoint: 'https://account.example.com/oauth2/device',
  grant_types_supported: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
  issuer: 'https://account.example.com/',
  registration_endpoint: 'https://account.example.com/oauth2/clients/register',
  response_modes_supported: ['query', 'fragment'],
  response_types_supported: ['code'],
  revocation_endpoint: 'https://account.example.com/oauth2/revoke',
  token_endpoint: 'https://account.example.com/oauth2/token',
};

const faultsOf = (changes: Readonly<Record<string, unknown>>): readonly AuthMetadataFault[] => {
  const reading = readAuthMetadata(JSON.parse(JSON.stringify({ ...EXAMPLE, ...changes })));
  if (reading.kind !== 'metadata') throw new Error(reading.kind);
  return reading.faults;
};

it('finds nothing wrong in the example of the specification', () => {
  expect(readAuthMetadata(EXAMPLE)).toEqual({
    kind: 'metadata',
    issuer: 'https://account.example.com/',
    faults: [],
  });
});

it.each([
  [[], 'an array'],
  [null, 'null'],
  ['https://account.example.com/', 'a string'],
])('%j is no metadata', (value, found) => {
  expect(readAuthMetadata(value)).toEqual({ kind: 'not-an-object', found });
});

it('does without what is optional, and takes what it does not know', () => {
  const changes = {
    account_management_uri: undefined,
    account_management_actions_supported: undefined,
    device_authorization_endpoint: undefined,
    'org.example.more': 1,
  };
  expect(faultsOf(changes)).toEqual([]);
});

describe('stops every client', () => {
  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ issuer: undefined }, 'no issuer'],
    [{ authorization_endpoint: undefined }, 'no authorization_endpoint'],
    [{ token_endpoint: null }, 'token_endpoint is null'],
    [{ revocation_endpoint: 5 }, 'revocation_endpoint is a number'],
    [{ account_management_uri: [] }, 'account_management_uri is an array'],
    [{ response_types_supported: undefined }, 'no response_types_supported'],
    [{ response_types_supported: ['token'] }, 'response_types_supported lacks code'],
    [{ grant_types_supported: ['authorization_code'] }, 'grant_types_supported lacks refresh_token'],
    [{ response_modes_supported: ['query'] }, 'response_modes_supported lacks fragment'],
    [{ code_challenge_methods_supported: 'S256' }, 'code_challenge_methods_supported is a string'],
    [{ code_challenge_methods_supported: ['plain'] }, 'code_challenge_methods_supported lacks S256'],
  ])('%j', (changes, words) => {
    expect(faultsOf(changes)).toEqual([{ stops: 'clients', words }]);
  });
});

describe('stops matrix-js-sdk alone', () => {
  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ registration_endpoint: undefined }, 'no registration_endpoint'],
    [{ response_modes_supported: undefined }, 'no response_modes_supported'],
    [{ device_authorization_endpoint: null }, 'device_authorization_endpoint is null'],
  ])('%j', (changes, words) => {
    expect(faultsOf(changes)).toEqual([{ stops: 'browsers', words }]);
  });
});

describe('stops Ruma alone', () => {
  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ issuer: 'http://[::]:8080/' }, 'issuer is not https'],
    [{ issuer: 'https://account.example.com/?tenant=1' }, 'issuer has a query'],
    [{ issuer: 'https://account.example.com/#a' }, 'issuer has a fragment'],
    [{ token_endpoint: '/oauth2/token' }, 'token_endpoint is not a whole web address'],
    [{ account_management_uri: 'http://account.example.com/' }, 'account_management_uri is not https'],
  ])('%j', (changes, words) => {
    expect(faultsOf(changes)).toEqual([{ stops: 'strict-clients', words }]);
  });

  it('but not a query of an endpoint', () => {
    expect(faultsOf({ authorization_endpoint: 'https://account.example.com/auth?tenant=1' })).toEqual([]);
  });
});
