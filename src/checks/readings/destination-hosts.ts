import type { HostAddresses } from '../../facts/dns.js';
import type { FederationFacts } from '../../facts/federation.js';
import { usedSrv } from './used-srv.js';

/** The hosts whose addresses servers connect to: the SRV targets, or the one host of steps 2, 3.2, 3.5 and 6. Empty for IP literals. */
export const destinationHosts = (federation: FederationFacts): readonly HostAddresses[] => {
  const srv = usedSrv(federation);
  if (srv === undefined) return federation.hosts;
  const byHost = new Map<string, HostAddresses>();
  for (const { addresses } of srv.targets) if (addresses !== null) byHost.set(addresses.host, addresses);
  return [...byHost.values()];
};
