import { quoted } from '../../facts/words/quoted.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverFileVerdicts } from '../verdicts/server-file-verdicts.js';

export const redirectsToHttps = {
  id: 'well-known/redirects-to-https',
  title: 'Redirects of the well-known file stay on HTTPS',
  failureTitle: '{url} is redirected to plain HTTP: {location}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'A certificate has to prove every hop, and plain HTTP has none: anybody on the way could send your users\' messages elsewhere. Some servers follow it all the same, others take it for "no file" and go on with SRV records and port 8448 of {host}.',
  fix: 'Redirect to https:// instead, or better answer {url} with the file itself. Behind a proxy that ends TLS, the application often believes that it is on HTTP: pass X-Forwarded-Proto on to it.',
  recipe: 'no-redirect',
  evaluate: serverFileVerdicts('redirect-error', (fetched) => {
    const { end, hops } = fetched.fetch;
    if (end.kind !== 'redirect-error' || end.fault !== 'plain-http') return null;
    return {
      values: { location: end.location === null ? 'an http URL' : quoted(end.location) },
      seen: [...hops.map(({ url }) => url), end.location ?? ''].join(' -> '),
    };
  }),
} as const satisfies Check;
