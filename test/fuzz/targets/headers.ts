import { cacheLifetime } from '../../../src/spec/cache-lifetime.js';
import { corsCheck } from '../../../src/spec/cors.js';
import { type HeaderLines, mediaType } from '../../../src/spec/header-lines.js';
import { longCachedWords } from '../../../src/spec/long-cached.js';
import { misspeltCorsHeaders } from '../../../src/spec/misspelt-cors-headers.js';
import { preflightCheck } from '../../../src/spec/preflight.js';
import { isStoredByCaches } from '../../../src/spec/stored-by-caches.js';
import type { Chance } from '../chance.js';
import { mutatedText, oddText } from '../mutations.js';
import { type FuzzTarget, hold } from '../target.js';

/** Header lines of answers: at most 16 KiB of them get here. */
export const headersTarget: FuzzTarget = {
  name: 'headers',
  limitMs: 5,
  weight: 1,
  attempt: (chance) => {
    const lines = chance.several(chance.once(50) ? 200 : 8, () => line(chance));
    return { input: JSON.stringify(lines), run: () => readLines(lines) };
  },
};

const NOW = new Date('2026-01-01T00:00:00Z');
const ROOM = 16_384;

const NAMES = [
  'Content-Type',
  'Cache-Control',
  'Expires',
  'Date',
  'Age',
  'Vary',
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Credentials',
  'Acces-Control-Allow-Orgin',
  'Last-Modified',
  'ETag',
] as const;

const VALUES = [
  'application/json; charset="utf-8"',
  'max-age=3600, s-maxage="10", no-cache="Set-Cookie", public',
  'Wed, 25 Nov 2026 18:00:00 GMT',
  'Wednesday, 25-Nov-26 18:00:00 GMT',
  '*',
  'https://app.element.io',
  'GET, POST, PUT, DELETE, OPTIONS',
  'X-Requested-With, Content-Type, Authorization',
  '99999999999999999999',
  '-1',
] as const;

const PIECES = [
  ',',
  ';',
  '"',
  '\\',
  '\\"',
  '=',
  ' ',
  '\t',
  '*',
  'a',
  ', ,',
  '\u00e9',
  '\u0085',
  'max-age=',
  'x/y',
  '0',
] as const;

const line = (chance: Chance): HeaderLines[number] => {
  const name = chance.once(8) ? mutatedText(chance.pick(NAMES), [...PIECES], chance) : chance.pick(NAMES);
  if (chance.once(200))
    return [
      name,
      chance
        .pick(PIECES)
        .repeat(1 + chance.below(8000))
        .slice(0, ROOM),
    ];
  const value = chance.once(6) ? oddText(60, chance) : mutatedText(chance.pick(VALUES), [...PIECES, ...VALUES], chance);
  return [name, value.slice(0, ROOM)];
};

const readLines = (lines: HeaderLines): void => {
  for (const usable of [true, false]) {
    const { seconds } = cacheLifetime(lines, usable, NOW);
    hold(seconds >= 300 && seconds <= 172_800, `kept for ${seconds} s`);
  }
  const type = mediaType(lines);
  hold(type === null || /^[!-~]+\/[!-~]+$/.test(type), `media type ${type}`);
  corsCheck(lines, 'https://app.element.io');
  misspeltCorsHeaders(lines);
  isStoredByCaches(lines, NOW);
  longCachedWords(lines, NOW);
  const request = { origin: 'https://app.element.io', method: 'PUT', headers: [['Authorization', 'x']] as const };
  preflightCheck({ status: 200, headers: lines }, request);
};
