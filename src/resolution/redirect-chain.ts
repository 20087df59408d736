import { isIPv4 } from 'node:net';
import type { Failure } from '../facts/failure.js';
import type { FetchEnd, FileFetch, HttpLook, RedirectFault } from '../facts/http.js';
import { seenValue } from '../facts/observation.js';
import type { Net } from '../net/net.js';
import { MAX_REDIRECTS, REDIRECT_STATUSES, WELL_KNOWN_MAX_BYTES } from '../spec/constants.js';
import { originsAlongChain } from '../spec/cors.js';
import { headerValues } from '../spec/header-lines.js';
import { addressesOf } from './addresses.js';
import { type Located, locate, urlNames } from './destinations.js';
import { noAddress } from './no-address.js';
import { type HttpsUrl, readLocation } from './redirect-location.js';
import { startLimit } from './time-limit.js';

/** The part of the run's time that one chain of redirects may take. */
const CHAIN_SHARE = 0.4;

/**
 * Fetches a file at one address of its host and follows redirects by hand, each hop a look of its own, with the Host and SNI of that hop.
 * `origin`: the web page that asks, null for a server. A hop's TLS faults do not stop the chain: the readings judge them.
 */
export const followRedirects = async (
  net: Net,
  url: HttpsUrl,
  pinned: Located,
  origin: string | null,
): Promise<FileFetch> => {
  const hops: HttpLook[] = [];
  const urls = [url];
  const limit = startLimit(net.setting.timeoutMs * CHAIN_SHARE);
  const ended = (end: FetchEnd): FileFetch => ({ address: pinned.destination.address, hops, end });

  try {
    // The first request needs no further limit: the port gives one request no more than the whole chain has.
    let looks: readonly HttpLook[] | 'late' = [await ask(net, url, pinned, urls, origin)];
    for (let current = url; ; ) {
      if (looks === 'late') return ended(failedAt(current, tooSlow));
      hops.push(...looks);
      const look = looks.at(-1);
      if (look === undefined)
        return ended(failedAt(current, noAddress(await addressesOf(net, current.host, current.port))));
      const response = seenValue(look.response);
      if (response === undefined) return ended(failedAt(current, failureOf(look)));
      if (!REDIRECT_STATUSES.includes(response.status)) return ended({ kind: 'answered' });

      const locations = headerValues(response.headers, 'Location');
      const location = locations.length === 0 ? null : locations.join(', ');
      const next = readLocation(locations, current);
      if (next.kind !== 'https') return ended(redirectError(next.kind, location));
      if (urls.some((seen) => seen.text === next.url.text)) return ended(redirectError('loop', location));
      if (urls.length > MAX_REDIRECTS) return ended(redirectError('too-many', location));

      current = next.url;
      urls.push(current);
      looks = await limit.race(askUntilConnected(net, current, look.destination.address, urls, origin));
    }
  } finally {
    limit.clear();
  }
};

/** Tries the addresses of the hop's host in turn: the one that the chain is at, then its family, then the other, until one takes the connection. */
const askUntilConnected = async (
  net: Net,
  url: HttpsUrl,
  before: string,
  urls: readonly HttpsUrl[],
  origin: string | null,
): Promise<readonly HttpLook[]> => {
  const host = await addressesOf(net, url.host, url.port);
  const looks: HttpLook[] = [];
  for (const located of nearestFirst(locate(net, urlNames(url.host, url.port), host, url.port), before)) {
    const look = await ask(net, url, located, urls, origin);
    looks.push(look);
    if (look.connection.kind !== 'failed' || look.connection.failure.layer !== 'tcp') break;
  }
  return looks;
};

const nearestFirst = (located: readonly Located[], before: string): readonly Located[] => {
  const distance = ({ destination: { address } }: Located): number =>
    address === before ? 0 : isIPv4(address) === isIPv4(before) ? 1 : 2;
  return located.toSorted((left, right) => distance(left) - distance(right));
};

const ask = (
  net: Net,
  url: HttpsUrl,
  { destination, dnsMs }: Located,
  urls: readonly HttpsUrl[],
  origin: string | null,
): Promise<HttpLook> =>
  net.request({
    method: 'GET',
    url: url.text,
    path: url.path,
    destination,
    headers: origin === null ? [] : [['Origin', originAt(origin, urls)]],
    maxBytes: WELL_KNOWN_MAX_BYTES,
    dnsMs,
  });

/** What a browser sends as Origin with the last request of the chain. */
const originAt = (origin: string, urls: readonly HttpsUrl[]): string =>
  originsAlongChain(
    origin,
    urls.map(({ text }) => text),
  ).at(-1) ?? origin;

const redirectError = (fault: RedirectFault, location: string | null): FetchEnd => ({
  kind: 'redirect-error',
  fault,
  location,
});

const failedAt = (url: HttpsUrl, failure: Failure): FetchEnd => ({ kind: 'failed', url: url.text, failure });

const tooSlow: Failure = {
  layer: 'http',
  reason: 'timeout',
  message: 'the redirects as a whole took too long',
  code: null,
};

const failureOf = (look: HttpLook): Failure => {
  if (look.connection.kind === 'failed') return look.connection.failure;
  if (look.response.kind === 'failed') return look.response.failure;
  return { layer: 'internal', reason: 'internal', message: 'a request without an answer or a failure', code: null };
};
