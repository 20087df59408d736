import { createPrivateKey, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readBase64, writeBase64 } from '../../src/spec/base64.js';
import { canonicalJson } from '../../src/spec/canonical-json.js';
import { readSigningKeys, type SigningKeysReading } from '../../src/spec/signing-keys.js';

const decoded = (text: string): Uint8Array => {
  const reading = readBase64(text);
  if (reading.kind === 'invalid') throw new Error(`${text} is not base64`);
  return reading.bytes;
};

// Appendices, "Cryptographic Test Vectors".
const SEED = decoded('YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1');
const PUBLIC_KEY = 'XGX0JRS2Af3be3knz2fBiRbApjm2Dh61gXDJA8kcJNI';
const OTHER_KEY = 'KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL';

const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), SEED]),
  format: 'der',
  type: 'pkcs8',
});

const signatureOf = (object: unknown): string => {
  const canonical = canonicalJson(object);
  if (canonical.kind === 'impossible') throw new Error(canonical.fault.message);
  return writeBase64(sign(null, Buffer.from(canonical.text), privateKey));
};

const healthy = {
  server_name: 'domain',
  valid_until_ts: 1_652_262_000_000,
  verify_keys: { 'ed25519:1': { key: PUBLIC_KEY } },
  old_verify_keys: {},
};

/** The healthy answer with other members, signed as the server `domain`. */
const answer = (members: Record<string, unknown> = {}, signatures?: Record<string, unknown>): string => {
  const object = { ...healthy, ...members };
  return JSON.stringify({ ...object, signatures: signatures ?? { domain: { 'ed25519:1': signatureOf(object) } } });
};

const read = (text: string, signedBy = 'domain'): Extract<SigningKeysReading, { kind: 'read' }> => {
  const reading = readSigningKeys(text, signedBy);
  if (reading.kind !== 'read') throw new Error(reading.kind);
  return reading;
};

const signatureStates = (text: string, signedBy?: string): Record<string, string> =>
  Object.fromEntries(read(text, signedBy).verifyKeys.map(({ id, signature }) => [id, signature]));

describe('the vectors of the specification', () => {
  it('are signed alike', () => {
    expect(signatureOf({})).toBe(
      'K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ',
    );
    expect(signatureOf({ two: 'Two', one: 1 })).toBe(
      'KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw',
    );
    expect(signatureOf(healthy)).toBe(
      'FGoX7oBz36Xr5gZoCR7HSq2FtzDErzcUj0qWuPVA6XtQjT7TFP6ASqj4RJawsHF5EaV2tLUd6bBZ+yn4qYEIDw',
    );
  });
});

