import { randomInt } from 'node:crypto';
import type { DnsAnswer } from './dns-answer.js';
import { answerOf, rcodeWord } from './dns-answer.js';
import { type DnsExchange, type ExchangeContext, exchangeOverTcp, exchangeOverUdp } from './dns-exchange.js';
import { type DnsMessage, isTruncated, readMessage } from './dns-message.js';
import { type DnsQuestion, encodeQuery } from './dns-question.js';
import type { DnsServer } from './dns-servers.js';

/** What one server said to one question, or why it said nothing usable. */
export type ServerAnswer =
  | { readonly kind: 'answer'; readonly answer: DnsAnswer; readonly transport: 'udp' | 'tcp' }
  | { readonly kind: 'none'; readonly outcome: 'timeout' | 'malformed' | 'unavailable'; readonly remark: string };

/** A server, and how it is asked first. */
export interface DnsWay {
  readonly server: DnsServer;
  readonly transport: 'udp' | 'tcp';
}

/** FORMERR, NOTIMP, BADVERS: what servers say that do not know EDNS, or not this version of it. */
const WITHOUT_EDNS = [1, 4, 16];

/** Asks one server within `limitMs`: with EDNS; over TCP where the answer over UDP was cut off; once more without EDNS where that is refused. */
export const askServer = async (
  question: DnsQuestion,
  { server, transport: first }: DnsWay,
  limitMs: number,
  context: ExchangeContext,
): Promise<ServerAnswer> => {
  const endsAt = performance.now() + limitMs;
  const ask = async (edns: boolean): Promise<ServerAnswer> => {
    const query = encodeQuery(question, randomInt(0x10000), edns);
    const left = () => Math.max(0, endsAt - performance.now());
    let transport = first;
    let exchange = await EXCHANGES[transport](query, server, left(), context);
    const cutOff = transport === 'udp' && exchange.kind === 'packet' && isTruncated(exchange.packet);
    if (cutOff) {
      transport = 'tcp';
      exchange = await exchangeOverTcp(query, server, left(), context);
    }
    if (exchange.kind !== 'packet') return noAnswer(exchange, server, cutOff);

    let message: DnsMessage;
    try {
      if (isTruncated(exchange.packet)) throw new Error('it is cut off over TCP too');
      message = readMessage(exchange.packet);
    } catch (error) {
      const fault = error instanceof Error ? error.message : 'it cannot be read';
      return { kind: 'none', outcome: 'malformed', remark: `the answer of ${server.text} is broken: ${fault}` };
    }
    if (edns && WITHOUT_EDNS.includes(message.rcode)) {
      const plain = await ask(false);
      const remark = `${server.text} answers ${rcodeWord(message.rcode)} to questions with EDNS`;
      if (plain.kind === 'none') return plain;
      return { ...plain, answer: { ...plain.answer, remarks: [...plain.answer.remarks, remark] } };
    }
    return { kind: 'answer', answer: answerOf(message, question), transport };
  };
  return ask(true);
};

const EXCHANGES = { udp: exchangeOverUdp, tcp: exchangeOverTcp } as const satisfies Record<
  DnsWay['transport'],
  unknown
>;

/** `cutOff`: over TCP, after an answer over UDP that was cut off. */
const noAnswer = (
  exchange: Exclude<DnsExchange, { kind: 'packet' }>,
  server: DnsServer,
  cutOff: boolean,
): ServerAnswer => {
  const truncated = cutOff ? 'it cut its answer off, but over TCP ' : '';
  switch (exchange.kind) {
    case 'silence':
      return exchange.strays > 0
        ? {
            kind: 'none',
            outcome: 'malformed',
            remark: `${server.text} sent ${exchange.strays} packets, none of which answers the question`,
          }
        : { kind: 'none', outcome: 'timeout', remark: `${server.text}: ${truncated}no answer in time` };
    case 'unsent':
      return cutOff
        ? {
            kind: 'none',
            outcome: 'malformed',
            remark: `${server.text}: ${truncated}it cannot be reached (${exchange.code})`,
          }
        : { kind: 'none', outcome: 'unavailable', remark: `${server.text} cannot be reached (${exchange.code})` };
    case 'broken':
      return { kind: 'none', outcome: 'malformed', remark: `${server.text}: ${truncated}${exchange.remark}` };
  }
};
