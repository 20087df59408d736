import type { HostAddresses } from '../../facts/dns.js';
import { lookupsOf } from '../readings/asked-hosts.js';
import { lookupFailed } from './lookup-words.js';

/** What to do where a host has no address: `missing` where DNS says so, else mend DNS. */
export const addressAdvice = (host: HostAddresses, missing: string): string =>
  lookupsOf(host).some(lookupFailed)
    ? `Mend the name servers of ${host.host}, which give no clear answer: "dig ${host.host} A" shows what comes. For SERVFAIL also check DNSSEC: delv ${host.host} A.`
    : missing;
