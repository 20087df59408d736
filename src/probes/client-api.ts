import type { ClientApiFacts } from '../facts/client.js';
import type { HttpLook } from '../facts/http.js';
import { type Observation, seen, seenValue, skipped } from '../facts/observation.js';
import type { HttpQuestion, Net } from '../net/net.js';
import { startLimit, type TimeLimit } from '../resolution/time-limit.js';
import {
  AUTH_METADATA_PATH,
  CLIENT_VERSIONS_PATH,
  LOGIN_PATH,
  MEDIA_CONFIG_PATH,
  OLD_MEDIA_CONFIG_PATH,
  OTHER_ORIGINS,
  RTC_TRANSPORTS_PATH,
  UNKNOWN_CLIENT_PATH,
  UNSTABLE_AUTH_METADATA_PATH,
  WHOAMI_PATH,
} from '../spec/constants.js';
import { endpointUrl } from '../spec/well-known-client.js';
import { askAsWebClient } from './ask-as-web-client.js';
import { askPreflight, type PreflightQuestion } from './ask-preflight.js';
import type { ClientHome } from './client-home.js';

/** The part of the run's time that all of these questions together may take: more than one of them may, so that one wave of them can end. */
const API_SHARE = 0.5;

/** Asks a homeserver at one address what clients ask next, all at once. What finds no time is skipped there, response and connection. */
export const askClientApi = async (net: Net, home: Observation<ClientHome>): Promise<Observation<ClientApiFacts>> => {
  if (home.kind !== 'seen') return home;
  const limit = startLimit(net.setting.timeoutMs * API_SHARE);
  try {
    return seen(await askAll({ request: (question) => inTime(question, net, limit) }, home.value));
  } finally {
    limit.clear();
  }
};

const askAll = async (net: Pick<Net, 'request'>, home: ClientHome): Promise<ClientApiFacts> => {
  const { at, baseUrl } = home;
  const get = (path: string) => askAsWebClient(net, at, baseUrl, path);
  const preflight = (path: string, method: PreflightQuestion['method'], headers: readonly string[]) =>
    askPreflight(net, at, { url: endpointUrl(baseUrl, path), path: `${baseUrl.path}${path}`, method, headers });

  // In the order in which they matter, which is the order in which they stand in line.
  const [looks, versionsByTls12, versionsForOthers] = await Promise.all([
    allOf({
      loginPreflight: preflight(LOGIN_PATH, 'POST', ['authorization', 'content-type']),
      login: get(LOGIN_PATH),
      authMetadata: get(AUTH_METADATA_PATH),
      versionsPreflight: preflight(CLIENT_VERSIONS_PATH, 'GET', ['authorization']),
      unstableAuthMetadata: get(UNSTABLE_AUTH_METADATA_PATH),
      whoami: get(WHOAMI_PATH),
      mediaConfig: get(MEDIA_CONFIG_PATH),
      oldMediaConfig: get(OLD_MEDIA_CONFIG_PATH),
      unknownPath: get(UNKNOWN_CLIENT_PATH),
      rtcTransports: get(RTC_TRANSPORTS_PATH),
    }),
    askByTls12(net, home),
    Promise.all(
      [...OTHER_ORIGINS, null].map(async (origin) => ({
        origin,
        look: await askAsWebClient(net, at, baseUrl, CLIENT_VERSIONS_PATH, { origin }),
      })),
    ),
  ]);
  return { baseUrl: baseUrl.written, versionsForOthers, versionsByTls12, ...looks };
};

const askByTls12 = async (
  net: Pick<Net, 'request'>,
  { at, baseUrl, versions }: ClientHome,
): Promise<Observation<HttpLook>> =>
  seenValue(versions.connection)?.protocol === 'TLSv1.3'
    ? seen(await askAsWebClient(net, at, baseUrl, CLIENT_VERSIONS_PATH, { onlyTls12: true }))
    : skipped('the server speaks no TLS 1.3 anyway');

const allOf = async <Name extends string>(
  looks: Readonly<Record<Name, Promise<HttpLook>>>,
): Promise<Record<Name, HttpLook>> => {
  const entries = Object.entries<Promise<HttpLook>>(looks);
  const settled = await Promise.all(entries.map(async ([name, look]) => [name, await look] as const));
  return Object.fromEntries(settled) as Record<Name, HttpLook>;
};

const inTime = async (question: HttpQuestion, net: Net, limit: TimeLimit): Promise<HttpLook> => {
  const look = await limit.race(net.request(question));
  if (look !== 'late') return look;
  const { method, url, destination, dnsMs = null } = question;
  return {
    method,
    url,
    destination,
    requestHeaders: [],
    connection: tooSlow,
    response: tooSlow,
    timings: { dnsMs, tcpMs: null, tlsMs: null, firstByteMs: null, bodyMs: null },
  };
};

const tooSlow = skipped('the homeserver took too long with what else it was asked');
