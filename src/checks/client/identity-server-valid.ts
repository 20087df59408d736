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
  affects: 'clients',
  spec: links.wellKnownClient,
  why: 'Element X refuses the whole client file then, unless {host} is a homeserver itself, and so do nheko and others. Element Web signs people in, but ignores everything else in the file.',
  fix: 'Delete m.identity_server from {url}, or complete it: "m.identity_server": {"base_url": "https://..."}. Most servers need none.',
  evaluate: whereBaseUrl(({ identityServer, members }, { last, progress }) => {
    if (identityServer.kind === 'absent') return [notApplicable('the client file names no identity server')];
    if (members['m.identity_server'] === null) return [notTested('m.identity_server is null')];
    if (identityServer.kind === 'usable') return [pass()];
    return [
      fail({
        values: { found: identityServer.found, url: last.url, host: progress.file.host.host },
        evidence: [{ label: last.url, value: identityServer.found }],
      }),
    ];
  }),
} as const satisfies Check;
