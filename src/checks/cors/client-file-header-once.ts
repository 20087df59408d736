import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileHops, doubledVerdict } from '../verdicts/cors-verdicts.js';
import { whereClientFileFound } from '../verdicts/where-client-file-found.js';

export const clientFileHeaderOnce = {
  id: 'cors/client-file-header-once',
  title: 'The client file has Access-Control-Allow-Origin once at most',
  failureTitle: 'The client file has Access-Control-Allow-Origin more than once ({found}), so browsers refuse it',
  level: 'MUST',
  severity: 'error',
  affects: 'browsers',
  spec: links.fetchCorsCheck,
  why: 'Browsers accept one value only: "*, *" is as bad as none, though each "*" is right. Two add it, most likely: {sources}. curl does not complain, but Element Web and Desktop cannot read {url}.',
  fix: 'Let only one of them send it: delete the line in the web server in front, or let it take out what comes from behind.',
  recipe: 'cors-header',
  site: 'proxy',
  evaluate: whereClientFileFound(({ progress }) => [
    doubledVerdict(
      clientFileHops(progress).filter(({ isLast }) => isLast),
      null,
    ),
  ]),
} as const satisfies Check;
