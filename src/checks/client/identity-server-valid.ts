import { isJsonObject } from '../../spec/json.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const identityServerValid = {
  id: 'client/identity-server-valid',
  title: 'm.identity_server, if it is there, names an https address',
  failureTitle: 'm.identity_server in the client file cannot be used: {found}',
  level: 'MUST',
  severity: 'warning',
  affects: 'browsers',
  spec: links.wellKnownClient,
  why: 'People can sign in, but not find or invite others by e-mail address. Element Web warns at every sign-in, and then ignores everything else in the client file.',
  fix: 'Delete m.identity_server from {url}, or complete it: "m.identity_server": {"base_url": "https://..."}. Most servers need none.',
  evaluate: whereBaseUrl(({ identityServer, members }, { last }) => {
    if (identityServer.kind === 'absent') return [notApplicable('the client file names no identity server')];
    if (members['m.identity_server'] === null) return [notTested('m.identity_server is null')];
    if (identityServer.kind === 'usable') return [pass()];
    if (!isJsonObject(members['m.identity_server']) || typeof members['m.identity_server'].base_url !== 'string') {
      return [notTested('strict clients refuse the file for its m.identity_server, which is reported as such')];
    }
    return [
      fail({
        values: { found: identityServer.found, url: last.url },
        evidence: [{ label: last.url, value: identityServer.found }],
      }),
    ];
  }),
} as const satisfies Check;
