import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';
import { shownUrl } from '../words/shown-url.js';

export const baseUrlHttps = {
  id: 'client/base-url-https',
  title: 'The base URL is https',
  failureTitle: 'The base URL {written} is not encrypted',
  level: 'SHOULD',
  severity: 'error',
  spec: links.clientApiStandards,
  why: 'Web clients run on https pages, from which browsers do not let them reach http addresses, not even ones that redirect to https. Other clients would send passwords and messages in the clear.',
  fix: 'Write {encrypted} in the client file, and serve the homeserver there with a certificate for {host}. Behind a reverse proxy, set public_baseurl of Synapse to that address as well.',
  evaluate: whereBaseUrl(({ baseUrl }, { last }) => {
    if (baseUrl.scheme === 'https') return [pass()];
    const written = shownUrl(baseUrl.written);
    return [
      fail({
        values: { written, host: baseUrl.host, encrypted: `https://${baseUrl.host}${baseUrl.path}` },
        evidence: [{ label: last.url, value: `base URL ${written}` }],
      }),
    ];
  }),
} as const satisfies Check;
