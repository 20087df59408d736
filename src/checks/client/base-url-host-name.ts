import { isIP } from 'node:net';
import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';
import { hostnameOf } from '../words/server-name-of.js';

export const baseUrlHostName = {
  id: 'client/base-url-host-name',
  title: 'The base URL names its host, in place of an address',
  failureTitle: 'The base URL {written} has an IP address in place of a host name',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Few authorities give certificates for addresses, and when the server moves to another one, every signed-in client loses it, because clients keep the base URL.',
  fix: 'Give the homeserver a host name, such as matrix.{name}, with a certificate for it, and name that in base_url.',
  evaluate: whereBaseUrl(({ baseUrl }, { last }, facts) => {
    const name = hostnameOf(facts);
    if (isIP(name) !== 0) return [notApplicable('the server name is an address itself')];
    if (isIP(baseUrl.host.replace(/^\[(.*)\]$/u, '$1')) === 0) return [pass()];
    const written = shownUrl(baseUrl.written);
    return [
      fail({ values: { written, name }, evidence: [{ label: last.url, value: `base URL ${written}` }], at: last }),
    ];
  }),
} as const satisfies Check;
