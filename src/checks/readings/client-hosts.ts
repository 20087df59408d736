import type { ClientFacts } from '../../facts/client.js';
import type { HostAddresses } from '../../facts/dns.js';
import { seenValue } from '../../facts/observation.js';

/** The hosts that clients ask and that have addresses: that of the client file, and that of the base URL. Overridden ones are left out. */
export const clientHosts = ({ file, homeserver }: ClientFacts): readonly HostAddresses[] => {
  const hosts = [file.host, seenValue(homeserver)?.addresses].filter((host) => host !== undefined);
  const judged = hosts.filter(({ source, addresses }) => source !== 'override' && addresses.length > 0);
  return [...new Map(judged.map((host) => [host.host, host])).values()];
};
