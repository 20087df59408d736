import type { HostAddresses } from '../facts/dns.js';
import type { WellKnownFile } from '../facts/http.js';
import { type Observation, seen, skipped } from '../facts/observation.js';
import { type ClientFileFetched, clientFetchRank, readClientFileFetch } from '../facts/well-known-state.js';
import { shownUrl } from '../facts/words/shown-url.js';
import type { Net } from '../net/net.js';
import { CLIENT_FILE_PATH, WEB_CLIENT_ORIGIN } from '../spec/constants.js';
import type { JsonObject } from '../spec/json.js';
import type { ServerName } from '../spec/server-name.js';
import type { BaseUrl, ClientFileReading } from '../spec/well-known-client.js';
import { addressesOf } from './addresses.js';
import { type Located, locate, urlNames } from './destinations.js';
import { decide, type FileUnderWay, startFile, wholeFile } from './well-known.js';

/** Where clients are led to; what these places answer is asked by the probes. */
export interface ClientWalk {
  readonly homeserver: Observation<BaseUrlPlace>;
  readonly identityServer: Observation<BaseUrlPlace>;
  /** The hostname itself, where the file is not there. */
  readonly direct: Observation<BaseUrlPlace>;
  readonly fileHost: HostAddresses;
  /** Of the file that decides; null where it names no usable base URL. */
  readonly members: JsonObject | null;
  /** The address whose file decides; skipped where it gives none that clients would read on. */
  readonly decidedAt: Observation<Located>;
  /** The file from every address: known last. */
  readonly file: Promise<WellKnownFile>;
}

/** A base URL and the addresses behind it. */
export interface BaseUrlPlace {
  readonly baseUrl: BaseUrl;
  readonly addresses: HostAddresses;
  readonly located: readonly Located[];
}

/**
 * Finds the homeserver as "Well-known URIs" of the Client-Server specification says: the hostname without its port, also where that is an
 * IP address; `https://<hostname>/.well-known/matrix/client`; the base URLs in it. The state that a client ends in is read from the facts.
 */
export const walkClient = async (name: ServerName, net: Net, observedAt: string): Promise<ClientWalk> => {
  const underWay = await startFile(net, name.hostname, CLIENT_FILE_PATH, WEB_CLIENT_ORIGIN);
  const file = wholeFile(underWay);
  // Awaited by the caller, later than here.
  file.catch(() => undefined);
  const fetched = await decide(underWay, (fetch) => readClientFileFetch(fetch, observedAt), clientFetchRank);

  const common = { fileHost: underWay.host, decidedAt: placeOf(fetched, underWay), file };
  if (fetched !== undefined && clientFetchRank(fetched) === 'usable' && fetched.reading?.kind === 'usable') {
    const { members } = fetched.reading;
    const [homeserver, identityServer] = await Promise.all([
      findHomeserver(fetched.reading, net),
      findIdentityServer(fetched.reading, net),
    ]);
    return { homeserver, identityServer, direct: skipped('the file names a homeserver'), members, ...common };
  }
  const nothing = skipped('the client file names no usable base URL');
  return {
    homeserver: nothing,
    identityServer: nothing,
    direct:
      fetched?.status === 404
        ? seen(placeAt(hostnameAsBaseUrl(name), underWay.host, net))
        : skipped('only a file that is not found sends clients to the name itself'),
    members: null,
    ...common,
  };
};

const placeOf = (fetched: ClientFileFetched | undefined, { url, located }: FileUnderWay): Observation<Located> => {
  const at = located.find(({ destination }) => destination.address === fetched?.fetch.address);
  if (fetched === undefined || at === undefined) return skipped(`there is no address to ask for ${url}`);
  if (clientFetchRank(fetched) === 'dead') return skipped(`no address gives an answer for ${url} that clients take`);
  return fetched.fetch.end.kind === 'redirect-error' ? skipped(`${url} redirects to nowhere usable`) : seen(at);
};

type UsableReading = Extract<ClientFileReading, { kind: 'usable' }>;

const findHomeserver = ({ baseUrl }: UsableReading, net: Net): Promise<Observation<BaseUrlPlace>> =>
  baseUrl.scheme === 'https'
    ? findPlace(baseUrl, net)
    : Promise.resolve(skipped(`the base URL ${shownUrl(baseUrl.written)} is plain http`));

const findIdentityServer = async ({ identityServer }: UsableReading, net: Net): Promise<Observation<BaseUrlPlace>> => {
  if (identityServer.kind === 'absent') return skipped('the client file names no identity server');
  if (identityServer.kind === 'invalid') return skipped(`the identity server is not usable: ${identityServer.found}`);
  const { baseUrl } = identityServer;
  return baseUrl.scheme === 'https'
    ? findPlace(baseUrl, net)
    : skipped(`the identity server ${shownUrl(baseUrl.written)} is plain http`);
};

const findPlace = async (baseUrl: BaseUrl, net: Net): Promise<Observation<BaseUrlPlace>> =>
  seen(placeAt(baseUrl, await addressesOf(net, baseUrl.host, baseUrl.port), net));

const placeAt = (baseUrl: BaseUrl, addresses: HostAddresses, net: Net): BaseUrlPlace => ({
  baseUrl,
  addresses,
  located: locate(net, urlNames(baseUrl.host, baseUrl.port), addresses, baseUrl.port),
});

const hostnameAsBaseUrl = ({ hostname }: ServerName): BaseUrl => ({
  written: `https://${hostname}`,
  scheme: 'https',
  host: hostname,
  port: 443,
  path: '',
  oddities: [],
});
