import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileCors } from '../verdicts/cors-verdicts.js';
import { ONE_CORS_LINES } from '../words/web-server-lines.js';

export const clientFileHeaderOnce = {
  id: 'cors/client-file-header-once',
  title: 'The client file has Access-Control-Allow-Origin once at most',
  failureTitle: 'The client file has Access-Control-Allow-Origin more than once ({found}), so browsers refuse it',
  level: 'MUST',
  severity: 'error',
  affects: 'browsers',
  spec: links.fetchCorsCheck,
  why: 'Browsers accept one value only: "*, *" is as bad as none, though each "*" is right. It happens where a proxy adds the header to an answer that has it already. curl does not complain, but Element Web and Desktop cannot read {url}.',
  fix: `Let only one of them add it.${ONE_CORS_LINES}`,
  evaluate: clientFileCors(
    ({ isLast }) => isLast,
    (fault) => fault === 'several-lines' || fault === 'several-values',
  ),
} as const satisfies Check;
