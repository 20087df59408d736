import { answeredObject } from '../../facts/answered-object.js';
import { certificateFaults } from '../../facts/certificate-state.js';
import type { Facts } from '../../facts/facts.js';
import type { HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { certificateFaultWords } from '../../facts/words/certificate-fault-words.js';
import { failureWords, lookWords } from '../../facts/words/failure-words.js';
import { shownUrl } from '../../facts/words/shown-url.js';
import { IDENTITY_PATH } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { isBlameless } from '../readings/blameless.js';
import { lookFailure } from '../readings/look-failure.js';
import { fail, notApplicable, notTested, pass, type Verdict } from '../verdict.js';
import { stoppedBefore, whereClientSeen } from '../verdicts/where-client-seen.js';
import { placeOf } from '../words/place.js';

export const identityServerAnswers = {
  id: 'client/identity-server-answers',
  title: 'The identity server, if one is named, answers',
  failureTitle: 'The identity server {baseUrl} does not answer as one: {problem}',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'browsers',
  spec: links.identityPing,
  why: 'People can sign in, but not find or invite others by e-mail address. Element Web warns at every sign-in, and then ignores everything else in the client file.',
  fix: 'Delete m.identity_server from {file}: most servers need none. If you do run one, it must answer {path} with 200 and a JSON object, so pass /_matrix/identity on to it by a rule before the one for /_matrix.',
  evaluate: whereClientSeen(({ identityServer, file }, progress, facts) => {
    if (progress.fetched?.reading?.kind !== 'usable') return [stoppedBefore(progress)];
    if (identityServer.kind === 'skipped') return [notApplicable(identityServer.because)];
    if (identityServer.kind === 'failed') {
      const problem = failureWords(identityServer.failure);
      if (isBlameless(identityServer.failure, facts)) return [notTested(problem)];
      const named = progress.fetched.reading.identityServer;
      return [failing(named.kind === 'usable' ? named.baseUrl.written : '', problem, file.url, 'DNS')];
    }
    const { look, baseUrl } = identityServer.value;
    const failure = lookFailure(look);
    if (failure !== null && isBlameless(failure, facts)) return [notTested(failureWords(failure))];
    const problem = problemOf(look, facts);
    return [problem === null ? pass() : failing(baseUrl, problem, file.url, placeOf(look))];
  }),
} as const satisfies Check;

const failing = (baseUrl: string, problem: string, file: string, place: string): Verdict =>
  fail({
    values: { baseUrl: shownUrl(baseUrl), problem, file, path: IDENTITY_PATH },
    evidence: [{ label: place, value: problem }],
  });

const problemOf = (look: HttpLook, facts: Facts): string | null => {
  const [fault] = certificateFaults(look, facts.observedAt);
  if (fault !== undefined) return certificateFaultWords(fault, look.destination.certificateName);
  const response = seenValue(look.response);
  const body = response === undefined ? undefined : seenValue(response.body);
  if (response?.status !== 200 || body === undefined) return `${lookWords(look)} at ${look.url}`;
  return answeredObject(look) === undefined ? `no JSON object at ${look.url}` : null;
};
