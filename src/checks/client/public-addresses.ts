import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientHosts } from '../readings/client-hosts.js';
import { isReachedHost } from '../readings/reached-host.js';
import { publicAddressesVerdicts } from '../verdicts/address-range-verdicts.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';

export const publicAddresses = {
  id: 'client/public-addresses',
  title: 'The hosts that clients ask have addresses of the public Internet',
  failureTitle: 'Clients find no address of the public Internet for {hosts}, only {addresses}',
  level: 'advice',
  severity: 'error',
  affects: 'clients',
  spec: links.ianaSpecialIPv4,
  why: 'Such an address means something inside of one network only. Clients elsewhere, phones above all, cannot connect to it.',
  fix: 'Publish the public address of {hosts} in DNS. If it was resolved inside of your own network (split DNS), ask a public resolver: --resolver 9.9.9.9. For a network that is meant to be closed, run this with --allow-private.',
  evaluate: whereClientSeen((client, _progress, facts) =>
    publicAddressesVerdicts(clientHosts(client), facts, ({ host }) => !isReachedHost(client, host)),
  ),
} as const satisfies Check;
