import { createPublicKey, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import type { KeysFault, KeysRecipe } from '../../src/lab/scenario.js';
import { newKeyRing, signingKeysAnswer } from '../../src/lab/signing-keys.js';

interface Document {
  readonly server_name: string;
  readonly valid_until_ts?: number;
  readonly verify_keys?: Record<string, { readonly key: string }>;
  readonly old_verify_keys: Record<string, { readonly key: string; readonly expired_ts?: number }>;
  readonly signatures?: Record<string, Record<string, string>>;
}

const ring = newKeyRing();
const answer = (keys: KeysRecipe = {}, serverName = 'example.com'): Document =>
  JSON.parse(JSON.stringify(signingKeysAnswer({ serverName, keys }, ring)));

/** Canonical JSON as far as this needs it: ASCII names, whole numbers. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, member]) => [name, sorted(member)]),
      )
    : value;

/** Whether the document is signed with that id by that key. */
const isSigned = (document: Document, keyId: string, key: string | undefined): boolean => {
  const { signatures, ...rest } = document;
  const signature = signatures?.[document.server_name]?.[keyId];
  if (signature === undefined || key === undefined) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key, 'base64').toString('base64url') };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  return verify(null, Buffer.from(JSON.stringify(sorted(rest))), publicKey, Buffer.from(signature, 'base64'));
};
const own = (document: Document) => document.verify_keys?.['ed25519:lab1']?.key;
const faulty = (fault: KeysFault) => answer({ fault });

it('makes only keys that look different in the two alphabets of base64', () => {
  const keys = Array.from({ length: 50 }, (_, index) => ring(`key ${index}`).publicBytes);
  for (const key of keys) expect(key.toString('base64')).toMatch(/[+/]/);
});

it('publishes keys that are signed, unpadded and valid for a day', () => {
  const document = answer();
  expect(document.server_name).toBe('example.com');
  expect(own(document)).toMatch(/^[A-Za-z0-9+/]{43}$/);
  expect(isSigned(document, 'ed25519:lab1', own(document))).toBe(true);
  const hours = ((document.valid_until_ts ?? 0) - Date.now()) / 3_600_000;
  expect(Math.round(hours)).toBe(24);
});

it('keeps one key for each key set of one lab', () => {
  expect(own(answer())).toBe(own(answer()));
  expect(own(answer({ keySet: 'other' }))).not.toBe(own(answer()));
  expect(own(JSON.parse(JSON.stringify(signingKeysAnswer({ serverName: 'a' }, newKeyRing()))))).not.toBe(own(answer()));
});

it('follows the recipe', () => {
  const elsewhere = answer({ serverName: 'other.example.com' });
  expect(elsewhere.server_name).toBe('other.example.com');
  expect(Object.keys(elsewhere.signatures ?? {})).toEqual(['other.example.com']);
  expect(isSigned(elsewhere, 'ed25519:lab1', own(elsewhere))).toBe(true);
  expect(answer({ validForMs: -1000 }).valid_until_ts).toBeLessThan(Date.now());
  expect(String(answer({ validUntilUnit: 'seconds' }).valid_until_ts)).toHaveLength(10);
  const extended = answer({
    extra: { 'org.example.note': 'ä', old_verify_keys: { 'ed25519:old': { key: 'a', expired_ts: 1 } } },
  });
  expect(extended).toMatchObject({ 'org.example.note': 'ä', old_verify_keys: { 'ed25519:old': { expired_ts: 1 } } });
  expect(isSigned(extended, 'ed25519:lab1', own(extended))).toBe(true);
});

it('makes each fault', () => {
  const key = own(answer());
  expect(isSigned(faulty('altered'), 'ed25519:lab1', key)).toBe(false);
  expect(faulty('unsigned').signatures).toEqual({});
  expect('signatures' in faulty('no-signatures')).toBe(false);
  expect(Object.keys(faulty('unlisted-key-signs').signatures?.['example.com'] ?? {})).toEqual(['ed25519:unlisted']);
  expect(own(faulty('padded-key'))).toBe(`${key}=`);
  expect(isSigned(faulty('padded-key'), 'ed25519:lab1', key)).toBe(true);
  expect(own(faulty('url-safe-key'))).toMatch(/^[A-Za-z0-9_-]*[_-][A-Za-z0-9_-]*$/);
  expect(Buffer.from(own(faulty('short-key')) ?? '', 'base64')).toHaveLength(31);
  expect(Object.keys(faulty('no-ed25519').verify_keys ?? {})).toEqual(['curve25519:lab1']);
  expect(Object.values(faulty('float')).some((value) => typeof value === 'number' && !Number.isInteger(value))).toBe(
    true,
  );

  const two = faulty('second-key-silent');
  expect(Object.keys(two.verify_keys ?? {})).toEqual(['ed25519:lab1', 'ed25519:lab2']);
  expect(Object.keys(two.signatures?.['example.com'] ?? {})).toEqual(['ed25519:lab1']);
  expect(isSigned(two, 'ed25519:lab1', key)).toBe(true);

  expect(isSigned(faulty('key-id-with-dash'), 'ed25519:lab-1', key)).toBe(true);
  expect('valid_until_ts' in faulty('no-valid-until')).toBe(false);
  expect(isSigned(faulty('no-valid-until'), 'ed25519:lab1', key)).toBe(true);
  expect('verify_keys' in faulty('no-verify-keys')).toBe(false);
  expect(Object.values(faulty('old-key-without-expiry').old_verify_keys)).toEqual([{ key: expect.any(String) }]);
  expect(Object.values(faulty('old-key-in-future').old_verify_keys)[0]?.expired_ts).toBeGreaterThan(Date.now());
  const current = faulty('old-key-still-current');
  expect(Object.keys(current.old_verify_keys)).toEqual(['ed25519:lab1']);
  expect(isSigned(current, 'ed25519:lab1', key)).toBe(true);
});
