import { isIP } from 'node:net';
import type { Destination } from '../facts/destination.js';
import type { HostAddresses } from '../facts/dns.js';
import type { SrvTarget } from '../facts/federation.js';
import type { Net } from '../net/net.js';
import { MAX_ADDRESSES, MAX_DESTINATIONS } from '../spec/constants.js';
import { bareHostname, hostAndPort, isIpLiteral, type ServerName } from '../spec/server-name.js';
import { bareHost, lookupMs } from './addresses.js';

/** A destination, and how long finding its address took. */
export interface Located {
  readonly destination: Destination;
  readonly dnsMs: number | null;
}

/** As whom a server is asked. */
export type Names = Pick<Destination, 'hostHeader' | 'sni' | 'certificateName'>;

/**
 * Host, SNI and certificate name in each step of the walk. They belong to the name that decides, the server name in steps 1, 2 and 4 to 6,
 * the delegated one in 3.1 to 3.5, never to an SRV target. Host is that name as it is written: with a port only if it names one, then always.
 */
export const federationNames = (name: ServerName): Names => ({
  hostHeader: name.text,
  sni: isIpLiteral(name) ? null : bareHostname(name),
  certificateName: bareHostname(name),
});

/** Host, SNI and certificate name of an ordinary https URL: Host has a port only where it is not 443. */
export const urlNames = (host: string, port: number): Names => ({
  hostHeader: port === 443 ? host : hostAndPort(host, port),
  sni: isIP(bareHost(host)) === 0 ? bareHost(host) : null,
  certificateName: bareHost(host),
});

/** One destination for each address, as many as are connected to (the facts list the others), or the one that `--connect-to` puts in their place. */
export const locate = (
  net: Net,
  names: Names,
  host: HostAddresses,
  port: number,
  srv?: SrvTarget,
): readonly Located[] => {
  const realPort = net.connectTo(host.host, port)?.port ?? port;
  return host.addresses.slice(0, MAX_ADDRESSES).map((address) => ({
    destination: {
      host: host.host,
      address,
      port: realPort,
      ...names,
      priority: srv?.priority ?? null,
      weight: srv?.weight ?? null,
    },
    dnsMs: lookupMs(host),
  }));
};

/** The destinations of SRV targets, in their order. */
export const locateTargets = (net: Net, names: Names, targets: readonly SrvTarget[]): readonly Located[] =>
  targets
    .flatMap((target) => (target.addresses === null ? [] : locate(net, names, target.addresses, target.port, target)))
    .slice(0, MAX_DESTINATIONS);
