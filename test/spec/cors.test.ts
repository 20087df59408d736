import { describe, expect, it } from 'vitest';
import { corsCheck, originsAlongChain } from '../../src/spec/cors.js';

const ORIGIN = 'https://app.element.io';
const allow = (...values: readonly string[]) => values.map((value) => ['Access-Control-Allow-Origin', value] as const);

describe('corsCheck', () => {
  it.each([
    [['*'], ORIGIN, 'star'],
    [[' * '], ORIGIN, 'star'],
    [['*'], 'null', 'star'],
    [[ORIGIN], ORIGIN, 'echo'],
    [['null'], 'null', 'echo'],
  ])('lets %j through for %s', (values, origin, by) => {
    expect(corsCheck(allow(...values), origin)).toMatchObject({ kind: 'readable', by });
  });

  it.each([
    [[], ORIGIN, 'missing', null],
    [['*', '*'], ORIGIN, 'several-lines', '*, *'],
    [['*', ORIGIN], ORIGIN, 'several-lines', `*, ${ORIGIN}`],
    [['*, *'], ORIGIN, 'several-values', '*, *'],
    [[`${ORIGIN} https://a.example`], ORIGIN, 'several-values', `${ORIGIN} https://a.example`],
    [[''], ORIGIN, 'empty', ''],
    [['https://a.example'], ORIGIN, 'other-origin', 'https://a.example'],
    [['https://APP.element.io'], ORIGIN, 'other-origin', 'https://APP.element.io'],
    [[`${ORIGIN}/`], ORIGIN, 'other-origin', `${ORIGIN}/`],
    [['app.element.io'], ORIGIN, 'other-origin', 'app.element.io'],
    [['https://*.element.io'], ORIGIN, 'other-origin', 'https://*.element.io'],
    [['"*"'], ORIGIN, 'other-origin', '"*"'],
    [['null'], ORIGIN, 'other-origin', 'null'],
    [[ORIGIN], 'null', 'other-origin', ORIGIN],
  ])('blocks %j for %s: %s', (values, origin, fault, found) => {
    expect(corsCheck(allow(...values), origin)).toEqual({ kind: 'blocked', fault, found });
  });

  it('finds the line whatever the case of its name', () => {
    expect(corsCheck([['access-control-ALLOW-origin', '*']], ORIGIN)).toMatchObject({ kind: 'readable' });
  });

  it.each([
    [[], true],
    [['Accept'], true],
    [['Origin'], false],
    [['Accept, origin'], false],
    [['Accept', 'ORIGIN'], false],
    [['*'], false],
  ])('with an echoed origin and Vary %j, misses it: %s', (vary, varyMissing) => {
    const headers = [...allow(ORIGIN), ...vary.map((value) => ['vary', value] as const)];
    expect(corsCheck(headers, ORIGIN)).toEqual({ kind: 'readable', by: 'echo', varyMissing });
  });

  it('needs no Vary with the star', () => {
    expect(corsCheck(allow('*'), ORIGIN)).toEqual({ kind: 'readable', by: 'star', varyMissing: false });
  });
});

describe('originsAlongChain', () => {
  it.each([
    [['https://example.com/a'], [ORIGIN]],
    [
      ['https://example.com/a', 'https://example.com/b'],
      [ORIGIN, ORIGIN],
    ],
    [
      ['https://example.com/a', 'https://EXAMPLE.com:443/b'],
      [ORIGIN, ORIGIN],
    ],
    [
      ['https://example.com/a', 'https://www.example.com/a'],
      [ORIGIN, 'null'],
    ],
    [
      ['https://example.com/a', 'https://example.com:8448/a'],
      [ORIGIN, 'null'],
    ],
    [
      ['https://example.com/a', 'http://example.com/a'],
      [ORIGIN, 'null'],
    ],
    [
      ['https://example.com/a', 'https://www.example.com/a', 'https://www.example.com/b'],
      [ORIGIN, 'null', 'null'],
    ],
    [
      ['https://example.com/a', 'https://www.example.com/a', 'https://example.com/b'],
      [ORIGIN, 'null', 'null'],
    ],
    [
      [`${ORIGIN}/a`, 'https://example.com/a'],
      [ORIGIN, ORIGIN],
    ],
    [
      [`${ORIGIN}/a`, 'https://example.com/a', 'https://b.example/a'],
      [ORIGIN, ORIGIN, 'null'],
    ],
    [
      ['https://example.com/a', `${ORIGIN}/a`],
      [ORIGIN, 'null'],
    ],
    [[], []],
  ])('%j: %j', (urls, origins) => {
    expect(originsAlongChain(ORIGIN, urls)).toEqual(origins);
  });
});
