import type { HostAddresses } from '../facts/dns.js';
import type { Failure } from '../facts/failure.js';
import { unlocatedWords } from './lookup-words.js';

/** The failure of a look at a host that has no address, or whose address could not be found out in time. */
export const noAddress = (host: HostAddresses): Failure => ({
  layer: 'dns',
  reason: [host.a, host.aaaa].some((lookup) => lookup?.outcome === 'timeout') ? 'timeout' : 'no-address',
  message: unlocatedWords(host),
  code: null,
});