describe('readSigningKeys', () => {
  it('reads a healthy answer and verifies it', () => {
    expect(read(answer())).toEqual({
      kind: 'read',
      members: JSON.parse(answer()),
      serverName: 'domain',
      validUntilTs: 1_652_262_000_000,
      missing: [],
      verifyKeys: [{ id: 'ed25519:1', algorithm: 'ed25519', key: PUBLIC_KEY, faults: [], signature: 'valid' }],
      oldVerifyKeys: [],
      unlistedSignatures: [],
      signingNames: ['domain'],
      canonicalFault: null,
      duplicateKeys: [],
      unsafeNumbers: [],
    });
  });

  it.each([
    ['', { kind: 'invalid-json', fault: { kind: 'empty' } }],
    ['<html>', { kind: 'invalid-json', fault: { kind: 'html' } }],
    [null, { kind: 'invalid-json', fault: { kind: 'not-utf8' } }],
    ['[]', { kind: 'not-an-object', found: 'an array' }],
    ['null', { kind: 'not-an-object', found: 'null' }],
  ])('tells %j', (text, expected) => {
    expect(readSigningKeys(text, 'domain')).toMatchObject(expected);
  });

  it('leaves signatures and unsigned out of what is signed, at the top only, and nothing else', () => {
    const extra = { 'org.example': { signatures: 1, unsigned: 2 }, '\u{10000}': 1, '\ufffd': 2, __proto__x: 3 };
    const text = answer(extra);
    expect(signatureStates(text)).toEqual({ 'ed25519:1': 'valid' });
    expect(signatureStates(text.replace('"org.example":', '"unsigned":{"a":1.5},"org.example":'))).toEqual({
      'ed25519:1': 'valid',
    });
    expect(signatureStates(text.replace('"unsigned":2', '"unsigned":3'))).toEqual({ 'ed25519:1': 'invalid' });
  });

  it('keeps a member __proto__ among what is signed', () => {
    const object = JSON.parse(`{"__proto__":{"x":1},${JSON.stringify(healthy).slice(1)}`);
    const signatures = { domain: { 'ed25519:1': signatureOf(object) } };
    const text = `{"__proto__":{"x":1},"signatures":${JSON.stringify(signatures)},${JSON.stringify(healthy).slice(1)}`;
    expect(signatureStates(text)).toEqual({ 'ed25519:1': 'valid' });
    expect(signatureStates(text.replace('"x":1', '"x":2'))).toEqual({ 'ed25519:1': 'invalid' });
  });

  it('counts only the signatures of the server name asked for, to the byte', () => {
    expect(signatureStates(answer(), 'Domain')).toEqual({ 'ed25519:1': 'absent' });
    expect(signatureStates(answer(), 'domain:8448')).toEqual({ 'ed25519:1': 'absent' });
    expect(read(answer(), 'other').signingNames).toEqual(['domain']);
    expect(signatureStates(answer(), 'constructor')).toEqual({ 'ed25519:1': 'absent' });
  });

  it.each([
    [{ domain: {} }, 'absent'],
    [{}, 'absent'],
    [{ domain: 'x' }, 'absent'],
    [{ domain: { 'ed25519:1': 7 } }, 'undecodable'],
    [{ domain: { 'ed25519:1': 'no base64' } }, 'undecodable'],
    [{ domain: { 'ed25519:1': 'AAAA' } }, 'undecodable'],
    [{ domain: { 'ed25519:1': 'A'.repeat(86) } }, 'invalid'],
    [{ domain: { 'ed25519:1': `${signatureOf(healthy)}==` } }, 'valid'],
  ])('judges the signatures %j: %s', (signatures, state) => {
    expect(signatureStates(answer({}, signatures))).toEqual({ 'ed25519:1': state });
  });

  it('judges each key by itself, and names those that sign without standing there', () => {
    const verify_keys = {
      'ed25519:1': { key: PUBLIC_KEY },
      'ed25519:b': { key: PUBLIC_KEY },
      'ed25519:c': { key: OTHER_KEY },
    };
    const signature = signatureOf({ ...healthy, verify_keys });
    const text = answer(
      { verify_keys },
      { domain: { 'ed25519:1': signature, 'ed25519:c': signature, 'ed25519:gone': signature } },
    );
    expect(signatureStates(text)).toEqual({ 'ed25519:1': 'valid', 'ed25519:b': 'absent', 'ed25519:c': 'invalid' });
    expect(read(text).unlistedSignatures).toEqual(['ed25519:gone']);
  });

  it.each([
    ['ed25519:1', { key: `${PUBLIC_KEY}=` }, ['padded'], 'valid'],
    ['ed25519:a-b', { key: PUBLIC_KEY }, ['odd-version'], 'valid'],
    ['ed25519:', { key: PUBLIC_KEY }, ['odd-version'], 'valid'],
    ['ed25519', { key: PUBLIC_KEY }, ['odd-version'], 'valid'],
    ['ed25519:1', { key: 'not base64' }, ['undecodable'], 'not-checked'],
    ['ed25519:1', { key: 8 }, ['undecodable'], 'not-checked'],
    ['ed25519:1', {}, ['undecodable'], 'not-checked'],
    ['ed25519:1', 'x', ['not-an-object'], 'not-checked'],
    ['ed25519:1', null, ['not-an-object'], 'not-checked'],
    ['ed25519:1', { key: 'AAAA' }, ['wrong-length'], 'not-checked'],
    ['ed25519:1', { key: writeBase64(new Uint8Array(32)) }, ['weak'], 'invalid'],
    ['ed25519:1', { key: writeBase64(new Uint8Array(32).fill(0xff)) }, ['non-canonical'], 'invalid'],
    ['curve25519:1', { key: PUBLIC_KEY }, ['unknown-algorithm'], 'not-checked'],
  ])('says of the key %s %j: %j, signature %s', (id, entry, faults, state) => {
    const verify_keys = { [id]: entry };
    const signatures = { domain: { [id]: signatureOf({ ...healthy, verify_keys }) } };
    const [key] = read(answer({ verify_keys }, signatures)).verifyKeys;
    expect(key?.faults.map(({ kind }) => kind)).toEqual(faults);
    expect(key?.signature).toBe(state);
    for (const { message } of key?.faults ?? []) expect(message).toMatch(/^(is|has) .*[^.]$/);
  });

  it('takes the URL-safe alphabet, says so, and compares in the standard one', () => {
    const bytes = new Uint8Array(32).fill(0xfb);
    const verify_keys = { 'ed25519:1': { key: Buffer.from(bytes).toString('base64url') } };
    expect(read(answer({ verify_keys })).verifyKeys[0]).toMatchObject({
      key: writeBase64(bytes),
      faults: [{ kind: 'url-safe' }],
    });
  });

  it.each([
    [{ server_name: undefined }, ['server_name is missing']],
    [{ server_name: 7 }, ['server_name is 7 in place of a string']],
    [{ valid_until_ts: undefined }, ['valid_until_ts is missing']],
    [{ valid_until_ts: '1652262000000' }, ['valid_until_ts is a string in place of an integer']],
    [{ valid_until_ts: 1.5 }, ['valid_until_ts is 1.5 in place of an integer']],
    [{ verify_keys: [] }, ['verify_keys is an array in place of an object']],
    [{ verify_keys: undefined }, ['verify_keys is missing']],
    [{ old_verify_keys: null }, ['old_verify_keys is null in place of an object']],
    [{ old_verify_keys: undefined }, []],
  ])('misses in %j: %j', (members, missing) => {
    const signatures = { domain: { 'ed25519:1': 'A'.repeat(86) } };
    expect(read(answer(members, signatures)).missing).toEqual(missing);
  });

  it('misses everything in an empty object', () => {
    expect(read('{}')).toMatchObject({
      serverName: null,
      validUntilTs: null,
      missing: [
        'server_name is missing',
        'verify_keys is missing',
        'signatures is missing',
        'valid_until_ts is missing',
      ],
      verifyKeys: [],
    });
  });

  it('reads old keys', () => {
    const old_verify_keys = {
      'ed25519:old': { key: PUBLIC_KEY, expired_ts: 1_600_000_000_000 },
      'ed25519:x': { key: PUBLIC_KEY },
      'ed25519:y': { key: '?', expired_ts: '1' },
      'ed25519:1': { key: PUBLIC_KEY, expired_ts: 1 },
      'ed25519:z': [],
    };
    expect(read(answer({ old_verify_keys })).oldVerifyKeys).toEqual([
      { id: 'ed25519:old', expiredTs: 1_600_000_000_000, faults: [] },
      { id: 'ed25519:x', expiredTs: null, faults: ['has no expired_ts'] },
      {
        id: 'ed25519:y',
        expiredTs: null,
        faults: ['is not base64', 'has a string for expired_ts in place of an integer'],
      },
      { id: 'ed25519:1', expiredTs: 1, faults: ['stands in verify_keys too'] },
      { id: 'ed25519:z', expiredTs: null, faults: ['is an array in place of an object'] },
    ]);
  });

  it('cannot check anything where there is no canonical form, and says why', () => {
    expect(read(answer({ x: { y: 1 } }).replace('"y":1', '"y":1.5'))).toMatchObject({
      canonicalFault: 'x.y is 1.5, and canonical JSON has whole numbers only',
      verifyKeys: [{ signature: 'not-checked' }],
    });
    expect(read(answer({ x: 'a' }).replace('"x":"a"', '"x":"\\ud800"'))).toMatchObject({
      canonicalFault: expect.stringContaining('surrogate'),
    });
  });

  it('names numbers that servers sign differently, and members that stand twice', () => {
    const text = answer({ x: 1 }).replace('"x":1', '"x":1.0,"x":1');
    expect(read(text)).toMatchObject({
      unsafeNumbers: ['x is written as 1.0'],
      duplicateKeys: ['x'],
      verifyKeys: [{ signature: 'valid' }],
    });
  });

  it('reads no more than 64 keys', () => {
    const verify_keys = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [`ed25519:${i}`, { key: PUBLIC_KEY }]),
    );
    expect(read(answer({ verify_keys })).verifyKeys).toHaveLength(64);
  });
});
