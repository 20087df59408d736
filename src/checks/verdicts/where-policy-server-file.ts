import { bodyText } from '../../facts/body-text.js';
import type { Facts } from '../../facts/facts.js';
import type { FileFetch, HttpLook, WellKnownFile } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import type { JsonText } from '../../spec/json.js';
import { type PolicyServerFileReading, readPolicyServerFile } from '../../spec/well-known-policy-server.js';
import type { Check } from '../check.js';
import { fetchProblem } from '../readings/fetch-problem.js';
import { finalResponse } from '../readings/final-response.js';
import { notApplicable, notTested, type Verdict } from '../verdict.js';
import { whereClientSeen } from './where-client-seen.js';

/** The policy server file where an address gives it whole with status 200. */
export interface PolicyServerFile {
  readonly file: WellKnownFile;
  readonly last: HttpLook;
  /** Those with status 200 and the file. */
  readonly fetches: readonly FileFetch[];
  readonly reading: PolicyServerFileReading;
}

/**
 * Judges the policy server file where there is one. Hardly any server has it, so that neither 404 nor anything else in its place is a fault: a
 * site that answers every path with a web page, with an error in JSON or with its client file has none either.
 */
export const wherePolicyServerFile = (
  judge: (found: PolicyServerFile, facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereClientSeen(({ policyServer: file }, _progress, facts) => {
    const sound = file.fetches.filter((fetch) => fetchProblem(fetch, facts) === null);
    if (sound.length === 0) return [notTested(`${file.url} cannot be fetched`)];
    const given = sound.flatMap((fetch) => {
      const last = fetch.hops.at(-1);
      const response = finalResponse(fetch);
      const body = response?.status === 200 ? seenValue(response.body) : undefined;
      if (last === undefined || body === undefined) return [];
      const text = bodyText(body);
      return isMeant(text) ? [{ fetch, last, reading: readPolicyServerFile(text) }] : [];
    });
    const [first] = given;
    if (first === undefined) return [notApplicable('there is no policy server file')];
    const { last, reading } = given.find(({ reading: { kind } }) => kind === 'invalid-json') ?? first;
    return judge({ file, last, fetches: given.map(({ fetch }) => fetch), reading }, facts);
  });

/** Whether it speaks of what belongs into such a file, also where a part of it is wrong. */
const isMeant = (text: JsonText): boolean =>
  typeof text === 'string' && !isHtml(text) && /public_?keys?|ed25519/iu.test(text);

const isHtml = (text: string): boolean => /^\s*</u.test(text);
