import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { addressGroups } from '../readings/address-groups.js';
import { publicAddressesVerdicts } from '../verdicts/address-range-verdicts.js';
import { whereFederationSeen } from '../verdicts/where-federation-seen.js';

export const publicAddresses = {
  id: 'dns/public-addresses',
  title: 'The hosts have addresses of the public Internet',
  failureTitle: 'There is no address of the public Internet for {hosts}, only {addresses}',
  level: 'advice',
  severity: 'error',
  affects: 'servers',
  spec: links.ianaSpecialIPv4,
  why: 'Nobody outside of your own network can connect to such an address, and Synapse refuses to try (federation_ip_range_blacklist).',
  fix: 'Publish the public address of {hosts} in DNS. If this was resolved by a resolver inside of your network (split DNS), ask a public one: --resolver 9.9.9.9. For a network that is meant to be closed, run this with --allow-private.',
  evaluate: whereFederationSeen((federation, facts) => publicAddressesVerdicts(addressGroups(federation), facts)),
} as const satisfies Check;
