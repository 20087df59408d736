import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import { hostAndPort } from '../../spec/server-name.js';
import type { BaseUrl } from '../../spec/well-known-client.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const baseUrlWithoutPath = {
  id: 'client/base-url-without-path',
  title: 'The base URL has no path',
  failureTitle: 'The base URL {written} has the path {path}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'The specification does not say how a path is joined with /_matrix/client/... Element puts it in front; FluffyChat leaves it out, and nheko puts the port behind it, so both ask the wrong address.',
  fix: 'Forward {root}/_matrix to the homeserver too, without that path, and write "base_url": "{root}". Whatever else is at {host} can stay, since nothing but Matrix uses /_matrix.',
  evaluate: whereBaseUrl(({ baseUrl }, { last }) => {
    if (!baseUrl.oddities.includes('path')) return [pass()];
    const written = shownUrl(baseUrl.written);
    return [
      fail({
        values: { written, path: baseUrl.path, host: baseUrl.host, root: rootOf(baseUrl) },
        evidence: [{ label: last.url, value: `base URL ${written}` }],
      }),
    ];
  }),
} as const satisfies Check;

const rootOf = ({ scheme, host, port }: BaseUrl): string =>
  `${scheme}://${port === (scheme === 'https' ? 443 : 80) ? host : hostAndPort(host, port)}`;
