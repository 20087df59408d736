import { seenValue } from '../../facts/observation.js';
import { lookWords } from '../../facts/words/failure-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFilesElsewhere } from '../readings/client-files-elsewhere.js';
import { notApplicable, notTested, pass } from '../verdict.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { namedHomeserver, namedHomeserverUnknown } from '../verdicts/where-homeserver.js';
import { clientFileEvidence } from '../words/client-file-words.js';
import { suggestedClientFile } from '../words/suggested-client-file.js';

export const findable = {
  id: 'client/findable',
  title: 'Clients find a homeserver by the server name alone',
  failureTitle: 'Nothing tells clients where the homeserver of {host} is',
  level: 'SHOULD',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: '{url} is not there (404), and {host} does not answer as a homeserver itself. Nobody can sign in by a user ID or by the server name: people must know the address of the homeserver and type it into every client.',
  fix: 'Serve {json} at {url}, with the address of your homeserver if {homeserver} is not the one.',
  recipe: 'client-file',
  evaluate: atClientFileStage('presence', ({ file, counted }, client, facts) => {
    const unknown = namedHomeserverUnknown(client, facts);
    if (unknown !== null) return notTested(unknown);
    if (namedHomeserver(client, facts) !== null) return pass();
    const [elsewhere] = clientFilesElsewhere(facts);
    if (elsewhere !== undefined) return notApplicable(`the file exists, but at ${elsewhere.file.url}`);
    const direct = seenValue(client.direct);
    return {
      values: { host: file.host.host, url: file.url, ...suggestedClientFile(facts) },
      evidence: [
        ...clientFileEvidence(counted),
        ...(direct === undefined ? [] : [{ label: direct.url, value: lookWords(direct) }]),
      ],
    };
  }),
} as const satisfies Check;
