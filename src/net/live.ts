import type { Overrides } from '../facts/facts.js';
import type { Net } from './net.js';
import type { TrustStore } from './trust.js';

/** Where a connection to an address really goes. The embedded network leads the addresses of its small world to loopback ports with it. */
export type Route = (address: string, port: number) => RoutedTo;

export type RoutedTo =
  | { readonly kind: 'to'; readonly address: string; readonly port: number }
  /** The connection attempt fails at once with this error code of the operating system (`ENETUNREACH`). */
  | { readonly kind: 'error'; readonly code: string }
  /** The connection attempt is never answered. */
  | { readonly kind: 'black-hole' };

export interface NetOptions {
  /** `ip:port`; default: the system's, by `dns.getServers()`. */
  readonly resolvers?: readonly string[];
  /** For the whole life of this port, in ms from its opening; default 15,000. */
  readonly timeoutMs?: number;
  readonly trustStore?: TrustStore;
  readonly overrides?: Overrides;
  readonly route?: Route;
  /** Default `process.env`; read for proxy variables only. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Opens the port to the real network. Close it: its sockets and timers live until then, or until its deadline. */
export const openNet = (options: NetOptions = {}): Net => {
  throw new Error(`not written yet: ${options.timeoutMs}`);
};
