import { describe, expect, it } from 'vitest';
import { isSelected, unknownWord } from '../../src/report/selection.js';

describe('isSelected', () => {
  it.each([
    [[], [], true],
    [['tls'], [], true],
    [['tls/certificate-name'], [], true],
    [['keys', 'tls'], [], true],
    [['keys'], [], false],
    [['tls/certificate'], [], false],
    [[], ['tls'], false],
    [[], ['tls/certificate-name'], false],
    [[], ['tls/certificate-dates'], true],
    [['tls'], ['tls/certificate-name'], false],
    [['tls/certificate-name'], ['tls'], false],
  ])('only %j, skip %j: %j', (only, skip, expected) => {
    expect(isSelected('tls/certificate-name', { only, skip })).toBe(expected);
  });

  it('does not take an area for the beginning of another', () => {
    expect(isSelected('client-tls/certificate-name', { only: ['client'], skip: [] })).toBe(false);
  });
});

describe('unknownWord', () => {
  const ids = ['tls/certificate-name', 'keys/self-signed'] as const;

  it('knows areas and ids', () => {
    expect(unknownWord({ only: ['tls', 'keys/self-signed'], skip: ['cors'] }, ids)).toBeUndefined();
  });

  it('says what was meant', () => {
    expect(unknownWord({ only: ['tls'], skip: ['key'] }, ids)).toEqual({ word: 'key', nearest: 'keys' });
    expect(unknownWord({ only: ['tls/certificate-nam'], skip: [] }, ids)).toEqual({
      word: 'tls/certificate-nam',
      nearest: 'tls/certificate-name',
    });
    expect(unknownWord({ only: [], skip: ['nonsense'] }, ids)).toEqual({ word: 'nonsense', nearest: null });
  });
});
