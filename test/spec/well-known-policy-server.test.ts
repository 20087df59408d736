import { expect, it } from 'vitest';
import { readPolicyServerFile } from '../../src/spec/well-known-policy-server.js';

const KEY = Buffer.alloc(32, 0xfb);

it.each([
  ['standard base64', KEY.toString('base64').replace(/=+$/, '')],
  ['padded', KEY.toString('base64')],
  ['URL-safe, as in the example of the specification', KEY.toString('base64url')],
])('takes a key in %s', (_name, ed25519) => {
  expect(readPolicyServerFile(JSON.stringify({ public_keys: { ed25519, more: 1 } }))).toEqual({
    kind: 'read',
    fault: null,
  });
});

it.each([
  ['[]', 'it is an array in place of an object'],
  ['{}', 'it has no public_keys'],
  ['{"public_keys":[]}', 'public_keys is an array in place of an object'],
  ['{"public_keys":{}}', 'public_keys has no ed25519'],
  ['{"public_keys":{"ed25519":17}}', 'ed25519 of public_keys is a number in place of a string'],
  ['{"public_keys":{"ed25519":"ed25519:abc"}}', 'ed25519 of public_keys is not base64'],
  ['{"public_keys":{"ed25519":"AAAA"}}', 'ed25519 of public_keys has 3 bytes, and such a key has 32'],
])('%s: %s', (text, fault) => {
  expect(readPolicyServerFile(text)).toEqual({ kind: 'read', fault });
});

it('tells what is not JSON', () => {
  expect(readPolicyServerFile('{')).toMatchObject({ kind: 'invalid-json', fault: { kind: 'syntax' } });
});
