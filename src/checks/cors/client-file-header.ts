import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileCors } from '../verdicts/cors-verdicts.js';

export const clientFileHeader = {
  id: 'cors/client-file-header',
  title: 'Web clients may read the client file',
  failureTitle: 'Web clients may not read the client file: Access-Control-Allow-Origin is {gap}',
  level: 'SHOULD',
  severity: 'error',
  affects: 'browsers',
  spec: links.wellKnownUris,
  why: 'A browser lets a page of app.element.io read nothing of {url} unless the answer allows it by this header. Element Web and Desktop say that the server cannot be found, while apps on phones, which have no such rule, work.',
  fix: 'Send the header with {url}: "Access-Control-Allow-Origin: *", once. Where the file is passed on from another server, only one of the two may send it.',
  recipe: 'cors-header',
  evaluate: clientFileCors(
    ({ isLast }) => isLast,
    (fault) => fault === 'missing' || fault === 'empty',
  ),
} as const satisfies Check;
