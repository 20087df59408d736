import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientHosts } from '../readings/client-hosts.js';
import { noPrivateAddressesVerdicts } from '../verdicts/address-range-verdicts.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';

export const noPrivateAddresses = {
  id: 'client/no-private-addresses',
  title: 'The hosts that clients ask have no address that only means something in one network',
  failureTitle: '{host} also has an address that cannot be reached from the Internet: {addresses}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.ianaSpecialIPv4,
  why: 'A client that tries this address first waits in vain, or reaches something else in its own network.',
  fix: 'Remove the record of {addresses} for {host} from the public DNS. For a network that is meant to be closed, run this with --allow-private.',
  evaluate: whereClientSeen((client, _progress, facts) => noPrivateAddressesVerdicts(clientHosts(client), facts)),
} as const satisfies Check;
