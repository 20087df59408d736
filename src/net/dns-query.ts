import { randomInt } from 'node:crypto';
import { QUERIES_SPENT } from '../facts/lookup-state.js';
import type { DnsAnswer } from './dns-answer.js';
import { answerOf, rcodeWord } from './dns-answer.js';
import { mixCase } from './dns-case.js';
import { type DnsExchange, type ExchangeContext, exchangeOverTcp, exchangeOverUdp } from './dns-exchange.js';
import { type DnsMessage, isTruncated, readMessage } from './dns-message.js';
import { type DnsQuestion, encodeQuery } from './dns-question.js';
import type { DnsServer } from './dns-servers.js';

/** What one server said to one question, by which way, or why it said nothing usable. */
export type ServerAnswer =
  | {
      readonly kind: 'answer';
      readonly answer: DnsAnswer;
      readonly transport: 'udp' | 'tcp';
      /** The way on which the server has to be asked; not the one that was tried where it changes the case of names. */
      readonly way: DnsWay;
    }
  | { readonly kind: 'none'; readonly outcome: 'timeout' | 'malformed' | 'unavailable'; readonly remark: string };

export interface QueryContext extends ExchangeContext {
  /** Counts a query that is about to be sent; false where the run has sent as many as it may. */
  takeQuery(question: DnsQuestion): boolean;
}

/** How a server is asked. */
export interface DnsWay {
  readonly server: DnsServer;
  readonly transport: 'udp' | 'tcp';
  /** Over UDP: the name goes out in a case chosen by chance, and has to come back in it. */
  readonly exactCase: boolean;
  /** Why it is not asked in the ordinary way; null where it is. */
  readonly remark: string | null;
}

/** The ways of asking a server, each the same object whenever it is chosen. */
export interface DnsWays {
  readonly ordinary: DnsWay;
  readonly withoutUdp: DnsWay;
  /** For a server that changes the case of names: TCP, where nobody can slip in an answer, else UDP without that protection. */
  readonly anyCase: readonly DnsWay[];
}

export const waysTo = (server: DnsServer): DnsWays => {
  const changes = `${server.text} changes the case of the name that it is asked for`;
  return {
    ordinary: { server, transport: 'udp', exactCase: true, remark: null },
    withoutUdp: {
      server,
      transport: 'tcp',
      exactCase: false,
      remark: `${server.text} answers over TCP, but not over UDP`,
    },
    anyCase: [
      { server, transport: 'tcp', exactCase: false, remark: `${changes}, so it was asked over TCP` },
      { server, transport: 'udp', exactCase: false, remark: `${changes}, and does not answer over TCP` },
    ],
  };
};

/** FORMERR, NOTIMP, BADVERS: what servers say that do not know EDNS, or not this version of it. */
const WITHOUT_EDNS = [1, 4, 16];

/** Of the time that is left: for TCP, before a server that changes the case of names is asked over UDP without caring for it. */
const TCP_SHARE = 0.3;

/**
 * Asks one server within `limitMs`: with EDNS; over TCP where the answer over UDP was cut off; once more without EDNS where that is refused; and
 * in the ways of `anyCase`, one after the other, where it does not keep the case that it was sent.
 */
export const askServer = async (
  question: DnsQuestion,
  way: DnsWay,
  anyCase: readonly DnsWay[],
  limitMs: number,
  context: QueryContext,
): Promise<ServerAnswer> => {
  const { server } = way;
  const endsAt = performance.now() + limitMs;
  const exchanged = async (
    transport: 'udp' | 'tcp',
    query: Buffer,
    { exactCase, share }: { readonly exactCase: boolean; readonly share: number },
  ): Promise<DnsExchange> => {
    if (!context.takeQuery(question)) return { kind: 'spent' };
    const left = Math.max(0, endsAt - performance.now()) * share;
    if (transport === 'tcp') return exchangeOverTcp(query, server, left, context);
    return exchangeOverUdp(query, server, left, context, exactCase);
  };

  const ask = async (by: DnsWay, edns: boolean, share = 1): Promise<ServerAnswer> => {
    const sent = by.exactCase ? mixCase(question.name) : question.name;
    const query = encodeQuery({ ...question, name: sent }, randomInt(0x10000), edns);
    let { transport } = by;
    let exchange = await exchanged(transport, query, { exactCase: by.exactCase, share });
    const cutOff = transport === 'udp' && exchange.kind === 'packet' && isTruncated(exchange.packet);
    if (cutOff) {
      transport = 'tcp';
      exchange = await exchanged(transport, query, { exactCase: false, share });
    }
    if (exchange.kind === 'other-case') return askInAnyCase();
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
      const plain = await ask(by, false, share);
      const remark = `${server.text} answers ${rcodeWord(message.rcode)} to questions with EDNS`;
      if (plain.kind === 'none') return plain;
      return { ...plain, answer: { ...plain.answer, remarks: [...plain.answer.remarks, remark] } };
    }
    return { kind: 'answer', answer: answerOf(message, question, sent), transport, way: by };
  };
  const askInAnyCase = async (): Promise<ServerAnswer> => {
    let got: ServerAnswer | null = null;
    for (const other of anyCase) {
      got = await ask(other, true, other.transport === 'tcp' ? TCP_SHARE : 1);
      if (got.kind === 'answer') return got;
    }
    return got ?? { kind: 'none', outcome: 'malformed', remark: `${server.text} does not keep the case of names` };
  };
  return ask(way, true);
};

/** `cutOff`: over TCP, after an answer over UDP that was cut off. */
const noAnswer = (
  exchange: Exclude<DnsExchange, { kind: 'packet' | 'other-case' }>,
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
    case 'spent':
      return {
        kind: 'none',
        outcome: 'unavailable',
        remark: QUERIES_SPENT,
      };
    case 'broken':
      return { kind: 'none', outcome: 'malformed', remark: `${server.text}: ${truncated}${exchange.remark}` };
  }
};
