import type { ClientState } from '../facts/client.js';
import type { StepId } from '../facts/federation.js';

/**
 * A small world as data: a zone, web servers, certificates, usually with one fault in it, and what must be found there.
 * A file in `fixtures/scenarios` may start from another one (`extends`) and say only what differs, as a JSON merge patch (RFC 7396).
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
    readonly timeoutMs?: number;
    readonly resolve?: readonly string[];
    readonly connectTo?: readonly string[];
  };
  /** Owner name -> what the DNS server says. Names that are not here are NXDOMAIN (NODATA where a name below them exists). */
  readonly zone: Readonly<Record<string, ZoneEntry>>;
  /** Certificate name -> how it is made. `good` is what servers use that name none. */
  readonly certificates: Readonly<Record<string, CertificateRecipe>>;
  /** Label -> server. A label is only a name for patches to refer to. */
  readonly servers: Readonly<Record<string, LabServer>>;
  /** Signing key sets by label; `main` is always there (key id `ed25519:lab1`). Keys are made afresh at each start. */
  readonly expect: Expectation;
}

/** Records of one owner name by type, in presentation form, or a behaviour in place of an answer. */
export interface ZoneEntry {
  readonly A?: readonly string[];
  readonly AAAA?: readonly string[];
  /** "priority weight port target" */
  readonly SRV?: readonly string[];
  readonly CNAME?: string;
  readonly ttl?: number;
  /**
   * Instead of an answer, for every type or for those named in `only`: SERVFAIL, REFUSED, NXDOMAIN, NOTIMP ...; `silent` sends nothing;
   * `garbage` sends bytes that are no DNS message of ours; `truncate` answers over UDP with TC, over TCP in full; `formerr-edns` answers FORMERR where the question has an OPT record.
   */
  readonly fault?: string;
  readonly only?: readonly string[];
  readonly delayMs?: number;
  /** The AD flag. */
  readonly authenticated?: boolean;
}

export interface CertificateRecipe {
  /** Subject alternative names: DNS names (wildcards too) and IP addresses; empty for none at all. */
  readonly names: readonly string[];
  readonly commonName?: string;
  /** Days from now; defaults -30 and 60. */
  readonly fromDays?: number;
  readonly toDays?: number;
  /** `lab` (default, trusted), `unknown` (a CA that nobody trusts), `self`. */
  readonly issuer?: 'lab' | 'unknown' | 'self';
  /** `full` (default): leaf and intermediate; `leaf`: the intermediate is missing. */
  readonly chain?: 'full' | 'leaf';
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
    readonly requestCert?: boolean;
  };
  /** Sites by Host header as sent (`matrix.example.com:443`), `*` for any other. A Host that is not there gets 404 as text/plain. */
  readonly sites: Readonly<Record<string, Site>>;
}

/**
 * Answers by path. `METHOD path` is tried first, then `path`, then `*`; nothing: 404 as HTML.
 * `homeserver` adds the answers of a healthy homeserver for everything that is not given: federation version, signing keys, unknown endpoints as
 * 404 M_UNRECOGNIZED, client versions, login flows, and OPTIONS, with the CORS headers of the specification on the client API.
 */
export interface Site {
  readonly homeserver?: HomeserverRecipe;
  readonly routes?: Readonly<Record<string, RouteAnswer>>;
}

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
  /** A different key than the homeserver with other labels has: `main` by default. */
  readonly keySet?: string;
  /** One fault: a changed byte after signing, signature missing, signed by a key that is not listed, key padded, key URL-safe, key of 31 bytes, no ed25519 key, a float in the object, second key that does not sign ... */
  readonly fault?: KeysFault;
  /** Members merged into the object before signing. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export type KeysFault =
  | 'altered'
  | 'unsigned'
  | 'unlisted-key-signs'
  | 'padded-key'
  | 'url-safe-key'
  | 'short-key'
  | 'no-ed25519'
  | 'float'
  | 'second-key-silent'
  | 'key-id-with-dash'
  | 'no-valid-until'
  | 'no-verify-keys'
  | 'old-key-without-expiry'
  | 'old-key-in-future'
  | 'old-key-still-current';

export interface RouteAnswer {
  /** Default 200. */
  readonly status?: number;
  /** Sent in this order, with these spellings; an array value is that many lines. Content-Type is added for `json` unless given; null leaves it out. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
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
  readonly step?: StepId | null;
  /** `address:port` in order, IPv6 in brackets. */
  readonly destinations?: readonly string[];
  readonly outcome: 'pass' | 'warn' | 'fail' | 'unknown';
  readonly federation?: 'pass' | 'warn' | 'fail' | 'unknown';
  readonly client?: 'pass' | 'warn' | 'fail' | 'unknown';
  readonly clientState?: ClientState;
  readonly wellKnown?: string;
  /** Ids that must have failed. */
  readonly must?: readonly string[];
  /** Ids that must not have failed; `*` forbids every failed error and warning that is not in `must`. */
  readonly mustNot?: readonly string[];
  /** Ids that must be not-tested. */
  readonly notTested?: readonly string[];
}
