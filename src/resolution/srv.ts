import type { DnsLookup } from '../facts/dns.js';
import type { SrvLook, SrvService, SrvTarget } from '../facts/federation.js';
import type { Net } from '../net/net.js';
import { MAX_SRV_TARGETS } from '../spec/constants.js';
import { bareHostname, type ServerName } from '../spec/server-name.js';
import { orderSrv } from '../spec/srv-order.js';
import { addressesOf } from './addresses.js';

/** `_matrix-fed._tcp.example.com` */
export const srvOwner = (service: SrvService, name: ServerName): string => `_${service}._tcp.${bareHostname(name)}`;

/** Asks for the SRV records of one service, puts them in order (RFC 2782) and resolves their targets. */
export const lookUpSrv = async (
  net: Net,
  service: SrvService,
  name: ServerName,
  chance: () => number,
): Promise<SrvLook> => {
  const owner = srvOwner(service, name);
  const lookup = await net.lookup(owner, 'SRV');
  const ordered = orderSrv(srvRecords(lookup), chance);
  const targets = await Promise.all(
    ordered.map(async ({ target, port, priority, weight }, index): Promise<SrvTarget> => {
      const followed = target !== '.' && index < MAX_SRV_TARGETS;
      return { target, port, priority, weight, addresses: followed ? await addressesOf(net, target, port) : null };
    }),
  );
  return { service, owner, lookup, targets };
};

/** Records exist. A resolver then stays with them, also where they say that the service is not offered. */
export const isFound = (look: SrvLook): boolean => look.targets.length > 0;

/** The service is "decidedly not available at this domain" (RFC 2782): `.` as the only target. */
export const isRefused = (look: SrvLook): boolean =>
  isFound(look) && look.targets.every(({ target }) => target === '.');

export const srvRecords = (lookup: DnsLookup) => lookup.records.filter((record) => record.type === 'SRV');
