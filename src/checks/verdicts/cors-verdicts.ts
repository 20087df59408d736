import type { ClientFacts } from '../../facts/client.js';
import type { Facts } from '../../facts/facts.js';
import type { HttpLook } from '../../facts/http.js';
import type { CorsFault } from '../../spec/cors.js';
import type { Check } from '../check.js';
import { type CorsHop, corsHop, corsHops, corsWords, misspeltWords } from '../readings/browser-block.js';
import type { ClientFileProgress } from '../readings/client-file-progress.js';
import { type Evidence, fail, notApplicable, notTested, pass, type Values, type Verdict } from '../verdict.js';
import { allowedOriginWords } from '../words/allowed-origin-words.js';
import { likelySources } from '../words/doubled-header-words.js';
import { placeOf } from '../words/place.js';
import { type ClientFileFound, whereClientFileFound } from './where-client-file-found.js';
import { type ClientHomeserver, homeserverOf, whereHomeserver } from './where-homeserver.js';

/**
 * Judges the answers on the way to the client file that `judged` picks, at every address that gives the file. A failure fills what
 * `corsVerdict` does.
 */
export const clientFileCors = (
  judged: (hop: CorsHop) => boolean,
  isFault: (fault: CorsFault, hop: CorsHop) => boolean,
): Check['evaluate'] =>
  whereClientFileFound(({ progress }) => {
    const hops = clientFileHops(progress).filter(judged);
    if (hops.length === 0) return [notApplicable('there is no redirect on the way to the client file')];
    return [corsVerdict(hops, isFault)];
  });

/** Every answer on the way to the client file, at every address that gives the file. */
export const clientFileHops = ({ counted }: ClientFileFound['progress']): readonly CorsHop[] => {
  // Behind a certificate that no client accepts there is another site, most often.
  const accepted = counted.filter(({ tlsFault }) => !tlsFault);
  return (accepted.length > 0 ? accepted : counted)
    .filter(({ reading }) => reading !== null)
    .flatMap(({ fetch }) => corsHops(fetch));
};

/** Judges the versions of the homeserver, at every address that gives them. Fills `{host}` as well. */
export const versionsCors = (isFault: (fault: CorsFault) => boolean): Check['evaluate'] =>
  whereHomeserver(({ versions, host }) => {
    const hops = versionsHops(versions);
    return hops.length === 0 ? [notTested(versions.because)] : [corsVerdict(hops, isFault, { host })];
  });

/** The usable answers to the question for the versions. What is no homeserver has no CORS headers to judge. */
export const versionsHops = ({ counted }: ClientHomeserver['versions']): readonly CorsHop[] =>
  counted.flatMap(({ look, stoppedAt }) => (stoppedAt === null ? (corsHop(look) ?? []) : []));

/** What a web client is answered on its way: the client file at every address, and the versions of the homeserver. */
export const answersForWebClients = (
  client: ClientFacts,
  progress: ClientFileProgress,
  facts: Facts,
): readonly CorsHop[] => {
  const homeserver = homeserverOf(client, progress, facts);
  const versions =
    'outcome' in homeserver ? [] : homeserver.versions.counted.flatMap(({ look }) => corsHop(look) ?? []);
  return [...progress.counted.flatMap(({ fetch }) => corsHops(fetch)), ...versions];
};

/**
 * Fails where any of these answers has that fault; the evidence shows each of them once. A failure fills `{found}` (the header's value),
 * `{problem}` (that in words: "no Access-Control-Allow-Origin"), `{gap}` ("missing"), `{says}` ("allows pages of https://example.net only") and `{url}` (of the answer).
 */
export const corsVerdict = (
  hops: readonly CorsHop[],
  isFault: (fault: CorsFault, hop: CorsHop) => boolean,
  values: Values = {},
): Verdict => {
  const faulty = hops.filter((hop) => hop.reading.kind === 'blocked' && isFault(hop.reading.fault, hop));
  const [first] = faulty;
  return first === undefined
    ? pass()
    : fail({
        values: { ...corsValues(first), ...values },
        evidence: corsEvidence(faulty),
        at: first.look,
      });
};

/** The same for a header that is there more than once; `{sources}` says who has most likely added it. */
export const doubledVerdict = (hops: readonly CorsHop[], homeserver: string | null, values: Values = {}): Verdict => {
  const first = hops.find(({ reading }) => reading.kind === 'blocked' && isDoubled(reading.fault));
  const sources = first === undefined ? '' : likelySources(first.look, homeserver);
  return corsVerdict(hops, isDoubled, { ...values, sources });
};

const isDoubled = (fault: CorsFault): boolean => fault === 'several-lines' || fault === 'several-values';

/** "https://example.com/.well-known/matrix/client at 203.0.113.5:443" -> "301, no Access-Control-Allow-Origin" */
export const corsEvidence = (hops: readonly CorsHop[]): readonly Evidence[] => {
  const lines = hops.map((hop) => ({
    label: `${hop.look.url} at ${placeOf(hop.look)}`,
    value: `${statusOf(hop.look)}, ${corsWords(hop.reading, hop.look)}`,
  }));
  return [...new Map(lines.map((line) => [line.label, line])).values()];
};

const corsValues = (hop: CorsHop): Values => {
  const { reading, look } = hop;
  const found = (reading.kind === 'blocked' ? reading.found : null) ?? '';
  return {
    found,
    problem: corsWords(hop.reading, hop.look),
    gap:
      found === '' && reading.kind === 'blocked' && reading.fault === 'empty'
        ? 'empty'
        : `missing${misspeltWords(look)}`,
    says: allowedOriginWords(found),
    url: look.url,
  };
};

const statusOf = ({ response }: HttpLook): string =>
  response.kind === 'seen' ? `${response.value.status}` : 'no answer';
