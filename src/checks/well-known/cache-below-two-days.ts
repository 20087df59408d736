import { cacheLifetime } from '../../spec/cache-lifetime.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { finalResponse, whereServerFileDelegates } from '../verdicts/where-server-file.js';

const LONGEST_SECONDS = 48 * 3600;

export const cacheBelowTwoDays = {
  id: 'well-known/cache-below-two-days',
  title: 'The well-known file asks to be kept for 48 hours at most',
  failureTitle: '{url} asks to be kept for {hours} hours',
  level: 'SHOULD',
  severity: 'info',
  affects: 'servers',
  spec: links.resolution,
  why: 'Servers keep it for 48 hours at most. Those that obey the number go to the old place all that time after a change.',
  fix: 'Lower it: Cache-Control: max-age=86400. Before you move, lower it to 3600 and keep the old endpoint alive for two days.',
  recipe: 'cache',
  evaluate: whereServerFileDelegates((_reading, { deciding, file }, facts) => {
    const response = finalResponse(deciding);
    if (response === undefined) return [notTested(`the header of ${file.url} is not known`)];
    const { declaredSeconds } = cacheLifetime(response.headers, true, new Date(facts.observedAt));
    if (declaredSeconds === null || declaredSeconds <= LONGEST_SECONDS) return [pass()];
    return [
      fail({
        values: { url: file.url, hours: Math.floor(declaredSeconds / 3600).toLocaleString('en') },
        evidence: [{ label: file.url, value: `says ${declaredSeconds.toLocaleString('en')} s` }],
        at: deciding.fetch.hops.at(-1) ?? null,
      }),
    ];
  }),
} as const satisfies Check;
