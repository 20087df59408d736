import type { InputReading } from '../spec/server-name.js';
import type { ClientFacts } from './client.js';
import type { DnsLookup } from './dns.js';
import type { FederationFacts } from './federation.js';
import type { WellKnownFile } from './http.js';
import type { Observation } from './observation.js';
import type { SurveyFacts } from './survey.js';

/**
 * Everything that was seen of one server name, without an opinion in it: frozen, JSON-safe, enough to judge it again elsewhere.
 * `diagnose` reads nothing else.
 */
export interface Facts {
  readonly factsVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  /** ISO 8601 UTC. The moment by which certificates and keys are judged. */
  readonly observedAt: string;
  readonly durationMs: number;
  readonly input: InputReading;
  readonly setting: Setting;
  /** Skipped where the input is not a server name. */
  readonly federation: Observation<FederationFacts>;
  readonly client: Observation<ClientFacts>;
  /** `https://<hostname>/.well-known/matrix/support` */
  readonly support: Observation<WellKnownFile>;
  readonly survey: Observation<SurveyFacts>;
}

/** From where, and with what, it was looked. */
export interface Setting {
  /** `ip:port`, in the order of use. */
  readonly resolvers: readonly string[];
  /** Asked only where no question got an answer: whether the resolvers answer at all (the name servers of the root). */
  readonly resolverControl: DnsLookup | null;
  readonly trustStore: TrustStoreFacts;
  readonly overrides: Overrides;
  readonly timeoutMs: number;
  /** True once the whole run's deadline passed: what is missing then was cut off, not refused. */
  readonly timedOut: boolean;
  /** True where a person or a signal ended the run: the same holds for what is missing then. */
  readonly interrupted: boolean;
  /** Addresses that are not globally reachable are meant to be so (`--allow-private`). */
  readonly allowPrivate: boolean;
  /** No connection is made to an address that is not globally reachable (`--public-only`). */
  readonly publicOnly: boolean;
  /** HTTPS_PROXY and its kin, which are not used: names of the variables that are set. */
  readonly proxyVariables: readonly string[];
}

/** What was used to judge chains: where the root certificates came from (`node`, or a file), and how many there are. */
export interface TrustStoreFacts {
  readonly sources: readonly { readonly source: string; readonly certificates: number }[];
}

/** What the user told us to believe instead of DNS. */
export interface Overrides {
  /** `--resolve HOST:ADDR` */
  readonly resolve: readonly { readonly host: string; readonly address: string }[];
  /** `--connect-to HOST:PORT:ADDR:PORT` */
  readonly connectTo: readonly {
    readonly host: string;
    readonly port: number;
    readonly address: string;
    readonly toPort: number;
  }[];
}
