import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';
import { shownUrl } from '../words/shown-url.js';

export const baseUrlWithoutPath = {
  id: 'client/base-url-without-path',
  title: 'The base URL has no path',
  failureTitle: 'The base URL {written} has the path {path}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'The specification does not say how a path is joined with /_matrix/client/... Element puts it in front; FluffyChat leaves it out, and nheko puts the port behind it, so both ask the wrong address.',
  fix: 'Give the homeserver a host name of its own, such as matrix.{host}, without a path, and name that in base_url.',
  evaluate: whereBaseUrl(({ baseUrl }, { last }) => {
    if (!baseUrl.oddities.includes('path')) return [pass()];
    const written = shownUrl(baseUrl.written);
    return [
      fail({
        values: { written, path: baseUrl.path, host: baseUrl.host },
        evidence: [{ label: last.url, value: `base URL ${written}` }],
      }),
    ];
  }),
} as const satisfies Check;
