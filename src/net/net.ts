import type { Destination } from '../facts/destination.js';
import type { DnsLookup, DnsType } from '../facts/dns.js';
import type { Overrides, TrustStoreFacts } from '../facts/facts.js';
import type { HeaderLine, HttpLook } from '../facts/http.js';
import type { TlsSession } from '../facts/tls.js';

/**
 * The port through which every look at the world goes. It never throws for what the world does: each answer, and each way of not
 * getting one, is a fact. Equal questions within one run are asked once (`memo.ts`).
 */
export interface Net {
  /** Asks the resolvers. `name` is absolute, with or without the final dot; no search list, no hosts file. `resolve` overrides apply to A and AAAA. */
  lookup(name: string, type: DnsType): Promise<DnsLookup>;
  /** Makes one HTTPS request to one address. Connections are kept and used again for the same address, port and SNI. */
  request(question: HttpQuestion): Promise<HttpLook>;
  /** The address and port to use instead of those that DNS gives for `host:port` (`--connect-to`); undefined where there is no override. */
  connectTo(host: string, port: number): { readonly address: string; readonly port: number } | undefined;
  readonly setting: NetSetting;
  /** True once the run's deadline has passed. */
  readonly timedOut: boolean;
  /** Destroys every socket and timer. Looks still under way settle as failed. */
  close(): Promise<void>;
}

export interface HttpQuestion {
  readonly method: 'GET' | 'OPTIONS';
  readonly url: string;
  /** What is asked of the server: path and query, from the slash on. */
  readonly path: string;
  readonly destination: Destination;
  /** Besides Host, User-Agent and Accept, which the port adds. */
  readonly headers?: readonly HeaderLine[];
  /** More than this is a failure with reason `body-too-large`. Bytes: `maxBytes` itself is already too many. */
  readonly maxBytes: number;
  /** Offers TLS 1.2 and nothing newer, in a connection of its own. */
  readonly onlyTls12?: boolean;
  /** How long finding the address took, for the look's timings; null where it was not asked. */
  readonly dnsMs?: number | null;
  /** Hears how far the connection for this question gets; a question that is equal to one before it hears nothing. */
  readonly onConnection?: ConnectionWatcher;
}

/** Called with null once TCP is open, and with the session once TLS is there; at once for a connection that is used again. Must not throw. */
export type ConnectionWatcher = (session: TlsSession | null) => void;

export interface NetSetting {
  readonly resolvers: readonly string[];
  readonly trustStore: TrustStoreFacts;
  readonly overrides: Overrides;
  readonly timeoutMs: number;
  readonly proxyVariables: readonly string[];
  readonly publicOnly: boolean;
}
