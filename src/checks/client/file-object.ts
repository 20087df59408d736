import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { clientFileEvidence } from '../words/client-file-words.js';
import { suggestedClientFile } from '../words/suggested-client-file.js';

export const fileObject = {
  id: 'client/file-object',
  title: 'The client file is a JSON object',
  failureTitle: 'The client file is {found} in place of a JSON object',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownClient,
  why: 'It is JSON, but clients look for the member m.homeserver in it, which only an object can have. They report that the server is set up wrongly (FAIL_PROMPT).',
  fix: 'Serve {json} at {url}, with the address of your homeserver if {homeserver} is not the one.',
  evaluate: atClientFileStage('object', ({ file, fetched, counted }, _client, facts) => ({
    values: {
      url: file.url,
      found: fetched?.reading?.kind === 'not-an-object' ? fetched.reading.found : 'something else',
      ...suggestedClientFile(facts),
    },
    evidence: clientFileEvidence(counted),
  })),
} as const satisfies Check;
