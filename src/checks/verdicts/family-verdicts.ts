import { isIPv4 } from 'node:net';
import { listWords } from '../../facts/words/list-words.js';
import type { Check } from '../check.js';
import { destinationHosts } from '../readings/destination-hosts.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { lookupFailed } from '../words/lookup-words.js';
import { whereFederationSeen } from './where-federation-seen.js';

/** Whether the homeserver has an address of that family; fills `{host}` and `{addresses}`. */
export const familyVerdicts = (family: 'IPv4' | 'IPv6'): Check['evaluate'] =>
  whereFederationSeen((federation) => {
    const hosts = destinationHosts(federation).filter(({ source }) => source === 'dns');
    if (hosts.length === 0) return [notApplicable('no host name is resolved by DNS on this path')];
    const addresses = hosts.flatMap((host) => host.addresses);
    const host = listWords(hosts.map((one) => one.host));
    const found = addresses.filter((address) => isIPv4(address) === (family === 'IPv4'));
    if (found.length > 0) return [pass(null, [{ label: host, value: listWords(found) }])];
    const type = family === 'IPv4' ? 'a' : 'aaaa';
    if (hosts.some((one) => one[type] !== null && lookupFailed(one[type]))) {
      return [notTested(`DNS gives no clear answer for the ${type.toUpperCase()} records of ${host}`)];
    }
    if (addresses.length === 0) return [notTested(`${host} has no address at all`)];
    return [
      fail({
        values: { host, addresses: listWords(addresses) },
        evidence: [{ label: host, value: listWords(addresses) }],
      }),
    ];
  });
