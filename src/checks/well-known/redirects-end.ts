import { redirectFaultWords } from '../../facts/words/redirect-fault-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverFileVerdicts } from '../verdicts/server-file-verdicts.js';

export const redirectsEnd = {
  id: 'well-known/redirects-end',
  title: 'Redirects of the well-known file lead to an answer',
  failureTitle: '{url} is redirected, but not to a file: {problem}',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'Servers follow redirects of this file, but not in circles. They treat this as "no file" and go on with SRV records and port 8448 of {host}.',
  fix: 'Answer {url} with the file itself. Exempt /.well-known/matrix/ from redirects to www or to a login. See the hops with: curl -sIL {url}.',
  recipe: 'no-redirect',
  evaluate: serverFileVerdicts('redirect-error', (fetched) => {
    const { end, hops } = fetched.fetch;
    if (end.kind !== 'redirect-error' || end.fault === 'plain-http') return null;
    return {
      values: { problem: redirectFaultWords(end.fault, end.location) },
      seen: [...new Set(hops.map(({ url }) => url))].join(' -> '),
    };
  }),
} as const satisfies Check;
