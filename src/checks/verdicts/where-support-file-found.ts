import { bodyText } from '../../facts/body-text.js';
import type { Facts } from '../../facts/facts.js';
import type { FileFetch, HttpResponse, WellKnownFile } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { readSupportFile, type SupportFileReading } from '../../spec/well-known-support.js';
import type { Check } from '../check.js';
import { fetchProblem } from '../readings/fetch-problem.js';
import { finalResponse } from '../readings/final-response.js';
import { notApplicable, notTested, type Verdict } from '../verdict.js';
import { whereSupportFile } from './where-support-file.js';

/** The support file where an address gives it whole with status 200. */
export interface SupportFileFound {
  readonly file: WellKnownFile;
  /** Those with status 200. */
  readonly fetches: readonly FileFetch[];
  readonly response: HttpResponse;
  readonly reading: SupportFileReading;
}

/** Judges the support file where there is one. */
export const whereSupportFileFound = (
  judge: (found: SupportFileFound, facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereSupportFile(({ file, fetches }, facts) => {
    // Behind a certificate that nobody accepts there is another site, most often.
    const accepted = fetches.filter((fetch) => fetchProblem(fetch, facts) === null);
    const given = (accepted.length > 0 ? accepted : fetches).flatMap((fetch) => {
      const response = finalResponse(fetch);
      const body = response?.status === 200 ? seenValue(response.body) : undefined;
      if (response === undefined || body === undefined) return [];
      return [{ fetch, response, reading: readSupportFile(bodyText(body)) }];
    });
    const best = given.find(({ reading }) => reading.kind === 'read' && reading.faults.length === 0) ?? given[0];
    if (best !== undefined) {
      return judge(
        { file, fetches: given.map(({ fetch }) => fetch), response: best.response, reading: best.reading },
        facts,
      );
    }
    return [
      fetches.some((fetch) => finalResponse(fetch)?.status === 404)
        ? notApplicable('there is no support file')
        : notTested('the support file cannot be fetched'),
    ];
  });
