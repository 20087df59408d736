import { seenValue } from '../../facts/observation.js';
import { links } from '../../spec/links.js';
import { atClientFileStage } from '../at-client-file-stage.js';
import type { Check } from '../check.js';
import { clientFileEvidence } from '../client-file-words.js';
import { delegatedClientFile } from '../delegated-client-file.js';
import { lookWords } from '../failure-words.js';
import { suggestedClientFile } from '../suggested-client-file.js';
import { notApplicable, notTested, pass } from '../verdict.js';
import { CLIENT_FILE_LINES } from '../web-server-lines.js';
import { namedHomeserver, namedHomeserverUnknown } from '../where-homeserver.js';

export const findable = {
  id: 'client/findable',
  title: 'Clients find a homeserver by the server name alone',
  failureTitle: 'Nothing tells clients where the homeserver of {host} is',
  level: 'SHOULD',
  severity: 'error',
  spec: links.wellKnownUris,
  why: '{url} is not there (404), and {host} does not answer as a homeserver itself. Nobody can sign in by a user ID or by the server name: people must know the address of the homeserver and type it into every client.',
  fix: `Serve {json} at {url}, with the address of your homeserver if {homeserver} is not the one.${CLIENT_FILE_LINES}`,
  evaluate: atClientFileStage('presence', ({ file, counted }, client, facts) => {
    const unknown = namedHomeserverUnknown(client, facts);
    if (unknown !== null) return notTested(unknown);
    if (namedHomeserver(client, facts) !== null) return pass();
    const copy = delegatedClientFile(facts);
    if (copy?.fetched?.reading?.kind === 'usable')
      return notApplicable(`the file exists, but on ${copy.file.host.host}`);
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
