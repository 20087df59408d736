import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose.js';
import type { FileFetch } from '../../src/facts/http.js';
import { seen, seenValue } from '../../src/facts/observation.js';
import { wellKnownReport } from '../../src/report/well-known-report.js';
import { factsOf } from '../facts-of.js';

describe('SRV records', () => {
  it.each([
    ['srv-one-target-without-address', ['fed.example.com used', 'gone.example.com']],
    ['srv-hidden-by-well-known', ['fed.example.com']],
    ['srv-both-services', ['fed.example.com used', 'fed.example.com']],
  ])('of %s are used where destinations came from them', async (scenario, expected) => {
    const { srv } = diagnose(await factsOf(scenario)).federation;
    expect(srv.map(({ target, used }) => (used ? `${target} used` : target))).toEqual(expected);
  });
});

describe('redirects of the well-known file', () => {
  it('are the URLs after the first', async () => {
    const { wellKnown } = diagnose(await factsOf('well-known-redirect')).federation;
    expect(wellKnown).toMatchObject({
      state: 'valid',
      status: 200,
      redirects: ['https://www.example.com/.well-known/matrix/server', 'https://www.example.com/matrix.json'],
    });
  });

  it('name the last one, also where its host could not be asked', async () => {
    const { federation, observedAt } = await factsOf('healthy');
    const walked = seenValue(federation);
    const file = walked === undefined ? undefined : seenValue(walked.wellKnown);
    if (walked === undefined || file === undefined) throw new Error('the healthy world has a file');
    const failure = { layer: 'dns', reason: 'no-address', message: 'no such name', code: null } as const;
    const ending = (url: string, failed: FileFetch['end']) => {
      const fetches = file.fetches.map((fetch) => ({ ...fetch, end: failed }));
      return wellKnownReport({ ...walked, wellKnown: seen({ ...file, fetches }) }, observedAt).redirects.includes(url);
    };
    const gone = 'https://gone.example/';
    expect(ending(gone, { kind: 'failed', url: gone, failure })).toBe(true);
    expect(ending(file.url, { kind: 'failed', url: file.url, failure })).toBe(false);
  });
});
