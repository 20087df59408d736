import { describe, expect, it } from 'vitest';
import { cacheLifetime } from '../../src/spec/cache-lifetime.js';
import type { HeaderLines } from '../../src/spec/header-lines.js';

const now = new Date('2026-11-23T08:00:00Z');
const HOUR = 3600;

const cases: readonly (readonly [
  headers: HeaderLines,
  seconds: number,
  declaredSeconds: number | null,
  source: 'cache-control' | 'expires' | 'default',
])[] = [
  [[], 24 * HOUR, null, 'default'],
  [[['Cache-Control', 'public']], 24 * HOUR, null, 'default'],
  [[['Cache-Control', '']], 24 * HOUR, null, 'default'],
  [[['Last-Modified', 'Mon, 23 Nov 2020 08:00:00 GMT']], 24 * HOUR, null, 'default'],
  [[['cache-control', 'max-age=3600']], HOUR, HOUR, 'cache-control'],
  [[['Cache-Control', 'public, MAX-AGE="3600"']], HOUR, HOUR, 'cache-control'],
  [
    [
      ['Cache-Control', 'public'],
      ['Cache-Control', 'max-age=3600'],
    ],
    HOUR,
    HOUR,
    'cache-control',
  ],
  [[['Cache-Control', 'max-age=1800, max-age=3600']], 1800, 1800, 'cache-control'],
  [[['Cache-Control', 'max-age=0']], 300, 0, 'cache-control'],
  [[['Cache-Control', 'max-age=-1']], 300, 0, 'cache-control'],
  [[['Cache-Control', 'max-age=299']], 300, 299, 'cache-control'],
  [[['Cache-Control', 'max-age=172801']], 48 * HOUR, 172_801, 'cache-control'],
  [[['Cache-Control', `max-age=${'9'.repeat(30)}`]], 48 * HOUR, Number.MAX_SAFE_INTEGER, 'cache-control'],
  [[['Cache-Control', 'max-age=soon']], 24 * HOUR, null, 'default'],
  [[['Cache-Control', 's-maxage=60']], 24 * HOUR, null, 'default'],
  [[['Cache-Control', 'x="max-age=60, y"']], 24 * HOUR, null, 'default'],
  [[['Cache-Control', 'no-store']], 300, 0, 'cache-control'],
  [[['Cache-Control', 'No-Cache, max-age=3600']], 300, 0, 'cache-control'],
  [[['Cache-Control', 'no-cache="Set-Cookie", max-age=3600']], HOUR, HOUR, 'cache-control'],
  [
    [
      ['Cache-Control', 'max-age=7200'],
      ['Age', '3600'],
    ],
    HOUR,
    HOUR,
    'cache-control',
  ],
  [
    [
      ['Cache-Control', 'max-age=60'],
      ['Age', '3600'],
    ],
    300,
    0,
    'cache-control',
  ],
  [
    [
      ['Expires', 'Mon, 23 Nov 2026 20:00:00 GMT'],
      ['Cache-Control', 'max-age=3600'],
    ],
    HOUR,
    HOUR,
    'cache-control',
  ],
  [[['Expires', 'Mon, 23 Nov 2026 09:00:00 GMT']], HOUR, HOUR, 'expires'],
  [
    [
      ['Expires', 'Mon, 23 Nov 2026 09:00:00 GMT'],
      ['Date', 'Mon, 23 Nov 2026 07:30:00 GMT'],
    ],
    5400,
    5400,
    'expires',
  ],
  [[['Expires', 'Monday, 23-Nov-26 09:00:00 GMT']], HOUR, HOUR, 'expires'],
  [[['Expires', 'Mon Nov 23 09:00:00 2026']], HOUR, HOUR, 'expires'],
  [[['Expires', 'Mon, 23 Nov 2026 07:00:00 GMT']], 300, 0, 'expires'],
  [[['Expires', '0']], 300, 0, 'expires'],
  [[['Expires', '-1']], 300, 0, 'expires'],
  [[['Expires', '9999']], 300, 0, 'expires'],
  [
    [
      ['Cache-Control', 'max-age=soon'],
      ['Expires', 'Mon, 23 Nov 2026 09:00:00 GMT'],
    ],
    HOUR,
    HOUR,
    'expires',
  ],
];

describe('cacheLifetime', () => {
  it.each(cases)('%j: %i s', (headers, seconds, declaredSeconds, source) => {
    expect(cacheLifetime(headers, true, now)).toEqual({ seconds, declaredSeconds, source });
  });

  it('is an hour for errors, whatever they declare', () => {
    expect(cacheLifetime([], false, now)).toEqual({ seconds: HOUR, declaredSeconds: null, source: 'error' });
    expect(cacheLifetime([['Cache-Control', 'max-age=60']], false, now)).toEqual({
      seconds: HOUR,
      declaredSeconds: 60,
      source: 'error',
    });
  });
});
