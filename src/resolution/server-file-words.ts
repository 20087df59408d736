import type { HostAddresses } from '../facts/dns.js';
import type { Failure } from '../facts/failure.js';
import type { FetchEnd, FileFetch } from '../facts/http.js';
import { seenValue } from '../facts/observation.js';
import type { ServerFileFetched } from '../facts/well-known-state.js';
import { cacheLifetime } from '../spec/cache-lifetime.js';
import { addressCountWords } from './lookup-words.js';

/**
 * How fetching the server file ended, for the trace: "200 at 203.0.113.5 and 2001:db8::5, kept 24 h -> matrix.example.com:443".
 * Addresses with different ends stand apart.
 */
export const serverFileWords = (
  fetched: readonly ServerFileFetched[],
  host: HostAddresses,
  observedAt: string,
): string => {
  if (fetched.length === 0) return `${host.host} has ${addressCountWords(host)}`;
  const addressesByEnd = new Map<string, string[]>();
  for (const one of fetched) {
    const words = endWords(one, observedAt);
    const key = JSON.stringify(words);
    addressesByEnd.set(key, [...(addressesByEnd.get(key) ?? []), one.fetch.address]);
  }
  return [...addressesByEnd]
    .map(([key, addresses]) => {
      const [what, then] = JSON.parse(key);
      return `${what} at ${listWords(addresses)}${then}`;
    })
    .join('; ');
};

const endWords = (fetched: ServerFileFetched, observedAt: string): readonly [what: string, then: string] => {
  const { state, status, reading, fetch } = fetched;
  switch (state) {
    case 'valid': {
      const delegate = reading?.kind === 'delegates' ? reading.delegate.text : '';
      return [`200${redirectWords(fetch)}`, `, kept ${keptFor(fetch, observedAt)} -> ${delegate}`];
    }
    case 'not-found':
    case 'http-error':
      return [`${status}${redirectWords(fetch)}`, ''];
    case 'invalid-json':
      return [`${status}${redirectWords(fetch)}, but no JSON,`, ''];
    case 'missing-m-server':
      return [`${status}${redirectWords(fetch)}, but no m.server in it,`, ''];
    case 'invalid-m-server': {
      const written = reading?.kind === 'invalid-m-server' ? reading.mServer.slice(0, 80) : '';
      return [`${status}${redirectWords(fetch)}, but m.server "${written}" is not a server name,`, ''];
    }
    case 'too-large':
      return [`${status}${redirectWords(fetch)}, but too large,`, ''];
    case 'redirect-error':
      return [redirectErrorWords(fetch.end), ''];
    case 'tls-error':
      return [`TLS error${redirectWords(fetch)}`, ''];
    case 'unreachable':
      return [`${failureWords(failureOf(fetch))}${redirectWords(fetch)}`, ''];
  }
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

const redirectErrorWords = (end: FetchEnd): string => {
  if (end.kind !== 'redirect-error') return 'a redirect that leads nowhere';
  return {
    loop: 'redirects in a loop',
    'too-many': 'too many redirects',
    'no-location': 'a redirect without a Location',
    'bad-location': 'a redirect with an unusable Location',
    'plain-http': 'a redirect to plain http',
  }[end.fault];
};

const failureOf = (fetch: FileFetch): Failure | undefined => {
  if (fetch.end.kind === 'failed') return fetch.end.failure;
  const last = fetch.hops.at(-1);
  const body = last === undefined ? undefined : seenValue(last.response)?.body;
  return body?.kind === 'failed' ? body.failure : undefined;
};

const failureWords = (failure: Failure | undefined): string => {
  if (failure === undefined) return 'no answer';
  return failure.reason === 'timeout' ? `no answer in time (${failure.layer})` : failure.reason.replaceAll('-', ' ');
};

const listWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
