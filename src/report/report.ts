import type { Area } from '../checks/area.js';
import type { Affected, CheckId, Severity } from '../checks/check.js';
import type { Evidence } from '../checks/verdict.js';
import type { ClientState } from '../facts/client.js';
import type { SrvService, StepId, WalkStep } from '../facts/federation.js';
import type { WellKnownState } from '../facts/well-known-state.js';
import type { RecipeId } from '../recipes/index.js';
import type { SiteKind, WebServer } from '../recipes/recipe.js';

/** `unknown`: could not be tested from here. A target that does not answer is a `fail`. */
export type Outcome = 'pass' | 'warn' | 'fail' | 'unknown';

/** What `--json` prints, version 1. Keys are always present, null where there is nothing; additive within a version. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly observedAt: string;
  readonly durationMs: number;
  /** What the user typed. */
  readonly input: string;
  readonly serverName: ReportedServerName | null;
  readonly outcome: Outcome;
  readonly federation: FederationReport;
  readonly client: ClientReport;
  readonly support: SupportReport | null;
  readonly setting: SettingReport;
  /** Worst first, then passed, not tested, not applicable. */
  readonly findings: readonly Finding[];
  readonly counts: Counts;
}

export interface ReportedServerName {
  readonly text: string;
  readonly hostname: string;
  readonly port: number | null;
  readonly kind: 'dns' | 'ipv4' | 'ipv6';
}

export interface FederationReport {
  readonly outcome: Outcome;
  /** The verdict in one sentence: where other servers get, or the worst thing that stops them. */
  readonly summary: string;
  readonly step: StepId | null;
  readonly walk: readonly WalkStep[];
  readonly wellKnown: WellKnownReport;
  readonly srv: readonly SrvReport[];
  readonly destinations: readonly DestinationReport[];
  readonly signingKeys: SigningKeysReport | null;
}

export interface WellKnownReport {
  readonly state: WellKnownState;
  readonly status: number | null;
  readonly delegate: string | null;
  readonly cacheSeconds: number | null;
  readonly redirects: readonly string[];
  readonly addresses: readonly { readonly address: string; readonly state: WellKnownState }[];
}

export interface SrvReport {
  readonly service: SrvService;
  readonly owner: string;
  readonly target: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
  readonly used: boolean;
}

export interface DestinationReport {
  readonly address: string;
  readonly port: number;
  readonly host: string;
  readonly hostHeader: string;
  readonly sni: string | null;
  readonly certificateName: string;
  readonly priority: number | null;
  readonly weight: number | null;
  /** `fail` where no other server would take what answers there for this one; `unknown` where this machine has no route to it, or no time left. */
  readonly outcome: Outcome;
  /** What is wrong, in a few words ("connection refused", "certificate expired"); null where the outcome is `pass`. */
  readonly because: string | null;
  readonly tls: TlsReport | null;
  readonly server: { readonly name: string | null; readonly version: string | null } | null;
  readonly timings: {
    readonly dnsMs: number | null;
    readonly tcpMs: number | null;
    readonly tlsMs: number | null;
    readonly httpMs: number | null;
  };
}

export interface TlsReport {
  readonly protocol: string;
  readonly cipher: string;
  readonly certificate: {
    readonly subject: string;
    readonly issuer: string;
    readonly names: readonly string[];
    readonly validFrom: string;
    readonly validTo: string;
    readonly fingerprint256: string;
    readonly trusted: boolean;
  };
}

export interface SigningKeysReport {
  /** ISO 8601 UTC; null where the answer has no usable `valid_until_ts`. */
  readonly validUntil: string | null;
  readonly keys: readonly { readonly id: string; readonly verified: boolean }[];
}

