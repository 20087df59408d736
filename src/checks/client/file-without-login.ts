import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { atObstacle } from '../verdicts/at-obstacle.js';

export const fileWithoutLogin = {
  id: 'client/file-without-login',
  title: 'The client file is not behind a login',
  failureTitle: 'The client file is behind a login: {found}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Clients ask for the file before anybody has signed in, and nobody can sign in without it. They report that the server is set up wrongly (FAIL_PROMPT). In your own browser it may seem to work, since that is signed in.',
  fix: 'Take {url} out of the password protection or single sign-on that stands in front of the site.',
  recipe: 'no-login',
  evaluate: atObstacle('login', ({ file, response, last }) => ({
    url: file.url,
    found:
      last === null || last.url === file.url
        ? `it is answered with ${response?.status ?? 401}`
        : `it leads to ${last.url}`,
  })),
} as const satisfies Check;
