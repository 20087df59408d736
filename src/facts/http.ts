import type { Destination } from './destination.js';
import type { HostAddresses } from './dns.js';
import type { Failure } from './failure.js';
import type { Observation } from './observation.js';
import type { TlsSession } from './tls.js';

/** A header line as it was sent or received: name as written, then value. Order and duplicates are kept. */
export type HeaderLine = readonly [name: string, value: string];

/** Milliseconds of each phase of a look, one decimal; null where the phase was not reached, 0 where a connection was used again. */
interface Timings {
  readonly dnsMs: number | null;
  readonly tcpMs: number | null;
  readonly tlsMs: number | null;
  readonly firstByteMs: number | null;
  readonly bodyMs: number | null;
}

/** A body, whole. `utf8` where the bytes are valid UTF-8 (a byte order mark is kept as U+FEFF), else `base64`. */
export interface Body {
  readonly encoding: 'utf8' | 'base64';
  readonly content: string;
  readonly bytes: number;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  /** Failed where it was too large, cut off or too slow; never cut silently. */
  readonly body: Observation<Body>;
}

/** One HTTPS request to one address, and everything that came of it. */
export interface HttpLook {
  readonly method: 'GET' | 'OPTIONS';
  /** The URL as it would stand in an address bar; the connection went to `destination`. */
  readonly url: string;
  readonly destination: Destination;
  /** The header lines sent, Host included. */
  readonly requestHeaders: readonly HeaderLine[];
  /** Failed in layer `tcp` or `tls`. */
  readonly connection: Observation<TlsSession>;
  /** Skipped where there was no connection. */
  readonly response: Observation<HttpResponse>;
  readonly timings: Timings;
}

/** Why a chain of redirects was given up. */
export type RedirectFault = 'loop' | 'too-many' | 'no-location' | 'bad-location' | 'plain-http';

/** How fetching a file ended: with a final response (the last hop's, whatever its status), a failure, or a redirect that leads nowhere. */
export type FetchEnd =
  | { readonly kind: 'answered' }
  | { readonly kind: 'failed'; readonly url: string; readonly failure: Failure }
  | { readonly kind: 'redirect-error'; readonly fault: RedirectFault; readonly location: string | null };

/** A file fetched from one address of its host, redirects followed by hand. */
export interface FileFetch {
  readonly address: string;
  /** The looks in order; the last one is the final one. Empty only where the first host had no such address any more. */
  readonly hops: readonly HttpLook[];
  readonly end: FetchEnd;
}

/** A well-known file, fetched from every address of its host. `fetches` is empty where the host has no address. */
export interface WellKnownFile {
  readonly url: string;
  readonly host: HostAddresses;
  readonly fetches: readonly FileFetch[];
}
