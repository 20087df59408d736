import type { ServerName } from '../spec/server-name.js';
import type { Destination } from './destination.js';
import type { DnsLookup, HostAddresses } from './dns.js';
import type { HttpLook, WellKnownFile } from './http.js';
import type { Observation } from './observation.js';

/** The steps of "Resolving server names" in the Server-Server specification, in its order. */
export const STEPS = ['1', '2', '3', '3.1', '3.2', '3.3', '3.4', '3.5', '4', '5', '6'] as const;

export type StepId = (typeof STEPS)[number];

/** One step of the walk, in the specification's order; steps not taken are there too. `because` is one plain sentence without a full stop. */
export interface WalkStep {
  readonly step: StepId;
  readonly taken: boolean;
  readonly because: string;
}

/** `_matrix-fed._tcp` (v1.8) and the deprecated `_matrix._tcp`. */
export type SrvService = 'matrix-fed' | 'matrix';

/** The SRV records of one service of one name, in the order in which a resolver tries them (RFC 2782). */
export interface SrvLook {
  readonly service: SrvService;
  /** The name asked for: `_matrix-fed._tcp.example.com`. */
  readonly owner: string;
  readonly lookup: DnsLookup;
  readonly targets: readonly SrvTarget[];
}

export interface SrvTarget {
  /** Without the final dot; `.` where the record says that the service is not offered. */
  readonly target: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
  /** null for `.`, and for targets beyond the first ten, which nobody follows. */
  readonly addresses: HostAddresses | null;
}

/** The questions put to one destination. */
export interface EndpointFacts {
  readonly destination: Destination;
  /** `GET /_matrix/federation/v1/version` */
  readonly version: HttpLook;
  /** `GET /_matrix/key/v2/server` */
  readonly keys: HttpLook;
  /** `GET /_matrix/federation/v1/<nothing by that name>`: 404 M_UNRECOGNIZED is expected. Skipped where `version` had no answer. */
  readonly unknownPath: Observation<HttpLook>;
}

/** How other servers find this one: the walk of the specification and what stands at its end. */
export interface FederationFacts {
  readonly walk: readonly WalkStep[];
  /** The step that gave the destinations, or the one that ended the walk without any; null where none decided. */
  readonly step: StepId | null;
  /** The name in `m.server`, where a valid one was found. */
  readonly delegatedName: ServerName | null;
  /** Skipped in steps 1 and 2. */
  readonly wellKnown: Observation<WellKnownFile>;
  /** What the walk asked, in order. */
  readonly srv: readonly SrvLook[];
  /** Hosts that the walk resolved outside of SRV (steps 2, 3.2, 3.5, 6). */
  readonly hosts: readonly HostAddresses[];
  readonly destinations: readonly Destination[];
  /** One for each destination, in the same order; none where only the walk was asked for. */
  readonly endpoints: readonly EndpointFacts[];
}
