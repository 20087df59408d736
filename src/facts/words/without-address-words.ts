import type { HostAddresses } from '../dns.js';
import { hasUnansweredLookup } from '../lookup-state.js';

/** What a host without addresses is: "example.com has no address" only where DNS says so. */
export const withoutAddressWords = (host: HostAddresses): string =>
  hasUnansweredLookup(host)
    ? `DNS gives no clear answer about the addresses of ${host.host}`
    : `${host.host} has no address`;
