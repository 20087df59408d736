import type { CacheLifetime } from '../../spec/cache-lifetime.js';
import { cacheLifetime } from '../../spec/cache-lifetime.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { finalResponse, whereServerFileDelegates } from '../verdicts/where-server-file.js';

/** Synapse keeps a file for at least five minutes, whatever the header says. */
const SHORTEST_SECONDS = 300;

export const cacheable = {
  id: 'well-known/cacheable',
  title: 'The well-known file may be kept for a while',
  failureTitle: '{url} may be kept for {declared} only',
  level: 'advice',
  severity: 'notice',
  affects: 'servers',
  spec: links.resolution,
  why: 'A homeserver that obeys asks again before nearly every request to you: each outage of your web server then becomes an outage of federation. Synapse keeps the file for 5 minutes all the same, others for a day.',
  fix: 'Let it be kept for an hour to a day: Cache-Control: max-age=3600. On Netlify and the like that goes into the _headers file.',
  recipe: 'cache',
  evaluate: whereServerFileDelegates((_reading, { deciding, file }, facts) => {
    const response = finalResponse(deciding);
    if (response === undefined) return [notTested(`the header of ${file.url} is not known`)];
    const lifetime = cacheLifetime(response.headers, true, new Date(facts.observedAt));
    const { declaredSeconds } = lifetime;
    const evidence = [{ label: file.url, value: lifetimeWords(lifetime) }];
    if (declaredSeconds === null || declaredSeconds >= SHORTEST_SECONDS) return [pass(null, evidence)];
    return [
      fail({
        values: { url: file.url, declared: `${declaredSeconds} s` },
        evidence,
        at: deciding.fetch.hops.at(-1) ?? null,
      }),
    ];
  }),
} as const satisfies Check;

const lifetimeWords = ({ seconds, declaredSeconds }: CacheLifetime): string =>
  declaredSeconds === null
    ? `no lifetime given, so servers keep it for ${seconds / 3600} h`
    : `says ${declaredSeconds} s; a careful server keeps it for ${seconds} s`;
