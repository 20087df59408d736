import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFilesElsewhere, elsewhereEvidence } from '../readings/client-files-elsewhere.js';
import { notTested, pass } from '../verdict.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { namedHomeserver, namedHomeserverUnknown } from '../verdicts/where-homeserver.js';
import { clientFileEvidence } from '../words/client-file-words.js';

export const fileElsewhereOnly = {
  id: 'client/file-elsewhere-only',
  title: 'The client file is where clients look for it',
  failureTitle: 'The client file is on {other} only, but clients look for it on {host}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Clients know the server name and nothing else, so they ask https://{host}/.well-known/matrix/client, which is answered with 404. They try no other host and no other port, and the delegation in /.well-known/matrix/server is for servers only.',
  fix: 'Serve the file on {host}, port 443, as well: copy it, or better pass the request on to {other}, so that there is one copy only.',
  recipe: 'file-proxy',
  evaluate: atClientFileStage('presence', ({ file, counted }, client, facts) => {
    const unknown = namedHomeserverUnknown(client, facts);
    if (unknown !== null) return notTested(unknown);
    const others = clientFilesElsewhere(facts).map(({ file: { url } }) => authorityOf(url));
    const [first] = others;
    if (namedHomeserver(client, facts) !== null || first === undefined) return pass();
    return {
      values: { host: file.host.host, other: listWords(others), delegate: first },
      evidence: [...clientFileEvidence(counted), ...elsewhereEvidence(facts)],
    };
  }),
} as const satisfies Check;

/** "matrix.example.com", "example.com:8448" */
const authorityOf = (url: string): string => /^https?:\/\/([^/]+)/u.exec(url)?.[1] ?? url;
