import { answeredObject } from '../facts/answered-object.js';
import type { ClientApiFacts, RtcServiceAnswers, RtcServiceFacts } from '../facts/client.js';
import type { HttpLook } from '../facts/http.js';
import { failed, type Observation, seen, seenValue, skipped } from '../facts/observation.js';
import { shownUrl } from '../facts/words/shown-url.js';
import type { Net } from '../net/net.js';
import { addressesOf } from '../resolution/addresses.js';
import { type Located, locate, urlNames } from '../resolution/destinations.js';
import { noAddress } from '../resolution/no-address.js';
import { ANSWER_MAX_BYTES, MAX_RTC_SERVICES, WEB_CLIENT_ORIGIN } from '../spec/constants.js';
import type { JsonObject } from '../spec/json.js';
import { type RtcFocus, readRtcFoci, readRtcTransports } from '../spec/rtc-foci.js';
import { type RtcServiceUrl, readRtcServiceUrl } from '../spec/rtc-service-url.js';
import { askPreflight } from './ask-preflight.js';
import { firstConnected } from './first-connected.js';

/** Asks the LiveKit services that the client file names, then those that the homeserver adds; `members` null where there is no usable file. */
export const askRtcServices = async (
  net: Net,
  members: JsonObject | null,
  api: Promise<Observation<ClientApiFacts>>,
): Promise<readonly RtcServiceFacts[]> => {
  const inFile = serviceUrls(members === null ? [] : readRtcFoci(members)).slice(0, MAX_RTC_SERVICES);
  const [byFile, byHomeserver] = await Promise.all([
    Promise.all(inFile.map((url) => askRtcService(net, url, 'file'))),
    api.then((known) => {
      const added = serviceUrls(transportsIn(known)).filter((url) => !inFile.includes(url));
      const urls = added.slice(0, MAX_RTC_SERVICES - inFile.length);
      return Promise.all(urls.map((url) => askRtcService(net, url, 'homeserver')));
    }),
  ]);
  return [...byFile, ...byHomeserver];
};

const serviceUrls = (foci: readonly RtcFocus[]): readonly string[] => [
  ...new Set(foci.flatMap(({ type, serviceUrl }) => (type === 'livekit' && serviceUrl !== null ? [serviceUrl] : []))),
];

/** Those of an answer that was given without a token. */
const transportsIn = (api: Observation<ClientApiFacts>): readonly RtcFocus[] => {
  const answer = answeredObject(seenValue(api)?.rtcTransports);
  return answer === undefined ? [] : readRtcTransports(answer);
};

const askRtcService = async (
  net: Net,
  serviceUrl: string,
  namedBy: RtcServiceFacts['namedBy'],
): Promise<RtcServiceFacts> => {
  const reading = readRtcServiceUrl(serviceUrl);
  const answers =
    reading.kind === 'valid'
      ? seen(await askTokenEndpoint(net, reading))
      : skipped(`${shownUrl(serviceUrl)} cannot be asked: ${reading.why}`);
  return { serviceUrl, namedBy, answers };
};

const askTokenEndpoint = async (
  net: Net,
  { host, port, target, url }: Extract<RtcServiceUrl, { kind: 'valid' }>,
): Promise<RtcServiceAnswers> => {
  const addresses = await addressesOf(net, host, port);
  const located = locate(net, urlNames(host, port), addresses, port);
  const askFirst = async (ask: (at: Located) => Promise<HttpLook>): Promise<Observation<HttpLook>> => {
    const look = await firstConnected(located, ask);
    return look === undefined ? failed(noAddress(addresses)) : seen(look);
  };
  const [tokenEndpoint, tokenPreflight] = await Promise.all([
    askFirst(({ destination, dnsMs }) =>
      net.request({
        method: 'GET',
        url,
        path: target,
        destination,
        headers: [['Origin', WEB_CLIENT_ORIGIN]],
        maxBytes: ANSWER_MAX_BYTES,
        dnsMs,
      }),
    ),
    askFirst((at) => askPreflight(net, at, { url, path: target, method: 'POST', headers: ['content-type'] })),
  ]);
  return { addresses, tokenEndpoint, tokenPreflight };
};
