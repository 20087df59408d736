import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { atObstacle } from '../verdicts/at-obstacle.js';

export const fileNotForbidden = {
  id: 'client/file-not-forbidden',
  title: 'The web server lets everybody have the client file',
  failureTitle: 'The web server forbids the client file (403)',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Only 200 (here it is) and 404 (there is none) tell a client what to do. At 403 it reports that the server is set up wrongly (FAIL_PROMPT). A rule against files and directories whose names begin with a dot, which matches /.well-known, is the usual cause.',
  fix: 'Let {url} through the rule against dot files. If there is none, look for file permissions that the web server cannot read, or for a firewall that refuses programs which it does not know, and exempt /.well-known/matrix/ from it.',
  recipe: 'dot-files',
  evaluate: atObstacle('forbidden', ({ file }) => ({ url: file.url })),
} as const satisfies Check;
