import type { ClientFacts } from '../../facts/client.js';
import { seenValue } from '../../facts/observation.js';
import { listWords } from '../../facts/words/list-words.js';
import { cacheControl, hasDirective } from '../../spec/cache-control.js';
import { headerValues } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import type { CorsHop } from '../readings/browser-block.js';
import { forOtherOrigins } from '../readings/for-other-origins.js';
import { fail, notTested, pass } from '../verdict.js';
import { answersForWebClients } from '../verdicts/cors-verdicts.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';
import { placeOf } from '../words/place.js';

export const varyOrigin = {
  id: 'cors/vary-origin',
  title: 'Answers that name the asking page say so to caches',
  failureTitle: '{urls} repeats the origin of the asking page, but does not say "Vary: Origin"',
  level: 'MUST',
  severity: 'warning',
  affects: 'browsers',
  spec: links.fetchCors,
  why: 'The answer holds for one web client only. A cache on the way, or the browser itself, may give it to another one, which must refuse it: it works for some people, and stops after others have asked.',
  fix: 'Send "Access-Control-Allow-Origin: *" in place of the origin, which needs no Vary; or add "Vary: Origin".',
  recipe: 'cors-header',
  evaluate: whereClientSeen((client, progress, facts) => {
    const answered = answersForWebClients(client, progress, facts);
    if (answered.length === 0) return [notTested(progress.because)];
    const unnamed = answered.filter(
      (hop) => hop.reading.kind === 'readable' && hop.reading.varyMissing && !isNeverKept(hop) && !isFixed(hop, client),
    );
    const [first] = unnamed;
    if (first === undefined) return [pass()];
    return [
      fail({
        values: { urls: listWords(unnamed.map(({ look }) => look.url)) },
        evidence: unnamed.map(({ look, origin }) => ({
          label: `${look.url} at ${placeOf(look)}`,
          value: `Access-Control-Allow-Origin: ${origin}, no Vary: Origin`,
        })),
        at: first.look,
      }),
    ];
  }),
} as const satisfies Check;

const isNeverKept = ({ look }: CorsHop): boolean =>
  hasDirective(cacheControl(seenValue(look.response)?.headers ?? []), 'no-store');

/** The same origin for whoever asks is no repetition, so no cache mixes it up: that others may not read it is told elsewhere. */
const isFixed = ({ look, origin }: CorsHop, client: ClientFacts): boolean =>
  forOtherOrigins(client).some(
    ({ url, answers }) =>
      url === look.url &&
      answers.some(
        (answer) =>
          answer.origin !== origin &&
          headerValues(answer.headers, 'access-control-allow-origin').every((value) => value === origin) &&
          headerValues(answer.headers, 'access-control-allow-origin').length > 0,
      ),
  );
