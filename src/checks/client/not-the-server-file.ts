import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { holdsServerFile } from '../readings/holds-server-file.js';
import { pass } from '../verdict.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { clientFileEvidence } from '../words/client-file-words.js';
import { suggestedClientFile } from '../words/suggested-client-file.js';

export const notTheServerFile = {
  id: 'client/not-the-server-file',
  title: 'The path of the client file does not give the server file',
  failureTitle: 'The file for servers is served at the path for clients',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownClient,
  why: 'Clients look for m.homeserver and find m.server, which is for other servers and tells a client nothing. One rule of the web server answers both paths with the same text, most often.',
  fix: 'Use two rules, one for each path, and serve {json} at {url}, with the address of your homeserver if {homeserver} is not the one.',
  recipe: 'client-file',
  evaluate: atClientFileStage('base-url', ({ file, fetched, counted }, _client, facts) =>
    holdsServerFile(fetched)
      ? { values: { url: file.url, ...suggestedClientFile(facts) }, evidence: clientFileEvidence(counted) }
      : pass(),
  ),
} as const satisfies Check;
