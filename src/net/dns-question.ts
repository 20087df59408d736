import { AUTHENTIC_DATA, encode, RECURSION_DESIRED } from 'dns-packet';
import type { DnsType } from '../facts/dns.js';

/** What is asked; the name must be askable (`isAskableName`). */
export interface DnsQuestion {
  readonly name: string;
  readonly type: DnsType;
}

/** The UDP payload that is offered with EDNS: small enough never to be fragmented (DNS flag day 2020). */
const UDP_PAYLOAD_SIZE = 1232;

/**
 * A query as bytes. The AD flag asks the resolver to say whether it validated the answer (RFC 6840 5.7). With `edns` there is an OPT
 * record, which allows longer answers over UDP and extended errors.
 */
export const encodeQuery = (question: DnsQuestion, id: number, edns: boolean): Buffer =>
  encode({
    type: 'query',
    id,
    flags: RECURSION_DESIRED | AUTHENTIC_DATA,
    questions: [{ name: question.name, type: question.type, class: 'IN' }],
    additionals: edns
      ? [
          {
            type: 'OPT',
            name: '.',
            udpPayloadSize: UDP_PAYLOAD_SIZE,
            extendedRcode: 0,
            ednsVersion: 0,
            flags: 0,
            flag_do: false,
            options: [],
          },
        ]
      : [],
  });

const HEADER_OCTETS = 12;
const FOUND_OR_NOT = [0, 3];

/**
 * Whether a packet answers our query: same id, a response to a standard query, same question. `other-case` where only the case of the name
 * differs, by which a server that changes it cannot be told from somebody who guesses. An error response may come without its question, because a
 * server that cannot read a query cannot repeat it.
 */
export const answersQuery = (packet: Buffer, query: Buffer): 'yes' | 'other-case' | 'no' => {
  if (packet.length < HEADER_OCTETS || packet.readUInt16BE(0) !== query.readUInt16BE(0)) return 'no';
  const flags = packet.readUInt16BE(2);
  const isResponse = (flags & 0x8000) !== 0;
  const opcode = (flags >> 11) & 0xf;
  if (!isResponse || opcode !== 0) return 'no';
  const questions = packet.readUInt16BE(4);
  if (questions === 0 || packet.length === HEADER_OCTETS) return FOUND_OR_NOT.includes(flags & 0xf) ? 'no' : 'yes';
  const question = questionOf(query);
  const repeated = packet.subarray(HEADER_OCTETS, HEADER_OCTETS + question.length);
  if (questions !== 1 || !sameWithoutCase(repeated, question)) return 'no';
  return repeated.equals(question) ? 'yes' : 'other-case';
};

/** The question section of a query of ours: the name, then type and class. */
const questionOf = (query: Buffer): Buffer => query.subarray(HEADER_OCTETS, query.indexOf(0, HEADER_OCTETS) + 5);

const sameWithoutCase = (left: Buffer, right: Buffer): boolean =>
  left.length === right.length && left.every((octet, index) => lowerCase(octet) === lowerCase(right[index] ?? -1));

const lowerCase = (octet: number): number => (octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet);
