import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileCors } from '../verdicts/cors-verdicts.js';
import { CORS_LINES } from '../words/web-server-lines.js';

export const clientFileHeader = {
  id: 'cors/client-file-header',
  title: 'Web clients may read the client file',
  failureTitle: 'Web clients may not read the client file: Access-Control-Allow-Origin is missing',
  level: 'SHOULD',
  severity: 'error',
  affects: 'browsers',
  spec: links.wellKnownUris,
  why: 'A browser shows a page of app.element.io nothing of {url} unless the answer allows it by this header. Element Web and Desktop say that the server cannot be found, while phones, which have no such rule, work.',
  fix: `Send the header with the file. Where the file is passed on from another server, that one should send it.${CORS_LINES}`,
  evaluate: clientFileCors(
    ({ isLast }) => isLast,
    (fault) => fault === 'missing' || fault === 'empty',
  ),
} as const satisfies Check;
