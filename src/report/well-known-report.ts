import type { FederationFacts } from '../facts/federation.js';
import type { FileFetch } from '../facts/http.js';
import { seenValue } from '../facts/observation.js';
import { decidingFetch, readServerFileFetches, type ServerFileFetched } from '../facts/well-known-state.js';
import { cacheLifetime } from '../spec/cache-lifetime.js';
import type { WellKnownReport } from './report.js';

export const NO_WELL_KNOWN: WellKnownReport = {
  state: 'not-attempted',
  status: null,
  delegate: null,
  cacheSeconds: null,
  redirects: [],
  addresses: [],
};

/** What came of `/.well-known/matrix/server`, by the fetch that the walk went by. */
export const wellKnownReport = (federation: FederationFacts, observedAt: string): WellKnownReport => {
  const file = seenValue(federation.wellKnown);
  if (file === undefined) return NO_WELL_KNOWN;
  const fetches = readServerFileFetches(file, observedAt);
  const deciding = decidingFetch(fetches);
  return {
    state: deciding?.state ?? 'unreachable',
    status: deciding?.status ?? null,
    delegate: delegateOf(deciding),
    cacheSeconds: cacheSeconds(deciding, observedAt),
    redirects: deciding === undefined ? [] : redirects(deciding.fetch),
    addresses: fetches.map(({ fetch, state }) => ({ address: fetch.address, state })),
  };
};

const delegateOf = (fetched: ServerFileFetched | undefined): string | null =>
  fetched?.state === 'valid' && fetched.reading?.kind === 'delegates' ? fetched.reading.delegate.text : null;

const cacheSeconds = (fetched: ServerFileFetched | undefined, observedAt: string): number => {
  const last = fetched?.fetch.hops.at(-1);
  const headers = last === undefined ? [] : (seenValue(last.response)?.headers ?? []);
  return cacheLifetime(headers, fetched?.state === 'valid', new Date(observedAt)).seconds;
};

/** Every URL after the first, the one that could not even be asked included. */
const redirects = ({ hops, end }: FileFetch): readonly string[] => {
  const urls = hops.map(({ url }) => url);
  return (end.kind === 'failed' && !urls.includes(end.url) ? [...urls, end.url] : urls).slice(1);
};
