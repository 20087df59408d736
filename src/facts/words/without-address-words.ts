import type { HostAddresses } from '../dns.js';
import { isAnswered } from '../lookup-state.js';

/** What a host without addresses is: "example.com has no address" only where DNS says so. */
export const withoutAddressWords = ({ host, a, aaaa }: HostAddresses): string =>
  [a, aaaa].some((lookup) => lookup !== null && lookup.outcome !== 'invalid-name' && !isAnswered(lookup))
    ? `DNS gives no clear answer about the addresses of ${host}`
    : `${host} has no address`;
