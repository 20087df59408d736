import { expect, it } from 'vitest';
import type { HeaderLine } from '../../src/facts/http.js';
import { isStoredByCaches } from '../../src/spec/stored-by-caches.js';

const NOW = new Date('2026-11-23T08:00:00.000Z');

it.each<[boolean, readonly HeaderLine[]]>([
  [true, [['Cache-Control', 'max-age=1']]],
  [true, [['cache-control', 'Public, S-MaxAge=60']]],
  [true, [['Cache-Control', 'max-age=0, s-maxage="60"']]],
  [
    true,
    [
      ['Date', 'Mon, 23 Nov 2026 08:00:00 GMT'],
      ['Expires', 'Mon, 23 Nov 2026 09:00:00 GMT'],
    ],
  ],
  [false, []],
  [false, [['Cache-Control', 'public']]],
  [false, [['Cache-Control', 'max-age=0']]],
  [false, [['Cache-Control', 'max-age=60, s-maxage=0']]],
  [false, [['Cache-Control', 'max-age=60, private']]],
  [false, [['Cache-Control', 'no-store, max-age=60']]],
  [
    false,
    [
      ['Cache-Control', 'no-cache'],
      ['Cache-Control', 'max-age=60'],
    ],
  ],
  [false, [['Expires', '0']]],
])('%s: %j', (stored, headers) => {
  expect(isStoredByCaches(headers, NOW)).toBe(stored);
});
