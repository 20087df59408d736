import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileCors } from '../verdicts/cors-verdicts.js';

export const clientFileAnyOrigin = {
  id: 'cors/client-file-any-origin',
  title: 'Web clients may read the client file, wherever they come from',
  failureTitle: 'Web clients may not read the client file: Access-Control-Allow-Origin {says}',
  level: 'SHOULD',
  severity: 'error',
  affects: 'browsers',
  spec: links.wellKnownUris,
  why: 'Element at https://app.element.io was asking for {url} here, and its browser compares letter by letter. Element Desktop, Cinny and others have yet other origins.',
  fix: 'Allow every origin, since the file is public anyway: send "Access-Control-Allow-Origin: *", and mind that quotes within quotes are sent along.',
  recipe: 'cors-header',
  evaluate: clientFileCors(
    ({ isLast }) => isLast,
    (fault, { origin }) => fault === 'other-origin' && origin !== 'null',
  ),
} as const satisfies Check;
