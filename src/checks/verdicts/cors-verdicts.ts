import type { HttpLook } from '../../facts/http.js';
import { WEB_CLIENT_ORIGIN } from '../../spec/constants.js';
import { type CorsReading, corsCheck } from '../../spec/cors.js';
import type { Check } from '../check.js';
import { type CorsHop, corsHops, corsWords } from '../readings/browser-block.js';
import { type Evidence, fail, notApplicable, notTested, pass, type Verdict } from '../verdict.js';
import { placeOf } from '../words/place.js';
import { whereClientFileFound } from './where-client-file-found.js';
import { whereHomeserver } from './where-homeserver.js';

/** Why a browser does not let a page read an answer. */
export type CorsFault = Extract<CorsReading, { kind: 'blocked' }>['fault'];

/**
 * Judges the answers on the way to the client file that `judged` picks, at every address that gives the file. A failure fills `{found}` (the
 * header's value), `{problem}` (that in words) and `{url}` (of the answer).
 */
export const clientFileCors = (
  judged: (hop: CorsHop) => boolean,
  isFault: (fault: CorsFault, hop: CorsHop) => boolean,
): Check['evaluate'] =>
  whereClientFileFound(({ progress }) => {
    // Behind a certificate that no client accepts there is another site, most often.
    const accepted = progress.counted.filter(({ tlsFault }) => !tlsFault);
    const hops = (accepted.length > 0 ? accepted : progress.counted)
      .filter(({ reading }) => reading !== null)
      .flatMap(({ fetch }) => corsHops(fetch))
      .filter(judged);
    if (hops.length === 0) return [notApplicable('there is no redirect on the way to the client file')];
    return [corsVerdict(hops, isFault)];
  });

/** Judges the versions of the homeserver, at every address that answers with 200. Fills `{host}` as well. */
export const versionsCors = (isFault: (fault: CorsFault) => boolean): Check['evaluate'] =>
  whereHomeserver(({ versions, host }) => {
    const hops = versions.counted.flatMap(({ look, response }) =>
      response?.status === 200
        ? [{ look, origin: WEB_CLIENT_ORIGIN, reading: corsCheck(response.headers, WEB_CLIENT_ORIGIN), isLast: true }]
        : [],
    );
    if (hops.length === 0) return [notTested(versions.because)];
    return [corsVerdict(hops, isFault, { host })];
  });

/** Fails where any of these answers has that fault; the evidence shows each of them once. */
export const corsVerdict = (
  hops: readonly CorsHop[],
  isFault: (fault: CorsFault, hop: CorsHop) => boolean,
  values: Readonly<Record<string, string>> = {},
): Verdict => {
  const faulty = hops.filter((hop) => hop.reading.kind === 'blocked' && isFault(hop.reading.fault, hop));
  const [first] = faulty;
  if (first === undefined) return pass();
  return fail({
    values: {
      found: (first.reading.kind === 'blocked' ? first.reading.found : null) ?? '',
      problem: corsWords(first.reading),
      url: first.look.url,
      ...values,
    },
    evidence: corsEvidence(faulty),
  });
};

/** "https://example.com/.well-known/matrix/client at 203.0.113.5:443" -> "301, no Access-Control-Allow-Origin" */
const corsEvidence = (hops: readonly CorsHop[]): readonly Evidence[] => {
  const lines = hops.map(({ look, reading }) => ({
    label: `${look.url} at ${placeOf(look)}`,
    value: `${statusOf(look)}, ${corsWords(reading)}`,
  }));
  return [...new Map(lines.map((line) => [line.label, line])).values()];
};

const statusOf = ({ response }: HttpLook): string =>
  response.kind === 'seen' ? `${response.value.status}` : 'no answer';
