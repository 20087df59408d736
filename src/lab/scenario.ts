import type { ClientState } from '../facts/client.js';
import type { Overrides } from '../facts/facts.js';
import type { StepId } from '../facts/federation.js';
import type { WellKnownState } from '../facts/well-known-state.js';

/**
 * A small world as data: a zone, web servers, certificates, usually with one fault in it, and what must be found there.
 * A file in `fixtures/scenarios` may start from another one (`extends`) and say only what differs, as a JSON merge patch (RFC 7396):
 * objects are merged, anything else is replaced, null removes a member. `expect` is merged like the rest.
 */
export interface Scenario {
  /** What is special here, in one line. */
  readonly title: string;
  /** The scenario (file name without `.json`) that this one changes. */
  readonly extends?: string;
  /** What is typed: `example.com`. */
  readonly check: string;
  /** Defaults: allowPrivate true (the addresses are documentation addresses), short time limits. */
  readonly options?: {
    readonly allowPrivate?: boolean;
    /** For the whole run; default 30,000. Give less only where silence is the point. */
    readonly timeoutMs?: number;
    readonly resolve?: Overrides['resolve'];
    readonly connectTo?: Overrides['connectTo'];
  };
  /**
   * Owner name without a final dot -> what the DNS server says. Names that are not here are NXDOMAIN (NODATA where a name below them exists).
   * `*.example.com` is a wildcard as in RFC 4592. The entry `*` is no name: its `fault` and `delayMs` hold for every question, also for the
   * control question (NS of the root), which is answered otherwise.
   */
  readonly zone: Readonly<Record<string, ZoneEntry>>;
  /** Certificate name -> how it is made. `good` is what servers use that name none. */
  readonly certificates: Readonly<Record<string, CertificateRecipe>>;
  /** Label -> server. A label is only a name for patches to refer to. */
  readonly servers: Readonly<Record<string, LabServer>>;
  readonly expect: Expectation;
}

/** Records of one owner name by type, in presentation form, or a behaviour in place of an answer. */
export interface ZoneEntry {
  readonly A?: readonly string[];
  readonly AAAA?: readonly string[];
  /** "priority weight port target"; the target `.` says that the service is not offered. */
  readonly SRV?: readonly string[];
  /** The answer holds the target's records too, as a recursive resolver's does. */
  readonly CNAME?: string;
  /** Seconds; default 300. */
  readonly ttl?: number;
  /**
   * Instead of an answer, for every type or for those named in `only`: a response code; `silent` sends nothing;
   * `garbage` sends bytes that are no DNS message of ours; `truncate` answers over UDP with TC, over TCP in full; `formerr-edns` answers FORMERR where the question has an OPT record.
   */
  readonly fault?: DnsFault;
  readonly only?: readonly ('A' | 'AAAA' | 'SRV' | 'NS')[];
  readonly delayMs?: number;
  /** The AD flag, where the question asked for it (AD or DO; RFC 6840 section 5.7). */
  readonly authenticated?: boolean;
  /** An extended DNS error (RFC 8914) that goes with whatever is answered, where the question has an OPT record. */
  readonly extendedError?: { readonly code: number; readonly text: string };
}

export type DnsFault =
  | 'FORMERR'
  | 'SERVFAIL'
  | 'NXDOMAIN'
  | 'NOTIMP'
  | 'REFUSED'
  | 'silent'
  | 'garbage'
  | 'truncate'
  | 'formerr-edns';

export interface CertificateRecipe {
  /** Subject alternative names: DNS names (wildcards too) and IP addresses; empty for none at all. */
  readonly names: readonly string[];
  /** Default: the first name. */
  readonly commonName?: string;
  /** Days from now; defaults -30 and 60. */
  readonly fromDays?: number;
  readonly toDays?: number;
  /** `lab` (default, trusted), `unknown` (a CA that nobody trusts), `self`. */
  readonly issuer?: 'lab' | 'unknown' | 'self';
  /** What the unknown CA calls itself; default `Unknown Authority`. */
  readonly unknownName?: string;
  /** `full` (default): leaf and intermediate; `leaf`: the intermediate is missing; `with-root`: leaf, intermediate and root. */
  readonly chain?: 'full' | 'leaf' | 'with-root';
  /** What the certificate may be used for; default `server`. `client`: not for servers. */
  readonly purpose?: 'server' | 'client';
}

export interface LabServer {
  /** `203.0.113.5:443`, `[2001:db8::5]:8448` */
  readonly at: readonly string[];
  /**
   * What listens there. `https` (default); `refuse`: nothing does; `silent-tcp`: the connection is taken and nothing ever said, not even TLS;
   * `silent-http`: TLS works, no answer comes; `plain-http`: HTTP without TLS; `reset`: reset after TCP accept; `garbage`: TLS, then no HTTP; `unroutable`: ENETUNREACH; `black-hole`: the connection attempt itself is never answered.
   */
  readonly behaviour?:
    | 'https'
    | 'refuse'
    | 'silent-tcp'
    | 'silent-http'
    | 'plain-http'
    | 'reset'
    | 'garbage'
    | 'unroutable'
    | 'black-hole';
  /** The certificate for every SNI, or by SNI (`*` for any other and for none; an SNI that is not there gets the alert unrecognized_name). */
  readonly certificate?: string | Readonly<Record<string, string>>;
  readonly tls?: {
    readonly minVersion?: 'TLSv1' | 'TLSv1.2' | 'TLSv1.3';
    readonly maxVersion?: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
    /** true: nobody gets in without a client certificate; `optional`: it is asked for, not needed. */
    readonly requestCert?: boolean | 'optional';
    /** How long the ClientHello waits for its answer. */
    readonly delayMs?: number;
  };
  /** Sites by Host header as sent (`matrix.example.com:443`), `*` for any other. A Host that is not there gets 404 as text/plain. */
  readonly sites?: Readonly<Record<string, Site>>;
}

