import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { elsewhereEvidence } from '../readings/client-files-elsewhere.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { clientFileEvidence } from '../words/client-file-words.js';
import { suggestedClientFile } from '../words/suggested-client-file.js';

export const fileNotEmpty = {
  id: 'client/file-not-empty',
  title: 'The client file is not empty',
  failureTitle: 'The client file is answered with 200 and nothing in it',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'An empty answer makes clients report that the server is set up wrongly (FAIL_PROMPT). It comes from a web server that knows the host but has no rule for this path (Caddy answers so), or from an empty file.',
  fix: 'Serve {json} at {url}, with the address of your homeserver if {homeserver} is not the one; or answer 404.',
  recipe: 'client-file',
  evaluate: atClientFileStage('content', ({ file, counted }, _client, facts) => ({
    values: { url: file.url, ...suggestedClientFile(facts) },
    evidence: [...clientFileEvidence(counted), ...elsewhereEvidence(facts)],
  })),
} as const satisfies Check;
