import type { HostAddresses } from '../facts/dns.js';
import type { FileFetch, WellKnownFile } from '../facts/http.js';
import { type FetchRank, firstOfBestRank } from '../facts/well-known-state.js';
import type { Net } from '../net/net.js';
import { addressesOf } from './addresses.js';
import { type Located, locate, urlNames } from './destinations.js';
import { followRedirects } from './redirect-chain.js';
import { httpsUrl } from './redirect-location.js';

/** A well-known file on its way from every address of its host, in their order. */
export interface FileUnderWay {
  readonly url: string;
  readonly host: HostAddresses;
  readonly located: readonly Located[];
  /** One for each of `located`. */
  readonly fetches: readonly Promise<FileFetch>[];
}

/** Starts to fetch a file from a host, at all its addresses at once. `origin`: the web page that asks, null for a server. */
export const startFile = async (
  net: Net,
  hostname: string,
  path: string,
  origin: string | null = null,
  port = 443,
): Promise<FileUnderWay> => {
  const url = httpsUrl(hostname, port, path);
  const host = await addressesOf(net, hostname, port);
  const located = locate(net, urlNames(hostname, port), host, port);
  const fetches = located.map((at) => {
    const fetch = followRedirects(net, url, at, origin);
    // Whoever awaits it gets the defect; until then it must not end the process.
    fetch.catch(() => undefined);
    return fetch;
  });
  return { url: url.text, host, located, fetches };
};

/** The file, once its slowest address has answered. */
export const wholeFile = async ({ url, host, fetches }: FileUnderWay): Promise<WellKnownFile> => ({
  url,
  host,
  fetches: await Promise.all(fetches),
});

/** The first usable fetch in the order of addresses, without waiting for those after it; else the first with most to say; undefined where there is no address. */
export const decide = async <T>(
  file: FileUnderWay,
  read: (fetch: FileFetch) => T,
  rank: (fetched: T) => FetchRank,
): Promise<T | undefined> => {
  const known: T[] = [];
  for (const fetch of file.fetches) {
    const fetched = read(await fetch);
    if (rank(fetched) === 'usable') return fetched;
    known.push(fetched);
  }
  return firstOfBestRank(known, rank);
};

export const fetchFile = async (
  net: Net,
  hostname: string,
  path: string,
  origin: string | null = null,
  port = 443,
): Promise<WellKnownFile> => wholeFile(await startFile(net, hostname, path, origin, port));
