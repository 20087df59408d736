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
  failureTitle: 'Clients find no IPv4 address for {hosts}, only {addresses}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.rfc8305,
  why: 'Many networks, of companies, hotels and mobile operators, still have no IPv6. People in them cannot reach {hosts} at all.',
  fix: 'Add an A record for {hosts}. Where you have no IPv4 address of your own, a proxy or tunnel of a provider can lend one.',
  evaluate: whereClientSeen((client) => {
    const hosts = clientHosts(client).filter(({ source }) => source === 'dns');
    if (hosts.length === 0) return [notApplicable('no host name is resolved by DNS on this path')];
    const without = hosts.filter(({ addresses }) => !addresses.some((address) => isIPv4(address)));
    if (without.length === 0) return [pass()];
    const missing = without.filter(({ a }) => a === null || !lookupFailed(a));
    if (missing.length === 0) {
      return [
        notTested(`DNS gives no clear answer for the A records of ${listWords(without.map(({ host }) => host))}`),
      ];
    }
    return [
      fail({
        values: {
          hosts: listWords(missing.map(({ host }) => host)),
          addresses: listWords(missing.flatMap(({ addresses }) => addresses)),
        },
        evidence: missing.map(({ host, addresses }) => ({ label: host, value: listWords(addresses) })),
      }),
    ];
  }),
} as const satisfies Check;
