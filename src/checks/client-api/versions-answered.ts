import { lookWords } from '../../facts/words/failure-words.js';
import { CLIENT_VERSIONS_PATH } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { atVersionsStage, stoppedAt } from '../verdicts/at-versions-stage.js';
import { placeOf } from '../words/place.js';
import { statusAdvice } from '../words/status-advice.js';

export const versionsAnswered = {
  id: 'client-api/versions-answered',
  title: 'The homeserver tells its versions',
  failureTitle: 'No homeserver answers at {baseUrl}: {path} is answered with {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.versions,
  why: 'Clients ask {url} to see whether a homeserver is there. Without a good answer they end discovery with an error (FAIL_ERROR), and nobody can sign in.',
  fix: '{advice} The base_url must be the address of the homeserver itself, not of a web client or of the web site.',
  recipe: 'homeserver-proxy',
  evaluate: atVersionsStage('status', (homeserver) => {
    const { best } = homeserver.versions;
    const status = best?.response?.status ?? 0;
    return {
      values: {
        baseUrl: homeserver.baseUrl,
        path: CLIENT_VERSIONS_PATH,
        url: homeserver.versionsUrl,
        problem: best === null ? 'nothing' : lookWords(best.look),
        advice: status === 404 || status === 200 ? NOT_FORWARDED : statusAdvice(status, homeserver.versionsUrl),
      },
      evidence: stoppedAt(homeserver, 'status').map(({ look }) => ({ label: placeOf(look), value: lookWords(look) })),
    };
  }),
} as const satisfies Check;

const NOT_FORWARDED =
  'The web server there does not pass the request on to a homeserver, or breaks the answer off: let it forward everything below /_matrix.';
