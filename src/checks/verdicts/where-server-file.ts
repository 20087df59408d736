import type { Facts } from '../../facts/facts.js';
import type { Failure } from '../../facts/failure.js';
import type { HttpResponse, WellKnownFile } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { decidingFetch, readServerFileFetches, type ServerFileFetched } from '../../facts/well-known-state.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { listWords } from '../../facts/words/list-words.js';
import { serverFileWords } from '../../facts/words/server-file-words.js';
import { hostAndPort } from '../../spec/server-name.js';
import type { ServerFileReading } from '../../spec/well-known-server.js';
import type { Check } from '../check.js';
import { isBlameless } from '../readings/blameless.js';
import { readOnce } from '../readings/read-once.js';
import { notApplicable, notTested, type Verdict } from '../verdict.js';
import { fetchPlace as placeWithRedirects } from '../words/client-file-words.js';
import { whereFederationSeen } from './where-federation-seen.js';

/** `/.well-known/matrix/server` as it was fetched from each address. */
export interface ServerFile {
  readonly file: WellKnownFile;
  /** Without those that failed through no fault of the server. */
  readonly fetches: readonly ServerFileFetched[];
  /** Why each of the others says nothing: "[2001:db8::5]:443: this machine has no route to that address". */
  readonly unseen: readonly string[];
  /** The fetch that the walk goes by. */
  readonly deciding: ServerFileFetched;
}

export type Delegates = Extract<ServerFileReading, { kind: 'delegates' }>;

/** Judges the server file; not-applicable where servers do not ask for it (steps 1 and 2) or where its host has no address. */
export const whereServerFile = (judge: (server: ServerFile, facts: Facts) => readonly Verdict[]): Check['evaluate'] =>
  whereFederationSeen(({ wellKnown }, facts) => {
    if (wellKnown.kind === 'skipped') return [notApplicable(wellKnown.because)];
    if (wellKnown.kind === 'failed') return [notTested(failureWords(wellKnown.failure))];
    const { host } = wellKnown.value.host;
    const all = readFetches(wellKnown.value, facts);
    if (all.length === 0) return [notApplicable(`${host} has no address to fetch the file from`)];
    const hindrances = all.map((fetched) => hindranceOf(fetched, facts));
    const unseen = hindrances.filter((words) => words !== null);
    const fetches = all.filter((_, index) => hindrances[index] === null);
    const deciding = decidingFetch(fetches);
    if (deciding === undefined) return [notTested(listWords(unseen))];
    return judge({ file: wellKnown.value, fetches, unseen, deciding }, facts);
  });

const readFetches = readOnce((file: WellKnownFile, { observedAt }) => readServerFileFetches(file, observedAt));

/** Judges a file that delegates; not-applicable where there is no file (404), not-tested where it is broken. */
export const whereServerFileDelegates = (
  judge: (reading: Delegates, server: ServerFile, facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereServerFile((server, facts) => {
    const { deciding, file } = server;
    if (deciding.state === 'not-found') return [notApplicable(`there is no ${file.url} (404)`)];
    if (deciding.state !== 'valid' || deciding.reading?.kind !== 'delegates') {
      return [notTested(`${file.url}: ${serverFileWords(deciding, facts.observedAt)}`)];
    }
    return judge(deciding.reading, server, facts);
  });

/** Where a fetch began: "203.0.113.5:443". */
export const fetchPlace = ({ fetch }: ServerFileFetched): string => hostAndPort(fetch.address, 443);

/** The last response of a fetch; undefined where there was none. */
export const finalResponse = ({ fetch }: ServerFileFetched): HttpResponse | undefined => {
  const last = fetch.hops.at(-1);
  return last === undefined ? undefined : seenValue(last.response);
};

/** What kept this tool from seeing an answer, through no fault of the server; null where nothing did. */
const hindranceOf = (fetched: ServerFileFetched, facts: Facts): string | null => {
  const failure = fetchFailure(fetched);
  return failure !== null && isBlameless(failure, facts)
    ? `${placeWithRedirects(fetched.fetch)}: ${failureWords(failure)}`
    : null;
};

/** What ended a fetch before a whole answer was there; null where one was. */
export const fetchFailure = (fetched: ServerFileFetched): Failure | null => {
  const { end } = fetched.fetch;
  if (end.kind === 'failed') return end.failure;
  const body = finalResponse(fetched)?.body;
  return body?.kind === 'failed' ? body.failure : null;
};
