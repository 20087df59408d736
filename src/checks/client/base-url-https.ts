import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { isInternalHost } from '../readings/internal-host.js';
import { fail, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';
import { suggestedClientFile } from '../words/suggested-client-file.js';

export const baseUrlHttps = {
  id: 'client/base-url-https',
  title: 'The base URL is https',
  failureTitle: 'The base URL {written} is not encrypted',
  level: 'SHOULD',
  severity: 'error',
  affects: 'clients',
  spec: links.clientApiStandards,
  why: 'Web clients run on https pages, from which browsers do not let them reach http addresses, not even ones that redirect to https. Other clients would send passwords and messages in the clear.',
  fix: 'Write {encrypted} in the client file{doubt}, and serve the homeserver there with a certificate for that host. Behind a reverse proxy, set public_baseurl of Synapse to that address as well.',
  evaluate: whereBaseUrl(({ baseUrl }, { last }, facts) => {
    if (baseUrl.scheme === 'https') return [pass()];
    const written = shownUrl(baseUrl.written);
    const { homeserver = '' } = suggestedClientFile(facts);
    const instead = isInternalHost(baseUrl.host)
      ? { encrypted: homeserver, doubt: ', if that is the public address of the homeserver' }
      : { encrypted: `https://${baseUrl.host}${baseUrl.path}`, doubt: '' };
    return [
      fail({
        values: { written, ...instead },
        evidence: [{ label: last.url, value: `base URL ${written}` }],
      }),
    ];
  }),
} as const satisfies Check;
