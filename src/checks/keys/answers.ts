import type { HttpResponse } from '../../facts/http.js';
import { failureWords, lookWords } from '../../facts/words/failure-words.js';
import { SIGNING_KEYS_PATH } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { versionBarrier } from '../readings/barriers.js';
import { isBlameless } from '../readings/blameless.js';
import { lookFailure } from '../readings/look-failure.js';
import { notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereEndpoints } from '../verdicts/where-endpoints.js';
import { federationAdvice } from '../words/federation-advice.js';
import { placeOf } from '../words/place.js';
import { serverNameOf } from '../words/server-name-of.js';

export const answers = {
  id: 'keys/answers',
  title: 'The signing keys can be fetched',
  failureTitle: 'The signing keys cannot be fetched from {where}: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.serverKeys,
  why: 'Other servers fetch these keys to check every event and request of {name}. Without them they refuse all of it.',
  fix: `${SIGNING_KEYS_PATH} must reach the homeserver, as the version request does. {advice}`,
  evaluate: whereEndpoints(versionBarrier, (endpoints, _federation, facts) => {
    const judged = endpoints.filter(({ keys }) => {
      const failure = lookFailure(keys);
      return failure === null || !isBlameless(failure, facts);
    });
    if (judged.length === 0) return [notTested('the run ended before the signing keys could come')];
    return [
      sharedVerdict(judged, placeOf, ({ keys, destination }) => {
        const problem = lookWords(keys);
        if (problem === '200') return null;
        const failure = lookFailure(keys);
        const response = keys.response.kind === 'seen' ? keys.response.value : undefined;
        return {
          values: {
            name: serverNameOf(facts),
            problem: failure === null ? `status ${problem}` : failureWords(failure),
            advice: adviceOf(response, failure === null ? destination : null),
          },
          seen: `${SIGNING_KEYS_PATH}: ${problem}`,
        };
      }),
    ];
  }),
} as const satisfies Check;

const adviceOf = (
  response: HttpResponse | undefined,
  destination: Parameters<typeof federationAdvice>[1] | null,
): string =>
  response === undefined || destination === null
    ? 'See in the logs of the reverse proxy and of the homeserver what becomes of that request.'
    : federationAdvice(response, destination);
