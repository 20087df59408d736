/** A domain name on the wire: `@` points back at the question, `labels` are octets in Latin-1, `hex` is anything. */
export type NameSpec = '@' | string | { readonly labels: readonly string[] } | { readonly hex: string };

export interface RecordSpec {
  /** Default: `@`. */
  readonly owner?: NameSpec;
  readonly type: number;
  readonly class?: number;
  readonly ttl?: number;
  readonly data:
    | { readonly hex: string }
    | { readonly name: NameSpec }
    | { readonly srv: readonly [number, number, number, NameSpec] };
  /** Instead of the true length. */
  readonly length?: number;
}

/** A right answer without records, with everything changed that is named. */
export interface MessageSpec {
  readonly id?: 'other';
  readonly qr?: 0;
  readonly opcode?: number;
  /** In place of RD and RA. */
  readonly flags?: number;
  readonly rcode?: number;
  readonly question?:
    | 'none'
    | 'twice'
    | 'lower'
    | 'upper'
    | 'swapped'
    | { readonly name: string }
    | { readonly type: number }
    | { readonly class: number };
  readonly answers?: readonly RecordSpec[];
  readonly authorities?: readonly RecordSpec[];
  readonly additionals?: readonly RecordSpec[];
  /** Behind the question, in place of records. */
  readonly rawHex?: string;
  /** What the header claims: questions, answers, authorities, additionals. */
  readonly counts?: readonly [number, number, number, number];
  /** Only so many octets of it; from the end where negative. */
  readonly cut?: number;
  readonly tailHex?: string;
}

export type Step =
  | { readonly message: MessageSpec; readonly times?: number }
  | { readonly afterMs: number }
  | { readonly octets: string }
  /** From another port (UDP). */
  | { readonly elsewhere: MessageSpec }
  /** TCP: octets as they are; a message one octet a packet; one behind a wrong length; the end. */
  | { readonly stream: string }
  | { readonly dripped: MessageSpec }
  | { readonly lied: MessageSpec; readonly length: number }
  | { readonly end: 'close' | 'reset' };

/** What the server of the catalogue does with each query for this type of record, and what has to come of it. */
export interface Behaviour {
  readonly name: string;
  readonly type: 'A' | 'AAAA' | 'SRV';
  readonly udp: readonly Step[] | 'closed';
  readonly tcp: readonly Step[] | 'closed';
  /** For queries without EDNS; default: as for those with it. */
  readonly plain?: readonly Step[];
  /** Servers that are to be asked before this one. */
  readonly before?: 'closed' | 'silent';
  /** Only time ends it. */
  readonly brief: boolean;
  readonly expected: Expected;
}

export interface Expected {
  readonly outcome: string;
  /** Addresses or SRV targets, as far as there are at most ten; else how many. */
  readonly records: readonly string[] | number;
  readonly transport?: 'udp' | 'tcp';
  readonly cnames?: readonly string[];
  readonly ttl?: number;
  /** A part of the remarks. */
  readonly remark?: string;
  /** The check that fails in a whole run. */
  readonly finding: string | null;
}

/** `hostile.example`: the name that is asked for; the catalogue's crafted offsets count on its length. */
export const HOSTILE_NAME = 'hostile.example';

const ADDRESS = '203.0.113.5';
export const hexOf = (address: string): string => Buffer.from(address.split('.').map(Number)).toString('hex');
export const address = (text: string, rest: Partial<RecordSpec> = {}): RecordSpec => ({
  type: 1,
  data: { hex: hexOf(text) },
  ...rest,
});
export const alias = (owner: NameSpec, target: NameSpec): RecordSpec => ({ owner, type: 5, data: { name: target } });
export const service = (target: NameSpec, port = 8448, priority = 10, weight = 5): RecordSpec => ({
  type: 33,
  data: { srv: [priority, weight, port, target] },
});
export const GOOD: MessageSpec = { answers: [address(ADDRESS)] };
export const FOUND: Expected = { outcome: 'answered', records: [ADDRESS], finding: null };
export const UNCLEAR = { records: [], finding: 'dns/answers-reliable' } as const;
export const BROKEN: Expected = { outcome: 'malformed', ...UNCLEAR };
export const SILENT: Expected = { outcome: 'timeout', ...UNCLEAR };
export const NOTHING: Expected = { outcome: 'nodata', records: [], finding: 'dns/host-resolves' };
/** Of a server nobody should believe. */
export const POISON: MessageSpec = { answers: [address('192.0.2.66')] };

type Rest = Partial<Pick<Behaviour, 'type' | 'tcp' | 'plain' | 'before' | 'brief'>>;

/** One behaviour; over TCP it is the same as over UDP, unless said otherwise. */
export const behaviour = (name: string, udp: Behaviour['udp'], expected: Expected, rest: Rest = {}): Behaviour => ({
  name,
  type: 'A',
  udp,
  tcp: udp === 'closed' ? [] : udp,
  brief: expected.outcome === 'timeout',
  expected,
  ...rest,
});
export const says = (message: MessageSpec): readonly Step[] => [{ message }];
