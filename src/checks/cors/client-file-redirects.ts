import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileCors } from '../verdicts/cors-verdicts.js';
import { webServerLines } from '../words/web-server-lines.js';

export const clientFileRedirects = {
  id: 'cors/client-file-redirects',
  title: 'Web clients may follow the redirects to the client file',
  failureTitle: 'Web clients may not follow the redirect at {url}: it has {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'browsers',
  spec: links.fetchCorsCheck,
  why: 'Browsers demand Access-Control-Allow-Origin of every answer on the way, the redirect itself included. The file behind it may be perfect, and phones and curl find it, but Element Web and Desktop never get there.',
  fix: `Best, serve the file without a redirect. Else send the header with the redirect too.${webServerLines({
    nginx: 'put this beside the "return 301 ..." in one location:\nadd_header Access-Control-Allow-Origin * always;',
    apache:
      'put this into the <Location> of the Redirect ("always" is what counts):\nHeader always set Access-Control-Allow-Origin "*"',
    caddy: 'put this beside "redir" in one handle block:\nheader Access-Control-Allow-Origin *',
  })}`,
  evaluate: clientFileCors(
    ({ isLast }) => !isLast,
    () => true,
  ),
} as const satisfies Check;
