import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { addressGroups } from '../readings/address-groups.js';
import { noPrivateAddressesVerdicts } from '../verdicts/address-range-verdicts.js';
import { whereFederationSeen } from '../verdicts/where-federation-seen.js';

export const noPrivateAddresses = {
  id: 'dns/no-private-addresses',
  title: 'No private address stands among the public ones',
  failureTitle: '{host} has {addresses} among its addresses, which nobody outside can reach',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.ianaSpecialIPv4,
  why: 'Servers that pick this address wait until they give up. Synapse drops addresses that are not public, other homeservers try them.',
  fix: 'Remove the record from the public zone of {host}. If only machines inside need it, serve it from an internal resolver (split DNS). For a network that is meant to be closed, run this with --allow-private.',
  evaluate: whereFederationSeen((federation, facts) => noPrivateAddressesVerdicts(addressGroups(federation), facts)),
} as const satisfies Check;
