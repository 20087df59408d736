import { quoted } from '../../facts/words/quoted.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { whereServerFileDelegates } from '../verdicts/where-server-file.js';

export const ipv6WithPort = {
  id: 'well-known/ipv6-with-port',
  title: 'An IPv6 address in m.server has a port',
  failureTitle: 'm.server is the IPv6 address {value} without a port',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.resolution,
  why: 'The specification says port 8448 then, but Tuwunel and conduwuit cannot read that form and Conduit goes to port 443.',
  fix: 'Write the port into {url}: {"m.server": "{plain}:8448"}. A host name is better still, since few authorities give certificates for addresses.',
  evaluate: whereServerFileDelegates(({ delegate, mServer }, { file }) => {
    if (delegate.kind !== 'ipv6') return [notApplicable('m.server is not an IPv6 address')];
    if (delegate.port !== null) return [pass()];
    return [
      fail({
        values: { url: file.url, value: quoted(mServer), plain: delegate.hostname },
        evidence: [{ label: file.url, value: quoted(mServer) }],
      }),
    ];
  }),
} as const satisfies Check;
