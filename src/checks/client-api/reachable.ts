import { links } from '../../spec/links.js';
import { atVersionsStage, stoppedAt } from '../at-versions-stage.js';
import type { Check } from '../check.js';
import { connectionAdvice } from '../connection-advice.js';
import { failureWords, lookWords } from '../failure-words.js';
import { lookFailure } from '../look-failure.js';
import { placeOf } from '../place.js';

export const reachable = {
  id: 'client-api/reachable',
  title: 'The homeserver that clients are sent to takes connections',
  failureTitle: 'The homeserver {baseUrl} cannot be reached: {problem}',
  level: 'MUST',
  severity: 'error',
  spec: links.wellKnownUris,
  why: 'Clients are sent to {baseUrl} and get no answer there. They end discovery with an error (FAIL_ERROR), and nobody can sign in.',
  fix: '{advice}',
  evaluate: atVersionsStage('connection', (homeserver) => {
    const { best } = homeserver.versions;
    const failure = best === null ? null : lookFailure(best.look);
    return {
      values: {
        baseUrl: homeserver.baseUrl,
        problem: failure === null ? 'no answer' : failureWords(failure),
        advice:
          best === null || failure === null
            ? ''
            : connectionAdvice(failure, homeserver.host, best.look.destination.port),
      },
      evidence: stoppedAt(homeserver, 'connection').map(({ look }) => ({
        label: placeOf(look),
        value: lookWords(look),
      })),
    };
  }),
} as const satisfies Check;
