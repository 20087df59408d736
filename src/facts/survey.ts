import type { EndpointFacts, SrvLook } from './federation.js';
import type { WellKnownFile } from './http.js';
import type { Observation } from './observation.js';

/** What a resolver never looks at, but an administrator should know. */
export interface SurveyFacts {
  /** SRV records of the server name that the walk did not consult: hidden by a valid well-known, by a port, or by the newer service. */
  readonly hiddenSrv: readonly SrvLook[];
  /** Whether the hidden records would work if the well-known were gone: the version question at each of their addresses. */
  readonly hiddenSrvEndpoints: readonly EndpointFacts[];
  /** A server file that no server reads, because the name has a port or is an IP address. */
  readonly pointlessServerFile: Observation<WellKnownFile>;
  /** The files on the delegated host; skipped where there is none other than the server name itself. */
  readonly delegatedServerFile: Observation<WellKnownFile>;
  readonly delegatedClientFile: Observation<WellKnownFile>;
  /**
   * The client file on hosts where it is put by mistake, or as a copy: the host of the base URL; and where the server name has no usable file,
   * `matrix.<hostname>` and `www.<hostname>`. Without the server name itself and the delegated host.
   */
  readonly clientFilesElsewhere: readonly WellKnownFile[];
}
