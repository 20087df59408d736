import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { atObstacle } from '../verdicts/at-obstacle.js';

export const fileNotRedirectedAway = {
  id: 'client/file-not-redirected-away',
  title: 'No redirect leads from the client file to a web page',
  failureTitle: 'The client file is redirected to {end}, which is a web page',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'A redirect that is meant for the whole site swallows the file as well. Clients that follow it find a page in place of JSON, the others an answer that is neither 200 nor 404: all of them report that the server is set up wrongly (FAIL_PROMPT).',
  fix: 'Let {url} give the file by itself, with a rule that stands before the redirect of the site.',
  recipe: 'no-redirect',
  evaluate: atObstacle('redirected-away', ({ file, last }) => ({ url: file.url, end: last?.url ?? file.url })),
} as const satisfies Check;
