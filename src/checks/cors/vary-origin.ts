import { listWords } from '../../facts/words/list-words.js';
import { WEB_CLIENT_ORIGIN } from '../../spec/constants.js';
import { corsCheck } from '../../spec/cors.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { type CorsHop, corsHops } from '../readings/browser-block.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';
import { homeserverOf } from '../verdicts/where-homeserver.js';
import { placeOf } from '../words/place.js';
import { CORS_LINES } from '../words/web-server-lines.js';

export const varyOrigin = {
  id: 'cors/vary-origin',
  title: 'Answers that name the asking page say so to caches',
  failureTitle: '{urls} repeats the origin of the asking page, but does not say "Vary: Origin"',
  level: 'MUST',
  severity: 'warning',
  affects: 'browsers',
  spec: links.fetchCors,
  why: 'The answer holds for one web client only. A cache on the way, or the browser itself, may give it to another one, which must refuse it: it works for some people, and stops after others have asked.',
  fix: `Send the star in place of the origin, which needs no Vary; or add "Vary: Origin".${CORS_LINES}`,
  evaluate: whereClientSeen((client, progress, facts) => {
    const homeserver = homeserverOf(client, progress, facts);
    const versions: readonly CorsHop[] =
      'outcome' in homeserver
        ? []
        : homeserver.versions.counted.flatMap(({ look, response }) =>
            response === null
              ? []
              : [
                  {
                    look,
                    origin: WEB_CLIENT_ORIGIN,
                    reading: corsCheck(response.headers, WEB_CLIENT_ORIGIN),
                    isLast: true,
                  },
                ],
          );
    const answered = [...progress.counted.flatMap(({ fetch }) => corsHops(fetch)), ...versions];
    if (answered.length === 0) return [notTested(progress.because)];
    const unnamed = answered.filter(({ reading }) => reading.kind === 'readable' && reading.varyMissing);
    if (unnamed.length === 0) return [pass()];
    return [
      fail({
        values: { urls: listWords(unnamed.map(({ look }) => look.url)) },
        evidence: unnamed.map(({ look, origin }) => ({
          label: `${look.url} at ${placeOf(look)}`,
          value: `Access-Control-Allow-Origin: ${origin}, no Vary: Origin`,
        })),
      }),
    ];
  }),
} as const satisfies Check;
