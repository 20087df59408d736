import { isIPv4 } from 'node:net';
import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientHosts } from '../readings/client-hosts.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';
import { lookupFailed } from '../words/lookup-words.js';

export const ipv4Present = {
  id: 'client/ipv4-present',
  title: 'The hosts that clients ask have an IPv4 address',
  failureTitle: '{host} has no IPv4 address, only {addresses}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.rfc8305,
  why: 'Many networks, of companies, hotels and mobile operators, still have no IPv6. People in them cannot reach {host} at all.',
  fix: 'Add an A record for {host}. Where you have no IPv4 address of your own, a proxy or tunnel of a provider can lend one.',
  evaluate: whereClientSeen((client) => {
    const hosts = clientHosts(client).filter(({ source }) => source === 'dns');
    if (hosts.length === 0) return [notApplicable('no host name is resolved by DNS on this path')];
    return hosts.map((host) => {
      if (host.addresses.some((address) => isIPv4(address))) return pass(host.host);
      if (host.a !== null && lookupFailed(host.a))
        return notTested(`DNS gives no clear answer for the A records of ${host.host}`);
      const addresses = listWords(host.addresses);
      return fail({
        subject: host.host,
        values: { host: host.host, addresses },
        evidence: [{ label: host.host, value: addresses }],
      });
    });
  }),
} as const satisfies Check;
