import type { DnsLookup } from '../facts/dns.js';
import { askServer, type DnsWay, type DnsWays, type QueryContext, type ServerAnswer } from './dns-query.js';
import type { DnsQuestion } from './dns-question.js';

/** A try to get one question answered, and what came of it. */
export interface Try {
  readonly way: DnsWay;
  readonly got: ServerAnswer;
  /** Its answer is that of the lookup; so it is for one try at most. */
  readonly counts: boolean;
  /** It came to nothing, or had not answered in its time, before the answer came. */
  readonly failedFirst: boolean;
  /** What the lookup should say of it; null where it is what counts, and came in time, or was not waited for. */
  readonly remark: string | null;
}

/** The tries for one question: started one after the other, and listened to until the end of the question, each of them. */
export interface Tries {
  /** Starts one, and waits until it came to an end, its time is over, or an answer came that decides, to whichever try. */
  next(way: DnsWay, waitMs: number): Promise<void>;
  /** An answer is there that says what there is, or that nothing is. */
  readonly decided: boolean;
  /** Any answer is there, or a try came to this outcome. */
  haveAnswerOr(outcome?: 'malformed'): boolean;
  /** To be called once the deadline is over: gives all of them. */
  end(): Promise<readonly Try[]>;
}

/** Another server may know better than one that answers anything else. */
const DECISIVE: readonly DnsLookup['outcome'][] = ['answered', 'nodata', 'nxdomain'];

interface Started {
  readonly way: DnsWay;
  readonly ended: Promise<ServerAnswer>;
  got: ServerAnswer | null;
  /** Its time went by without an answer. */
  late: boolean;
}

/** The context's deadline is that of the question. */
export const startTries = (question: DnsQuestion, ways: readonly DnsWays[], context: QueryContext): Tries => {
  const started: Started[] = [];
  const arrived: Started[] = [];
  let wake: () => void = () => undefined;

  const start = (way: DnsWay): Started => {
    const own = ways.find(({ ordinary }) => ordinary.server === way.server);
    const ended = askServer(question, way, own?.anyCase ?? [], context.deadline.timeoutMs, context);
    const one: Started = { way, ended, got: null, late: false };
    started.push(one);
    void ended.then((got) => {
      one.got = got;
      if (got.kind === 'answer') arrived.push(one);
      wake();
    });
    return one;
  };
  const decisive = () => arrived.find(({ got }) => got?.kind === 'answer' && DECISIVE.includes(got.answer.outcome));

  return {
    next(way, waitMs) {
      const current = start(way);
      return new Promise((resolve) => {
        const stop = context.deadline.after(waitMs, () => {
          current.late = true;
          resolve();
        });
        wake = () => {
          // A server that has answered an earlier try will say no more to this one.
          if (current.got === null && decisive() === undefined && !arrived.some((other) => other.way === way)) return;
          stop();
          resolve();
        };
      });
    },
    get decided() {
      return decisive() !== undefined;
    },
    haveAnswerOr: (outcome) =>
      started.some(({ got }) => got?.kind === 'answer' || (got !== null && got.outcome === outcome)),
    async end() {
      const counting = decisive() ?? arrived.at(-1);
      const before = started.map((one) => ({ ...one, failed: one.late || one.got?.kind === 'none' }));
      return Promise.all(
        before.map(async ({ way, ended, late, failed }, index): Promise<Try> => {
          const got = await ended;
          const counts = counting !== undefined && started[index] === counting;
          return {
            way,
            got,
            counts,
            failedFirst: failed && !counts,
            remark: remarkOn(way, got, { counts, late, failed }),
          };
        }),
      );
    },
  };
};

const remarkOn = (
  { server }: DnsWay,
  got: ServerAnswer,
  { counts, late, failed }: { readonly counts: boolean; readonly late: boolean; readonly failed: boolean },
): string | null => {
  if (counts) return late ? `${server.text} answered late` : null;
  if (got.kind === 'answer') return `${server.text} answered ${got.answer.rcode}`;
  return failed ? got.remark : null;
};
