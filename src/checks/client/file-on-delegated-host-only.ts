import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { delegatedClientFile, delegatedCopyEvidence } from '../readings/delegated-client-file.js';
import { notTested, pass } from '../verdict.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { namedHomeserver, namedHomeserverUnknown } from '../verdicts/where-homeserver.js';
import { clientFileEvidence } from '../words/client-file-words.js';
import { CLIENT_FILE_PROXY_LINES } from '../words/web-server-lines.js';

export const fileOnDelegatedHostOnly = {
  id: 'client/file-on-delegated-host-only',
  title: 'The client file is where clients look for it',
  failureTitle: 'The client file is on {delegate} only, but clients look for it on {host}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Clients know the server name and nothing else, so they ask https://{host}/.well-known/matrix/client, which is answered with 404. The delegation in /.well-known/matrix/server is for servers: clients do not read it, and never come to {delegate}.',
  fix: `Serve the file on {host} as well: copy it, or better pass the request on to {delegate}, so that there is one copy only.${CLIENT_FILE_PROXY_LINES}`,
  evaluate: atClientFileStage('presence', ({ file, counted }, client, facts) => {
    const unknown = namedHomeserverUnknown(client, facts);
    if (unknown !== null) return notTested(unknown);
    const copy = delegatedClientFile(facts);
    if (namedHomeserver(client, facts) !== null || copy?.fetched?.reading?.kind !== 'usable') return pass();
    return {
      values: { host: file.host.host, delegate: copy.file.host.host },
      evidence: [...clientFileEvidence(counted), ...delegatedCopyEvidence(facts)],
    };
  }),
} as const satisfies Check;
