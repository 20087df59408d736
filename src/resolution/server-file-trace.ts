import type { HostAddresses } from '../facts/dns.js';
import type { FileFetch } from '../facts/http.js';
import { seenValue } from '../facts/observation.js';
import type { ServerFileFetched } from '../facts/well-known-state.js';
import { listWords } from '../facts/words/list-words.js';
import { serverFileWords } from '../facts/words/server-file-words.js';
import { cacheLifetime } from '../spec/cache-lifetime.js';
import { unlocatedWords } from './lookup-words.js';

/**
 * How fetching the server file ended, for the trace: "200 at 203.0.113.5 and 2001:db8::5, kept 24 h -> matrix.example.com:443".
 * Addresses with different ends stand apart.
 */
export const serverFileTrace = (
  fetched: readonly ServerFileFetched[],
  host: HostAddresses,
  observedAt: string,
): string => {
  if (fetched.length === 0) return unlocatedWords(host);
  const ends = new Map<string, { readonly end: End; readonly addresses: string[] }>();
  for (const one of fetched) {
    const end = endOf(one, observedAt);
    const key = JSON.stringify(end);
    const group = ends.get(key) ?? { end, addresses: [] };
    group.addresses.push(one.fetch.address);
    ends.set(key, group);
  }
  return [...ends.values()]
    .map(({ end: [what, then], addresses }) => `${what} at ${listWords(addresses, MOST_ADDRESSES)}${then}`)
    .join('; ');
};

type End = readonly [what: string, then: string];

const MOST_ADDRESSES = 4;

const endOf = (fetched: ServerFileFetched, observedAt: string): End => {
  const { state, status, reading, fetch } = fetched;
  if (state === 'valid') {
    const delegate = reading?.kind === 'delegates' ? reading.delegate.text : '';
    return [`200${redirectWords(fetch)}`, `, kept ${keptFor(fetch, observedAt)} -> ${delegate}`];
  }
  if (state === 'not-found' || state === 'http-error') return [`${status}${redirectWords(fetch)}`, ''];
  return [`${serverFileWords(fetched, observedAt)},${redirectWords(fetch)}`, ''];
};

const keptFor = (fetch: FileFetch, observedAt: string): string => {
  const last = fetch.hops.at(-1);
  const headers = last === undefined ? [] : (seenValue(last.response)?.headers ?? []);
  return durationWords(cacheLifetime(headers, true, new Date(observedAt)).seconds);
};

const durationWords = (seconds: number): string => {
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
};

const redirectWords = (fetch: FileFetch): string => {
  const redirects = new Set(fetch.hops.map(({ url }) => url)).size - 1;
  if (redirects < 1) return '';
  return redirects === 1 ? ' after a redirect' : ` after ${redirects} redirects`;
};
