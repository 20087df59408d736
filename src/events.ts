import type { Destination } from './facts/destination.js';
import type { DnsType } from './facts/dns.js';
import type { WalkStep } from './facts/federation.js';
import type { HttpLook } from './facts/http.js';
import type { TlsSession } from './facts/tls.js';

/** What is asked of the world: equal questions of one run are one. */
export type Question =
  | { readonly kind: 'lookup'; readonly name: string; readonly type: DnsType }
  | {
      readonly kind: 'request';
      readonly method: HttpLook['method'];
      readonly url: string;
      readonly destination: Destination;
    };

/** What clients ask there. */
export type ClientPlace = 'file' | 'homeserver';

/** What `inspect` tells while it runs, in the order of happening. */
export type InspectEvent =
  /** `observedAt`: ISO 8601 UTC, the moment by which certificates are judged. */
  | { readonly type: 'started'; readonly input: string; readonly observedAt: string }
  /** A question goes out; `answered` follows, whatever comes of it, unless the run ends before. */
  | { readonly type: 'asked'; readonly question: Question }
  | { readonly type: 'answered'; readonly question: Question }
  | { readonly type: 'step'; readonly step: WalkStep }
  /** Where servers are led to. */
  | { readonly type: 'destination'; readonly destination: Destination }
  /** Where clients read the client file, and where the homeserver that it names is asked for its versions. */
  | { readonly type: 'client-destination'; readonly of: ClientPlace; readonly destination: Destination }
  /** TCP is open to there (`session` is null), then TLS is there. For connections that several destinations may share, and more than once for each. */
  | { readonly type: 'connection'; readonly destination: Destination; readonly session: TlsSession | null }
  | { readonly type: 'look'; readonly look: HttpLook }
  | { readonly type: 'finished'; readonly durationMs: number };
