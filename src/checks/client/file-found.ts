import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { elsewhereEvidence } from '../readings/client-files-elsewhere.js';
import { notApplicable, notTested } from '../verdict.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { namedHomeserver, namedHomeserverUnknown } from '../verdicts/where-homeserver.js';
import { clientFileEvidence } from '../words/client-file-words.js';

export const fileFound = {
  id: 'client/file-found',
  title: 'There is a client file',
  failureTitle: 'There is no client file, so clients can only guess that {host} is the homeserver',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: '{url} is not there (404). The specification lets a client ask for the address of the homeserver then. Many try {host} first, which does answer, but not all do, and people are left to type it.',
  fix: 'Serve {json} at {url}.',
  recipe: 'client-file',
  evaluate: atClientFileStage('presence', ({ file, counted }, client, facts) => {
    const unknown = namedHomeserverUnknown(client, facts);
    if (unknown !== null) return notTested(unknown);
    const named = namedHomeserver(client, facts);
    if (named === null) return notApplicable('without a file nothing is found at all, which is reported as such');
    return {
      values: {
        host: file.host.host,
        url: file.url,
        json: `{"m.homeserver":{"base_url":"${named.baseUrl}"}}`,
      },
      evidence: [
        ...clientFileEvidence(counted),
        { label: named.versionsUrl, value: '200, a homeserver' },
        ...elsewhereEvidence(facts),
      ],
    };
  }),
} as const satisfies Check;
