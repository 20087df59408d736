import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileObstacle } from '../readings/client-file-obstacle.js';
import { elsewhereEvidence } from '../readings/client-files-elsewhere.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { stoppedBefore } from '../verdicts/where-client-seen.js';
import { clientFileEvidence } from '../words/client-file-words.js';
import { statusAdvice } from '../words/status-advice.js';

export const fileStatus = {
  id: 'client/file-status',
  title: 'The client file is answered with 200, or with 404 where there is none',
  failureTitle: 'The client file is answered with status {status}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Only 200 (here it is) and 404 (there is none) tell a client what to do. At any other status it reports that the server is set up wrongly (FAIL_PROMPT), or ignores what you meant to publish.',
  fix: '{advice}',
  usualFix:
    'Serve the file with status 200. See in the log of the web server where another status comes from: a rule of its own, a firewall, or a service behind it that does not run.',
  recipe: 'client-file',
  evaluate: atClientFileStage('status', (progress, _client, facts) => {
    if (clientFileObstacle(progress) !== null) return stoppedBefore(progress);
    const { file, last, response, counted } = progress;
    const status = response?.status ?? 0;
    return {
      values: { status: `${status}`, advice: statusAdvice(status, last?.url ?? file.url) },
      evidence: [...clientFileEvidence(counted), ...elsewhereEvidence(facts)],
    };
  }),
} as const satisfies Check;
