import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileCors } from '../verdicts/cors-verdicts.js';

export const clientFileRedirects = {
  id: 'cors/client-file-redirects',
  title: 'Web clients may follow the redirects to the client file',
  failureTitle: 'Web clients may not follow the redirect at {url}: it has {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'browsers',
  spec: links.fetchCorsCheck,
  why: 'Browsers demand Access-Control-Allow-Origin of every answer on the way, the redirect itself included. The file behind it may be perfect, and apps on phones and curl find it, but Element Web and Desktop never get there.',
  fix: 'Best, serve the file without a redirect. Else send "Access-Control-Allow-Origin: *" with the redirect too, once.',
  recipe: 'cors-on-redirect',
  evaluate: clientFileCors(
    ({ isLast }) => !isLast,
    () => true,
  ),
} as const satisfies Check;
