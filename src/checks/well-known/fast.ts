import type { HttpLook } from '../../facts/http.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { fetchPlace, whereServerFile } from '../verdicts/where-server-file.js';
import { lookMs } from '../words/look-ms.js';

const SLOW_MS = 3_000;

export const fast = {
  id: 'well-known/fast',
  title: 'The well-known file is there within three seconds',
  failureTitle: '{url} takes {seconds} s',
  level: 'advice',
  severity: 'notice',
  affects: 'servers',
  spec: links.resolution,
  why: 'A server that meets yours for the first time fetches this file before anything else, and some give it only 10 s in all. Joining a room becomes slow, and under load the file counts as missing.',
  fix: 'Serve the file from disk or from the configuration of the web server of {host}, not through an application. See where the time goes: curl -sv {url}.',
  evaluate: whereServerFile(({ file, fetches }) => {
    const whole = fetches.filter(({ state }) => state !== 'unreachable');
    if (whole.length === 0) return [notTested(`${file.url} was not answered`)];
    return [
      sharedVerdict(
        whole,
        fetchPlace,
        ({ fetch }) => {
          const ms = totalMs(fetch.hops);
          return ms < SLOW_MS
            ? null
            : {
                values: { url: file.url, host: file.host.host, seconds: (ms / 1000).toFixed(1) },
                seen: `${Math.round(ms)} ms`,
              };
        },
        ({ fetch }) => `${Math.round(totalMs(fetch.hops))} ms`,
      ),
    ];
  }),
} as const satisfies Check;

const totalMs = (hops: readonly HttpLook[]): number => hops.reduce((sum, hop) => sum + lookMs(hop), 0);
