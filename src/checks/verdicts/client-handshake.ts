import type { Failure, FailureReason } from '../../facts/failure.js';
import type { HttpLook } from '../../facts/http.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { listWords } from '../../facts/words/list-words.js';
import type { Check } from '../check.js';
import { isBlameless } from '../readings/blameless.js';
import { groupBy } from '../readings/group-by.js';
import { lookFailure } from '../readings/look-failure.js';
import { fail, notTested, pass, type Verdict } from '../verdict.js';
import { placeOf } from '../words/place.js';
import { clientCertificates } from './client-certificates.js';
import { noSession } from './verdicts-by-name.js';

/**
 * One verdict for every name of the client side: fails where the TLS handshake failed at any of its addresses for a reason that `isFault`
 * takes. Fills `{name}`, `{port}`, `{where}`, `{url}`, `{problem}`, and `{advice}`, which may hold the others.
 */
export const clientHandshake = (
  isFault: (reason: FailureReason) => boolean,
  adviceOn: (reason: FailureReason) => string,
): Check['evaluate'] =>
  clientCertificates((looks, facts) =>
    [...groupBy(looks, (look) => look.destination.certificateName)].map(([name, ofName]): Verdict => {
      const faulty = ofName.flatMap((look) => {
        const failure = handshakeFailure(look);
        return failure === null || isBlameless(failure, facts) || !isFault(failure.reason) ? [] : [{ look, failure }];
      });
      const [first] = faulty;
      if (first !== undefined) {
        const values = {
          name,
          port: `${first.look.destination.port}`,
          where: listWords(faulty.map(({ look }) => placeOf(look))),
          url: first.look.url,
          problem: failureWords(first.failure),
        };
        return fail({
          subject: name,
          values: { ...values, advice: filled(adviceOn(first.failure.reason), values) },
          evidence: [...new Map(faulty.map(({ look, failure }) => [placeOf(look), failureWords(failure)]))].map(
            ([label, value]) => ({ label, value }),
          ),
          at: first.look,
        });
      }
      return ofName.some(({ connection }) => connection.kind === 'seen') ? pass(name) : notTested(noSession(ofName));
    }),
  );

/** In TLS 1.3 a client certificate is missed only after the handshake, in place of an answer. */
const handshakeFailure = (look: HttpLook): Failure | null => {
  const failure = lookFailure(look);
  return failure?.layer === 'tls' ? failure : null;
};

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
