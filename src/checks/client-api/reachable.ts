import { failureWords, lookWords } from '../../facts/words/failure-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { lookFailure } from '../readings/look-failure.js';
import { atVersionsStage, stoppedAt } from '../verdicts/at-versions-stage.js';
import { connectionAdvice } from '../words/connection-advice.js';
import { placeOf } from '../words/place.js';

export const reachable = {
  id: 'client-api/reachable',
  title: 'The homeserver that clients are sent to takes connections',
  failureTitle: 'The homeserver {baseUrl} cannot be reached: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Clients are sent to {baseUrl} and get no answer there. They end discovery with an error (FAIL_ERROR), and nobody can sign in.',
  fix: '{advice}',
  usualFix:
    'Let the web server of that host listen on port 443, or whichever the base URL names, at every address that DNS has for it, and open that port in the firewall; or correct base_url in the client file.',
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