/**
 * Answers by path. `METHOD path` is tried first, then `path`; then, the longest first, what ends in `*` and so stands for every path that begins
 * like it (`OPTIONS /_matrix/media/*`, `*`), again with the method before without; nothing: 404 as HTML.
 * `homeserver` adds the answers of a healthy homeserver for everything that is not given: federation version, signing keys, unknown endpoints as
 * 404 M_UNRECOGNIZED, client versions, login flows, and OPTIONS, with the CORS headers of the specification on the client API.
 */
export interface Site {
  readonly homeserver?: HomeserverRecipe;
  readonly routes?: Readonly<Record<string, RouteAnswer>>;
  readonly proxy?: ProxyRecipe;
}

/** What a web server in front does to every answer of the site, whatever its status. */
export interface ProxyRecipe {
  /** Which requests it does so for; default all. */
  readonly methods?: readonly string[];
  /** Names of headers whose lines are taken out, compared without case. */
  readonly hides?: readonly string[];
  /** Lines put behind those that are there, as nginx's add_header does. */
  readonly adds?: HeaderRecipe;
  /** `false`: errors (status 400 and higher) get nothing added, as by add_header without "always". */
  readonly always?: boolean;
  /** How much later they come. */
  readonly delayMs?: number;
}

/** Sent in this order, with these spellings; an array value is that many lines, none if it is empty. */
export type HeaderRecipe = Readonly<Record<string, string | readonly string[]>>;

export interface HomeserverRecipe {
  readonly serverName: string;
  /** Defaults `Synapse`, `1.163.2`. */
  readonly name?: string;
  readonly version?: string;
  readonly keys?: KeysRecipe;
}

/** How the signing key answer differs from a healthy one. */
export interface KeysRecipe {
  /** The `server_name` in the answer; default: the homeserver's. */
  readonly serverName?: string;
  /** Default 24 hours. Negative: expired. */
  readonly validForMs?: number;
  /** `seconds` writes valid_until_ts in seconds. */
  readonly validUntilUnit?: 'milliseconds' | 'seconds';
  /** A label: homeservers with the same one (default `main`) have the same key, others another one under the same id. Keys are made afresh at each start. */
  readonly keySet?: string;
  readonly fault?: KeysFault;
  /** Members set in the object before signing. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export type KeysFault =
  /** A value changed after signing. */
  | 'altered'
  /** `signatures` is an empty object. */
  | 'unsigned'
  /** No `signatures` at all. */
  | 'no-signatures'
  /** The only signature is by a key that `verify_keys` does not have. */
  | 'unlisted-key-signs'
  | 'padded-key'
  | 'url-safe-key'
  /** 31 bytes. */
  | 'short-key'
  /** The only key is of another algorithm. */
  | 'no-ed25519'
  /** A fraction in the object, which has no canonical form. */
  | 'float'
  /** Two keys, of which one did not sign. */
  | 'second-key-silent'
  | 'key-id-with-dash'
  | 'no-valid-until'
  | 'no-verify-keys'
  | 'old-key-without-expiry'
  | 'old-key-in-future'
  /** The current key is listed as an old one too. */
  | 'old-key-still-current';

/** The body is `json`, or in place of it `text`, `base64` or `bytes` (one of them): a patch that sets one of these need not remove an inherited `json`. */
export interface RouteAnswer {
  /** Default 200. */
  readonly status?: number;
  /** Content-Type is added for `json` unless it is given; `[]` leaves it out. */
  readonly headers?: HeaderRecipe;
  /**
   * Put over `headers` where the request has an Origin header: any, or one of `origins`. `{origin}` in a value is that origin.
   */
  readonly forOrigins?: { readonly origins?: readonly string[]; readonly headers: HeaderRecipe };
  readonly json?: unknown;
  readonly text?: string;
  readonly base64?: string;
  /** A body of so many bytes (a JSON string of spaces). */
  readonly bytes?: number;
  readonly delayMs?: number;
  /** `truncate`: fewer bytes than Content-Length says, then the connection ends; `stall`: half of the body, then nothing; `reset`. */
  readonly fault?: 'truncate' | 'stall' | 'reset';
}

/** What the checker must say of this world. */
export interface Expectation {
  /** `none`: the report's step is null. */
  readonly step?: StepId | 'none';
  /** `address:port` in order, IPv6 in brackets. */
  readonly destinations?: readonly string[];
  readonly outcome: 'pass' | 'warn' | 'fail' | 'unknown';
  readonly federation?: 'pass' | 'warn' | 'fail' | 'unknown';
  readonly client?: 'pass' | 'warn' | 'fail' | 'unknown';
  /** `none`: the report has none. */
  readonly clientState?: ClientState | 'none';
  /** `wellKnown.state` of the report. */
  readonly wellKnown?: WellKnownState;
  /** `client.baseUrl`; `none` where there is none. */
  readonly baseUrl?: string;
  /** The id of the first finding of the report, which is the worst. */
  readonly first?: string;
  /** Ids of checks that must have failed. */
  readonly must?: readonly string[];
  /** Ids of checks that must not have failed; `*` forbids every failed error and warning that is not in `must`. */
  readonly mustNot?: readonly string[];
  /** Ids of checks that must be not tested, each with a reason. */
  readonly notTested?: readonly string[];
}