export interface ClientReport {
  readonly outcome: Outcome;
  /** The verdict in one sentence, as for federation. */
  readonly summary: string;
  readonly state: ClientState | null;
  readonly baseUrl: string | null;
  /** null where the file names none, or where it is not known; its `baseUrl` is null where m.identity_server holds no text of that name. */
  readonly identityServer: { readonly baseUrl: string | null; readonly state: ClientState } | null;
  readonly versions: readonly string[] | null;
  /** The types of the older ways to sign in, `m.login.password` and the like; null where no list of them was seen. */
  readonly loginFlows: readonly string[] | null;
  /** What the homeserver says of signing in by OAuth 2.0; null where it offers none, as far as was seen. */
  readonly authMetadata: {
    readonly issuer: string | null;
    /** Whether it stands at the path of the specification, or only at that of the proposal. */
    readonly stable: boolean;
  } | null;
  readonly rtc: {
    /** The services for calls that the client file and the homeserver name; empty where there are none. */
    readonly services: readonly RtcServiceReport[];
  };
}

/**
 * How far a client gets with a service for calls. retired: it is no longer run for others. wrong-answer: something else answers there. unknown: it could not be tested from here, or not
 * in time.
 */
export const RTC_SERVICE_STATES = [
  'answers',
  'invalid-url',
  'retired',
  'unreachable',
  'tls-error',
  'wrong-answer',
  'unknown',
] as const;

export interface RtcServiceReport {
  /** `livekit_service_url`, without a password. */
  readonly url: string;
  readonly namedBy: 'file' | 'homeserver';
  readonly state: (typeof RTC_SERVICE_STATES)[number];
}

export interface SupportReport {
  readonly outcome: Outcome;
  readonly contacts: readonly {
    readonly role: string;
    readonly matrixId: string | null;
    readonly emailAddress: string | null;
  }[];
  readonly supportPage: string | null;
}

/** From where it was looked: resolvers, roots, and what the user overrode. */
export interface SettingReport {
  readonly resolvers: readonly string[];
  readonly trustStore: readonly { readonly source: string; readonly certificates: number }[];
  readonly resolve: readonly { readonly host: string; readonly address: string }[];
  readonly connectTo: readonly {
    readonly host: string;
    readonly port: number;
    readonly address: string;
    readonly toPort: number;
  }[];
  readonly timeoutMs: number;
  readonly timedOut: boolean;
  /** Ctrl-C or another signal ended the run: the report is of what was seen by then. */
  readonly interrupted: boolean;
  readonly allowPrivate: boolean;
  /** No connection was made to an address that is not globally reachable. */
  readonly publicOnly: boolean;
}

export interface Finding {
  readonly id: CheckId;
  readonly area: Area;
  readonly outcome: 'pass' | 'fail' | 'not-applicable' | 'not-tested';
  readonly severity: Severity;
  /** Who notices it. */
  readonly affects: Affected;
  /** Of the check: the failure title with its placeholders filled where it failed, else the title. */
  readonly title: string;
  readonly subject: string | null;
  readonly evidence: readonly Evidence[];
  /** Why it was not tested or does not apply; null otherwise. */
  readonly because: string | null;
  readonly why: string;
  /** One paragraph; lines of configuration, where there are any, each on a line of its own after it. */
  readonly fix: string;
  /** The remedy as configuration; null where the check has none, or did not fail. */
  readonly recipe: FindingRecipe | null;
  readonly spec: string;
}

export interface FindingRecipe {
  readonly id: RecipeId;
  /** What it does, as the end of "how to ...". */
  readonly title: string;
  /** What the answer gives away of itself; null where it says nothing that is known. */
  readonly webServer: WebServer | null;
  /** For that web server, one for each kind of site that it may be; empty where it is not known. */
  readonly texts: readonly FindingRecipeText[];
  /** Why there is nothing to write for that web server, and what to do; null otherwise. */
  readonly because: string | null;
}

export interface FindingRecipeText {
  /** For which kind of site it is; null where both need the same. */
  readonly site: SiteKind | null;
  /** Usually one; also a section or a file of its own that the first refers to. */
  readonly parts: readonly { readonly where: string; readonly lines: string }[];
  readonly note: string | null;
}

/** Findings by what came of them; failed ones by severity. */
export interface Counts {
  readonly pass: number;
  readonly error: number;
  readonly warning: number;
  readonly notice: number;
  readonly info: number;
  readonly notTested: number;
  readonly notApplicable: number;
}
