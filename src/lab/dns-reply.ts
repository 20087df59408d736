import { decode, encode, type OptAnswer, type Packet, type Question } from 'dns-packet';
import type { Scenario } from './scenario.js';
import { askZone, type ZoneAnswer } from './zone.js';

/** A question as it arrived. */
export interface AskedQuestion {
  /** In lower case: whoever asks may choose the case by chance. */
  readonly name: string;
  readonly type: string;
  readonly transport: 'udp' | 'tcp';
}

/** What is sent back for one message, and when; `bytes` is undefined where silence is the answer. */
export interface DnsReply {
  readonly question: AskedQuestion;
  readonly bytes: Uint8Array | undefined;
  readonly delayMs: number;
}

const FLAGS = { tc: 1 << 9, rd: 1 << 8, ra: 1 << 7, ad: 1 << 5 };
const RCODES = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 };
const EXTENDED_ERROR_OPTION = 15;

/** Answers one DNS message; undefined where it is none. */
export const replyTo = (
  zone: Scenario['zone'],
  message: Uint8Array,
  transport: 'udp' | 'tcp',
): DnsReply | undefined => {
  const query = readQuery(message);
  if (query === undefined) return undefined;
  const { packet, question, opt } = query;
  const answer = askZone(zone, question.name, question.type);
  return {
    question: { name: question.name.toLowerCase(), type: question.type, transport },
    bytes: replyBytes(packet, question, opt, answer, transport),
    delayMs: answer.delayMs,
  };
};

interface Opt {
  readonly udpPayloadSize: number;
  readonly dnssecOk: boolean;
}

const readQuery = (message: Uint8Array): { packet: Packet; question: Question; opt: Opt | undefined } | undefined => {
  let packet: Packet;
  try {
    packet = decode(Buffer.from(message));
  } catch {
    return undefined;
  }
  const question = packet.questions?.[0];
  if (packet.type !== 'query' || question === undefined) return undefined;
  const record = packet.additionals?.find((additional) => additional.type === 'OPT');
  const opt = record?.type === 'OPT' ? { udpPayloadSize: record.udpPayloadSize, dnssecOk: record.flag_do } : undefined;
  return { packet, question, opt };
};

const replyBytes = (
  query: Packet,
  question: Question,
  opt: Opt | undefined,
  answer: ZoneAnswer,
  transport: 'udp' | 'tcp',
): Uint8Array | undefined => {
  const wantsAuthentication = opt?.dnssecOk === true || ((query.flags ?? 0) & FLAGS.ad) !== 0;
  const reply = (rcode: keyof typeof RCODES, flags: number, answers: ZoneAnswer['answers'], withOpt = true) =>
    encode({
      type: 'response',
      id: query.id ?? 0,
      flags: RCODES[rcode] | FLAGS.ra | ((query.flags ?? 0) & FLAGS.rd) | flags,
      questions: [question],
      answers: [...answers],
      additionals: opt !== undefined && withOpt ? [optRecord(answer)] : [],
    });

  switch (answer.fault) {
    case 'silent':
      return undefined;
    case 'garbage':
      return Buffer.from('this is not the message that you are looking for');
    case 'truncate':
      if (transport === 'udp') return reply('NOERROR', FLAGS.tc, []);
      break;
    case 'formerr-edns':
      if (opt !== undefined) return reply('FORMERR', 0, [], false);
      break;
    case undefined:
      break;
    default:
      return reply(answer.fault, 0, []);
  }
  const whole = reply(answer.rcode, answer.authenticated && wantsAuthentication ? FLAGS.ad : 0, answer.answers);
  const fits = transport === 'tcp' || whole.length <= Math.max(512, opt?.udpPayloadSize ?? 512);
  return fits ? whole : reply(answer.rcode, FLAGS.tc, []);
};

const optRecord = ({ extendedError }: ZoneAnswer): OptAnswer => ({
  type: 'OPT',
  name: '.',
  udpPayloadSize: 1232,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  // The type declarations know no option with bare data.
  options: (extendedError === undefined
    ? []
    : [{ code: EXTENDED_ERROR_OPTION, data: extendedErrorData(extendedError) }]) as unknown as OptAnswer['options'],
});

const extendedErrorData = ({ code, text }: { readonly code: number; readonly text: string }): Buffer => {
  const info = Buffer.alloc(2);
  info.writeUInt16BE(code);
  return Buffer.concat([info, Buffer.from(text)]);
};
