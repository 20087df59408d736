import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isCanonicalPoint, isSmallOrderPoint, verifyEd25519 } from '../../src/spec/ed25519.js';
import { corpusPath } from '../corpora.js';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

describe('verifyEd25519', () => {
  // RFC 8032, 7.1, test 2.
  const key = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  const message = hex('72');
  const signature = hex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );

  it('takes a good signature', () => {
    expect(verifyEd25519(key, message, signature)).toBe(true);
  });

  it('refuses another message, key or length', () => {
    expect(verifyEd25519(key, hex('73'), signature)).toBe(false);
    expect(verifyEd25519(new Uint8Array(32).fill(7), message, signature)).toBe(false);
    expect(verifyEd25519(key.subarray(1), message, signature)).toBe(false);
    expect(verifyEd25519(key, message, signature.subarray(1))).toBe(false);
    expect(verifyEd25519(key, message, new Uint8Array(65))).toBe(false);
  });
});

describe('isSmallOrderPoint', () => {
  it('knows the points, whatever the sign of x', () => {
    expect(isSmallOrderPoint(new Uint8Array(32))).toBe(true);
    expect(isSmallOrderPoint(hex(`01${'00'.repeat(30)}80`))).toBe(true);
    expect(isSmallOrderPoint(hex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa'))).toBe(true);
    expect(isSmallOrderPoint(hex(`ec${'ff'.repeat(31)}`))).toBe(true);
  });

  it('leaves its argument and other keys alone', () => {
    const key = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af466ff');
    expect(isSmallOrderPoint(key)).toBe(false);
    expect(key[31]).toBe(0xff);
  });
});

describe('isCanonicalPoint', () => {
  it.each([
    [`ec${'ff'.repeat(30)}7f`, true],
    [`ed${'ff'.repeat(30)}7f`, false],
    [`ee${'ff'.repeat(31)}`, false],
    ['ff'.repeat(32), false],
    [`ff${'ff'.repeat(29)}fe7f`, true],
    [`ff${'ff'.repeat(30)}7e`, true],
    ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', true],
  ])('%s: %j', (key, canonical) => {
    expect(isCanonicalPoint(hex(key))).toBe(canonical);
  });

  it('finds all that are not, and no other', () => {
    const prime = 2n ** 255n - 19n;
    for (let y = prime - 20n; y < 2n ** 255n; y += 1n) {
      const bytes = new Uint8Array(Buffer.from(y.toString(16).padStart(64, '0'), 'hex').reverse());
      expect(isCanonicalPoint(bytes)).toBe(y < prime);
    }
  });
});

interface Wycheproof {
  readonly numberOfTests: number;
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk: string };
    readonly tests: readonly {
      readonly tcId: number;
      readonly msg: string;
      readonly sig: string;
      readonly result: string;
    }[];
  }[];
}

const vectors = corpusPath('wycheproof-ed25519.json');

describe.skipIf(vectors === null)('the vectors of Wycheproof (skipped where they are not beside the project)', () => {
  it('end as they should', () => {
    if (vectors === null) return;
    const { numberOfTests, testGroups }: Wycheproof = JSON.parse(readFileSync(vectors, 'utf8'));
    const outcomes = testGroups.flatMap(({ publicKey, tests }) =>
      tests.map(({ tcId, msg, sig, result }) => ({
        tcId,
        expected: result === 'valid',
        seen: verifyEd25519(hex(publicKey.pk), hex(msg), hex(sig)),
      })),
    );
    expect(outcomes.filter(({ expected, seen }) => expected !== seen)).toEqual([]);
    expect(outcomes).toHaveLength(numberOfTests);
    expect(numberOfTests).toBeGreaterThan(100);
  });
});
