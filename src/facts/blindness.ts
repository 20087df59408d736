import type { DnsLookup } from './dns.js';
import type { Facts, Setting } from './facts.js';
import { looksOf } from './looks.js';
import { isAnswered } from './lookup-state.js';

/**
 * Why nothing could be judged from here: no resolver answers (not even the control question), or this machine has no network. One plain
 * sentence without a full stop; null where the network was there. A target that does not answer is not blindness.
 */
export const blindness = (facts: Facts): string | null => {
  const { resolverControl } = facts.setting;
  if (resolverControl !== null && !isAnswered(resolverControl)) return resolverWords(resolverControl, facts.setting);
  return noRoute(facts) ? 'this machine has no route to any of the addresses, so nothing could be looked at' : null;
};

const resolverWords = (control: DnsLookup, { resolvers, timedOut, timeoutMs }: Setting): string => {
  if (resolvers.length === 0) return 'no DNS resolver is configured on this machine';
  const asked =
    resolvers.length === 1 ? `the DNS resolver ${resolvers[0]}` : `the DNS resolvers ${resolvers.join(', ')}`;
  if (control.outcome === 'unavailable') return `${asked} cannot be reached from this machine`;
  if (timedOut) return `no answer from ${asked} within the ${timeoutMs / 1000} s of this run`;
  if (control.rcode === null) return `no answer from ${asked}, not even about the root of the DNS`;
  return `${asked}: ${control.rcode} even for a question about the root of the DNS`;
};

/** Every connection that was tried failed for want of a route, in every address family that the target has. */
const noRoute = (facts: Facts): boolean => {
  const looks = looksOf(facts);
  return (
    looks.length > 0 &&
    looks.every(({ connection }) => connection.kind === 'failed' && connection.failure.reason === 'network-unreachable')
  );
};
