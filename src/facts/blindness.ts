import type { DnsLookup } from './dns.js';
import type { Facts, Setting } from './facts.js';
import { looksOf } from './looks.js';
import { isAnswered } from './lookup-state.js';
import { seenValue } from './observation.js';

/**
 * Why nothing could be judged from here: no resolver answers (not even the control question), this machine has no network, or no route to where
 * everything begins. One plain sentence without a full stop; null where the network was there. A target that does not answer is not blindness.
 */
export const blindness = (facts: Facts): string | null => {
  const { resolverControl } = facts.setting;
  if (resolverControl !== null && !isAnswered(resolverControl)) return resolverWords(resolverControl, facts.setting);
  if (noRoute(facts)) return 'this machine has no route to any of the addresses, so nothing could be looked at';
  const host = hostOutOfReach(facts);
  return host === null
    ? null
    : `this machine has no route to ${host}, whose files say where other servers and clients go`;
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

/**
 * The host of the server file, where this machine has no route to any of its addresses: what stands at the end of the steps that follow then is not
 * where servers go that get the file. null where it was reached, or is not asked.
 */
const hostOutOfReach = (facts: Facts): string | null => {
  const federation = seenValue(facts.federation);
  const file = federation === undefined ? undefined : seenValue(federation.wellKnown);
  if (file === undefined || file.fetches.length === 0) return null;
  return file.fetches.every(({ end }) => end.kind === 'failed' && end.failure.reason === 'network-unreachable')
    ? file.host.host
    : null;
};

/** Every connection that was tried failed for want of a route, in every address family that the target has. */
const noRoute = (facts: Facts): boolean => {
  const looks = looksOf(facts);
  return (
    looks.length > 0 &&
    looks.every(({ connection }) => connection.kind === 'failed' && connection.failure.reason === 'network-unreachable')
  );
};
