import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileCors } from '../verdicts/cors-verdicts.js';
import { CORS_LINES } from '../words/web-server-lines.js';

export const clientFileAnyOrigin = {
  id: 'cors/client-file-any-origin',
  title: 'The client file may be read by every web client',
  failureTitle: 'The client file may be read by pages of {found} only',
  level: 'SHOULD',
  severity: 'error',
  affects: 'browsers',
  spec: links.wellKnownUris,
  why: 'Element at app.element.io was asking here, and its browser compares letter by letter: a star in quotes or an address with a final slash is no match either. Element Desktop, Cinny and others have yet other origins.',
  fix: `Allow every origin at {url}: the file is public anyway. Write the star without quotes around it in the header itself.${CORS_LINES}`,
  evaluate: clientFileCors(
    ({ isLast }) => isLast,
    (fault, { origin }) => fault === 'other-origin' && origin !== 'null',
  ),
} as const satisfies Check;
