/** The record types that discovery asks for. `NS` serves only as a control question to the resolver. */
export type DnsType = 'A' | 'AAAA' | 'SRV' | 'NS';

/**
 * How a DNS question ended. Only `nxdomain` and `nodata` mean "was not found" in the sense of the specification;
 * `servfail`, `refused`, `other-rcode`, `timeout` and `malformed` are failures, and resolvers disagree on what to do next.
 * `unavailable`: no packet could be sent to any resolver (no network here, or no resolver configured).
 * `invalid-name`: the name cannot be put on the wire (a label over 63 octets, an empty label, over 253 characters), so nothing was asked.
 */
export type DnsOutcome =
  | 'answered'
  | 'nodata'
  | 'nxdomain'
  | 'servfail'
  | 'refused'
  | 'other-rcode'
  | 'timeout'
  | 'malformed'
  | 'unavailable'
  | 'invalid-name';

/** A record of the asked type. Names are without the final dot; the root is `.`. `ttl` in seconds. */
export type DnsRecord =
  | { readonly type: 'A' | 'AAAA'; readonly address: string; readonly ttl: number }
  | {
      readonly type: 'SRV';
      readonly priority: number;
      readonly weight: number;
      readonly port: number;
      readonly target: string;
      readonly ttl: number;
    }
  | { readonly type: 'NS'; readonly target: string; readonly ttl: number };

/** One DNS question and its answer (RFC 1035; SRV: RFC 2782). Only records that the question's own CNAME chain leads to are kept. */
export interface DnsLookup {
  readonly name: string;
  readonly type: DnsType;
  readonly outcome: DnsOutcome;
  /** The response code as a word (`NOERROR`, `NXDOMAIN`, `SERVFAIL`, ...); null where no valid answer came. */
  readonly rcode: string | null;
  readonly records: readonly DnsRecord[];
  /** Targets of the CNAME chain, in order; empty where the name is no alias. */
  readonly cnames: readonly string[];
  /** The smallest TTL of the chain and the records, in seconds. */
  readonly ttl: number | null;
  /** The AD flag: the resolver says that it validated the answer with DNSSEC. */
  readonly authenticated: boolean;
  /** Extended DNS errors (RFC 8914) as text, and what was wrong with a malformed answer. */
  readonly remarks: readonly string[];
  /** The resolver that answered, as `ip:port`; null where none did, or where `transport` is `override`. */
  readonly server: string | null;
  readonly transport: 'udp' | 'tcp' | 'override' | null;
  readonly ms: number;
}

/**
 * The addresses of one host. A literal is its own address, and `--connect-to` may give one: then `a` and `aaaa` are null because nothing was
 * asked. With `--resolve` they are there, and their `transport` is `override`.
 */
export interface HostAddresses {
  readonly host: string;
  readonly source: 'literal' | 'dns' | 'override';
  readonly a: DnsLookup | null;
  readonly aaaa: DnsLookup | null;
  /** IPv4 first, then IPv6, each in the order of the answer, without brackets (a literal in its canonical spelling), without duplicates. */
  readonly addresses: readonly string[];
}
