import type { Question } from '../events.js';
import type { Destination } from '../facts/destination.js';
import type { DnsLookup } from '../facts/dns.js';
import type { HttpLook } from '../facts/http.js';
import type { TlsSession } from '../facts/tls.js';
import type { HttpQuestion, Net } from '../net/net.js';

interface Watchers {
  /** Once for equal questions, however often they are put. */
  readonly onAsk: (question: Question) => void;
  readonly onAnswer: (question: Question) => void;
  /** TCP is open to there (null), then TLS is there; may be told several times. */
  readonly onConnection: (destination: Destination, session: TlsSession | null) => void;
  /** Every DNS answer. */
  readonly onLookup: (lookup: DnsLookup) => void;
  /** Every look once. */
  readonly onLook: (look: HttpLook) => void;
}

/** The same port, which tells of what goes out through it and what comes in. */
export const watchNet = (net: Net, { onAsk, onAnswer, onConnection, onLookup, onLook }: Watchers): Net => {
  const told = new Set<string>();
  /** `tell` is called with the first answer only. */
  const watch = async <Answer>(
    key: string,
    question: Question,
    ask: () => Promise<Answer>,
    tell: (answer: Answer) => void,
  ): Promise<Answer> => {
    if (told.has(key)) return ask();
    told.add(key);
    onAsk(question);
    const answer = await ask();
    tell(answer);
    onAnswer(question);
    return answer;
  };
  return {
    lookup: async (name, type) => {
      const key = `${type} ${name.toLowerCase()}`;
      const lookup = await watch(
        key,
        { kind: 'lookup', name, type },
        () => net.lookup(name, type),
        () => {},
      );
      onLookup(lookup);
      return lookup;
    },
    request: (question) => {
      const { method, url, destination, onlyTls12 = false } = question;
      const asked = { kind: 'request', method, url, destination } as const;
      const watched: HttpQuestion = onlyTls12
        ? question
        : { ...question, onConnection: (session) => onConnection(destination, session) };
      return watch(questionKey(question), asked, () => net.request(watched), onLook);
    },
    connectTo: (host, port) => net.connectTo(host, port),
    get setting() {
      return net.setting;
    },
    get timedOut() {
      return net.timedOut;
    },
    close: () => net.close(),
  };
};

/** `onlyTls12` makes another question of it. */
const questionKey = ({ method, url, destination, headers, onlyTls12 = false }: HttpQuestion): string =>
  JSON.stringify([method, url, destination, headers, onlyTls12]);
