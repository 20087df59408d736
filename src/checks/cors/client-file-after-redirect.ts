import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileCors } from '../verdicts/cors-verdicts.js';

export const clientFileAfterRedirect = {
  id: 'cors/client-file-after-redirect',
  title: 'The client file may also be read after a redirect from another host',
  failureTitle: 'Web clients may not read the client file behind the redirect: Access-Control-Allow-Origin {says}',
  level: 'MUST',
  severity: 'error',
  affects: 'browsers',
  spec: links.fetchCorsCheck,
  why: 'After a redirect from one host to another the browser no longer says which page asks: it sends "Origin: null". Only the star matches that, so Element Web and Desktop cannot read {url}, though the header looks right.',
  fix: 'Send "Access-Control-Allow-Origin: *" from the host that the redirect leads to, or avoid the redirect.',
  recipe: 'cors-header',
  evaluate: clientFileCors(
    ({ isLast, origin }) => isLast && origin === 'null',
    (fault) => fault === 'other-origin',
  ),
} as const satisfies Check;
