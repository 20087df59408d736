import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { atObstacle } from '../verdicts/at-obstacle.js';
import { suggestedClientFile } from '../words/suggested-client-file.js';

export const fileNoWebPage = {
  id: 'client/file-no-web-page',
  title: 'No web page comes in place of the client file',
  failureTitle: 'A web page comes in place of the client file: {page}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'The site answers paths that it does not know with its own page and status 200, as web applications do. Clients take that for a damaged file and report that the server is set up wrongly (FAIL_PROMPT).',
  fix: 'Serve {json} at {url} by a rule that stands before the one for all paths, with the address of your homeserver if {homeserver} is not the one.',
  recipe: 'client-file',
  evaluate: atObstacle('web-page', ({ file, fetched }, facts) => ({
    url: file.url,
    page: fetched?.reading?.kind === 'invalid-json' ? fetched.reading.fault.message : 'HTML',
    ...suggestedClientFile(facts),
  })),
} as const satisfies Check;
