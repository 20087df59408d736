import type { HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { stoppedBefore, whereClientSeen } from '../verdicts/where-client-seen.js';
import { fetchPlace } from '../words/client-file-words.js';
import { lookMs } from '../words/look-ms.js';
import { placeOf } from '../words/place.js';

/** matrix-js-sdk gives up on a request of discovery after this time. */
const PATIENCE_MS = 5_000;

const FILE = 'The client file';

export const fast = {
  id: 'client/fast',
  title: 'The client file and the versions of the homeserver are there within five seconds',
  failureTitle: '{what} takes {seconds} s, longer than Element waits',
  level: 'advice',
  severity: 'warning',
  affects: 'browsers',
  spec: links.wellKnownUris,
  why: 'Element Web and Desktop give each of these requests 5 seconds and then report that the server cannot be found.',
  fix: 'Let the web server give the client file by itself, without an application or the homeserver behind it. Where the homeserver is slow, see its load. "curl -sv {url}" shows where the time goes.',
  evaluate: whereClientSeen(({ homeserver }, progress) => {
    const files = progress.counted
      .filter(({ fetch }) => fetch.end.kind === 'answered')
      .map(({ fetch }) => ({
        what: FILE,
        url: progress.file.url,
        place: fetchPlace(fetch),
        ms: total(fetch.hops),
      }));
    const versions = (seenValue(homeserver)?.versions ?? [])
      .filter(({ response }) => response.kind === 'seen')
      .map((look) => ({ what: look.url, url: look.url, place: placeOf(look), ms: lookMs(look) }));
    const answered = [...files, ...versions];
    if (answered.length === 0) return [stoppedBefore(progress)];
    const slow = answered.filter(({ ms }) => ms > PATIENCE_MS).toSorted((left, right) => right.ms - left.ms);
    const [slowest] = slow;
    if (slowest === undefined) return [pass()];
    return [
      fail({
        values: { what: slowest.what, url: slowest.url, seconds: (slowest.ms / 1000).toFixed(1) },
        evidence: slow.map(({ place, what, ms }) => ({
          label: place,
          value: `${what === FILE ? 'the client file' : what}: ${Math.round(ms)} ms`,
        })),
      }),
    ];
  }),
} as const satisfies Check;

const total = (hops: readonly HttpLook[]): number => hops.reduce((sum, hop) => sum + lookMs(hop), 0);
