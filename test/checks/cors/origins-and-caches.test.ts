import { describe, expect, it } from 'vitest';
import type { FileForOrigin, LookForOrigin } from '../../../src/facts/client.js';
import type { Facts } from '../../../src/facts/facts.js';
import type { HeaderLine } from '../../../src/facts/http.js';
import { failed, seen, skipped } from '../../../src/facts/observation.js';
import { OTHER_ORIGINS } from '../../../src/spec/constants.js';
import {
  allowing,
  apiFacts,
  clientFacts,
  clientFetch,
  clientFile,
  failing,
  HEADERS,
  homeserver,
  say,
  versionsLook,
} from '../client-facts.js';
import { type Answer, failure } from '../healthy-facts.js';
import { checkOf, found, NONE } from './found.js';

const ELEMENT = 'https://app.element.io';
const VARY: HeaderLine = ['Vary', 'Accept, Origin'];
const KEPT: HeaderLine = ['Cache-Control', 'public, max-age=3600'];

/** How one URL answers, by the origin of the page that asks; null: without an Origin header. */
type ByOrigin = (origin: string | null) => readonly HeaderLine[];

const fileAnswering = (headersFor: ByOrigin): Facts =>
  clientFacts({
    file: clientFile([clientFetch({ headers: headersFor(ELEMENT) })]),
    fileForOthers: seen(
      [...OTHER_ORIGINS, null].map(
        (origin): FileForOrigin => ({ origin, fetch: clientFetch({ headers: headersFor(origin) }) }),
      ),
    ),
  });

const versionsAnswering = (headersFor: ByOrigin): Facts =>
  apiFacts(
    {
      versionsForOthers: [...OTHER_ORIGINS, null].map(
        (origin): LookForOrigin => ({ origin, look: versionsLook({ headers: headersFor(origin) }) }),
      ),
    },
    { homeserver: homeserver([versionsLook({ headers: headersFor(ELEMENT) })]) },
  );

const FILE_URL = 'https://example.com/.well-known/matrix/client';
const REFUSED = 'Element Desktop (vector://vector) and pages of http://localhost:8080';
const FILE_WORDS = `cors/client-file-other-origins The client file may be read by app.element.io, but not by ${REFUSED}`;
const VARY_WORDS = `cors/vary-origin ${FILE_URL} repeats the origin of the asking page, but does not say "Vary: Origin"`;

describe('an allow list', () => {
  it.each<[string, ByOrigin, readonly string[]]>([
    ['with one origin for everybody', () => allowing(ELEMENT), [FILE_WORDS]],
    ['that is told to caches', (origin) => [...(origin === ELEMENT ? allowing(ELEMENT) : NONE), VARY], [FILE_WORDS]],
    [
      'that caches are not told of',
      (origin) => (origin === ELEMENT ? allowing(ELEMENT) : NONE),
      [FILE_WORDS, VARY_WORDS],
    ],
    ['that has everybody on it', (origin) => [...(origin === null ? NONE : allowing(origin)), VARY], []],
    ['that has everybody on it, without Vary', (origin) => (origin === null ? NONE : allowing(origin)), [VARY_WORDS]],
  ])('%s', (_name, headersFor, words) => {
    expect(found(fileAnswering(headersFor))).toEqual(words);
  });

  it('is shown by what each origin gets', () => {
    const facts = fileAnswering((origin) => (origin === 'vector://vector' ? NONE : allowing('*')));
    expect(failing(checkOf('client-file-other-origins'), facts)).toEqual({
      values: { refused: 'Element Desktop (vector://vector)', url: FILE_URL },
      evidence: [
        {
          label: `${FILE_URL} at 203.0.113.5:443, asked from vector://vector`,
          value: '200, no Access-Control-Allow-Origin',
        },
      ],
    });
  });

  it('of the homeserver is found too', () => {
    expect(found(versionsAnswering(() => allowing(ELEMENT)))).toEqual([
      `cors/versions-other-origins The homeserver may be used by app.element.io, but not by ${REFUSED}`,
    ]);
  });

  it('is no news where app.element.io may not read it either', () => {
    const facts = fileAnswering(() => NONE);
    expect(say(checkOf('client-file-other-origins'), facts)).toEqual([
      'not-tested: app.element.io may not read it in the first place',
    ]);
  });

  it('is not seen where nothing came', () => {
    const check = checkOf('client-file-other-origins');
    const notAsked = clientFacts({ fileForOthers: skipped('no address answers') });
    expect(say(check, notAsked)).toEqual(['not-tested: the file was not asked for from other origins']);
    const end = { kind: 'failed', url: FILE_URL, failure: failure('http', 'closed') } as const;
    const lost: Answer = { response: failed(end.failure) };
    const fileForOthers = seen([{ origin: 'vector://vector', fetch: clientFetch(lost, '203.0.113.5', [], end) }]);
    expect(say(check, clientFacts({ fileForOthers }))).toEqual(['not-tested: other origins got no answer']);
  });
});

describe('an answer without the header for requests without an Origin', () => {
  const words = (url: string) =>
    `cors/header-without-origin ${url} has Access-Control-Allow-Origin only for requests with an Origin, and caches are not told`;
  const onlyWhenAsked =
    (...more: readonly HeaderLine[]): ByOrigin =>
    (origin) => [...(origin === null ? NONE : HEADERS), ...more];

  it('is kept by caches', () => {
    expect(found(fileAnswering(onlyWhenAsked(KEPT)))).toEqual([words(FILE_URL)]);
    expect(found(versionsAnswering(onlyWhenAsked(['Cache-Control', 's-maxage=60'])))).toEqual([
      words('https://matrix.example.com/_matrix/client/versions'),
    ]);
    expect(failing(checkOf('header-without-origin'), fileAnswering(onlyWhenAsked(KEPT))).evidence).toEqual([
      {
        label: `${FILE_URL} at 203.0.113.5:443, asked without an Origin`,
        value: 'no Access-Control-Allow-Origin, no Vary: Origin, Cache-Control: public, max-age=3600',
      },
    ]);
  });

  it.each<[string, readonly HeaderLine[]]>([
    ['that says so', [KEPT, VARY]],
    ['that nobody is told to keep', []],
    ['that nobody may keep', [['Cache-Control', 'no-store']]],
    ['that only its browser may keep', [['Cache-Control', 'private, max-age=60']]],
  ])('%s does no harm', (_name, more) => {
    expect(found(fileAnswering(onlyWhenAsked(...more)))).toEqual([]);
  });

  it('is not looked for where web clients may not read the answer anyway', () => {
    const facts = fileAnswering(() => [...NONE, KEPT]);
    expect(found(facts)).toEqual([expect.stringContaining('cors/client-file-header ')]);
  });
});

describe('an echoed origin', () => {
  it('needs no Vary where nobody may keep the answer', () => {
    const echo: ByOrigin = (origin) => [...(origin === null ? NONE : allowing(origin)), ['Cache-Control', 'no-store']];
    expect(found(fileAnswering(echo))).toEqual([]);
  });
});
