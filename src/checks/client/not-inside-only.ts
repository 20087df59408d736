import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientHosts } from '../readings/client-hosts.js';
import { isReachedHost } from '../readings/reached-host.js';
import { publicAddressesVerdicts } from '../verdicts/address-range-verdicts.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';

export const notInsideOnly = {
  id: 'client/not-inside-only',
  title: 'The hosts that clients ask can be reached from outside of this network',
  failureTitle: 'From here clients reach {hosts}, but only at addresses inside of one network: {addresses}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.ianaSpecialIPv4,
  why: 'This machine is in the same network, so it works here. Clients elsewhere, phones above all, cannot connect to such an address.',
  fix: 'If the name has a public address outside (split DNS), ask a public resolver: --resolver 9.9.9.9. Else publish the public address of {hosts} in DNS. For a network that is meant to be closed, run this with --allow-private.',
  evaluate: whereClientSeen((client, _progress, facts) =>
    publicAddressesVerdicts(clientHosts(client), facts, ({ host }) => isReachedHost(client, host)),
  ),
} as const satisfies Check;
