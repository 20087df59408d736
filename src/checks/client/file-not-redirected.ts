import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereClientFileMembers } from '../verdicts/where-client-file-found.js';

export const fileNotRedirected = {
  id: 'client/file-not-redirected',
  title: 'The client file is answered without a redirect',
  failureTitle: 'The client file is behind {redirects}, which not every client follows',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Up to version 1.19 the specification knows only 200 and 404 here: a client that keeps to it takes a redirect for a fault of the server. Browsers follow, but only where each redirect has the CORS header; FluffyChat follows 5, Element X 10.',
  fix: 'Let {url} give the file itself, or pass the request on inside of the web server.',
  recipe: 'no-redirect',
  evaluate: whereClientFileMembers((_members, { fetched, progress }) => {
    const { hops } = fetched.fetch;
    const urls = [...new Set(hops.map(({ url }) => url))];
    if (urls.length < 2) return [pass()];
    return [
      fail({
        values: {
          url: progress.file.url,
          redirects: urls.length === 2 ? 'a redirect' : `${urls.length - 1} redirects`,
        },
        evidence: hops.map((hop) => ({
          label: hop.url,
          value: hop.response.kind === 'seen' ? `${hop.response.value.status}` : 'no answer',
        })),
        at: hops[0] ?? null,
      }),
    ];
  }),
} as const satisfies Check;
