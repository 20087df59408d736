import { describe, expect, it } from 'vitest';
import { callsChecks } from '../../../src/checks/calls/index.js';
import type { ClientApiFacts, ClientFacts, RtcServiceFacts } from '../../../src/facts/client.js';
import type { Facts } from '../../../src/facts/facts.js';
import type { HttpLook } from '../../../src/facts/http.js';
import { failed, type Observation, seen, skipped } from '../../../src/facts/observation.js';
import { RTC_TRANSPORTS_PATH, UNSTABLE_AUTH_METADATA_PATH } from '../../../src/spec/constants.js';
import {
  apiLook,
  CORS,
  clientFacts,
  clientFetch,
  clientFile,
  failing,
  healthyApi,
  MISSING_TOKEN,
  say,
  UNRECOGNIZED,
  webDestination,
} from '../client-facts.js';
import { type Answer, failure, host, look, refused, unroutable } from '../healthy-facts.js';
import { ofArea } from '../of-area.js';

const { foundNames: found, checkOf } = ofArea(callsChecks);

const URL = 'https://example.com/livekit/jwt';
const SERVICE_HEADERS = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', 'POST'],
  ['Access-Control-Allow-Headers', 'Accept, Content-Type, Content-Length, Accept-Encoding, X-CSRF-Token'],
] as const;

const ask = (answer: Answer): HttpLook =>
  look(webDestination('203.0.113.5'), '/livekit/jwt/sfu/get', { text: '', headers: SERVICE_HEADERS, ...answer });

const service = (
  get: Answer = {},
  options: Answer = {},
  changes: Partial<RtcServiceFacts> = {},
): readonly RtcServiceFacts[] => [
  {
    serviceUrl: URL,
    namedBy: 'file',
    answers: seen({
      addresses: host('example.com', ['203.0.113.5']),
      tokenEndpoint: seen(ask({ status: 405, ...get })),
      tokenPreflight: seen({ ...ask(options), method: 'OPTIONS' }),
    }),
    ...changes,
  },
];

const foreign = look(webDestination('203.0.113.5', 'rtc.example.org'), '/sfu/get', { status: 405, text: '' });

/** A client file that names that service, and a homeserver that answers so when it is asked for transports. */
const calls = (transports: Answer, changes: Partial<ClientFacts> = {}, api: Partial<ClientApiFacts> = {}): Facts =>
  clientFacts({
    file: clientFile([
      clientFetch({
        json: {
          'm.homeserver': { base_url: 'https://matrix.example.com' },
          'org.matrix.msc4143.rtc_foci': [{ type: 'livekit', livekit_service_url: URL }],
        },
      }),
    ]),
    api: seen(healthyApi({ rtcTransports: apiLook(RTC_TRANSPORTS_PATH, transports), ...api })),
    rtcServices: service(),
    ...changes,
  });
const withService = (rtcServices: readonly RtcServiceFacts[]): Facts => calls(MISSING_TOKEN, { rtcServices });

it('raises no question where nobody wants calls', () => {
  for (const check of callsChecks)
    expect(say(check, clientFacts())).toEqual([expect.stringMatching(/^not-applicable/)]);
});

describe('what the homeserver says of calls', () => {
  const listed = { rtc_transports: [{ type: 'livekit', livekit_service_url: URL }] };
  it.each<[string, Answer, readonly string[]]>([
    ['it demands a token', MISSING_TOKEN, []],
    ['it lists the service', { json: listed }, []],
    ['a limit of the rate', { status: 429, text: '' }, []],
    ['it does not know the request', UNRECOGNIZED, ['endpoint-offered']],
    ['an empty object', { json: {} }, ['endpoint-hides-file']],
    ['an empty list', { json: { rtc_transports: [] } }, ['endpoint-hides-file']],
    ['it lists LiveKit without an address', { json: { rtc_transports: [{ type: 'livekit' }] } }, []],
    ['a web page', { status: 404, text: '<html>' }, ['endpoint-answered']],
    ['a server error', { status: 502, text: '<html>' }, ['endpoint-answered']],
    ['another no', { status: 404, json: { errcode: 'M_NOT_FOUND' } }, ['endpoint-answered']],
  ])('%s', (_name, answer, ids) => {
    expect(found(calls(answer))).toEqual(ids);
  });

  it('is no concern where the file names no service', () => {
    const facts = clientFacts({ api: seen(healthyApi({ rtcTransports: apiLook(RTC_TRANSPORTS_PATH, { json: {} }) })) });
    expect(found(facts)).toEqual([]);
  });

  it('is told elsewhere where all of that part is lost', () => {
    const html = { status: 404, text: '<html>' };
    const lost = { unstableAuthMetadata: apiLook(UNSTABLE_AUTH_METADATA_PATH, html) };
    expect(found(calls(html, {}, lost))).toEqual([]);
  });
});

describe('the address of the service', () => {
  it.each([
    ['https://example.com/livekit/jwt/', 'it ends in a slash, so that clients ask for a path with two'],
    ['wss://example.com/livekit/sfu', 'it begins with wss://, which is the address of LiveKit itself'],
    ['http://example.com/livekit/jwt', 'it is plain http, and only https is used'],
    ['https://example.com/jwt?a=b', 'it has a query or a fragment, to which the path would be appended'],
    ['example.com', 'the scheme is missing: write https://example.com'],
  ])('%s', (serviceUrl, words) => {
    const facts = withService(service({}, {}, { serviceUrl, answers: skipped('it cannot be asked') }));
    expect(found(facts)).toEqual(['service-url']);
    expect(failing(checkOf('service-url'), facts).values.found).toBe(words);
  });

  it.each([
    ['https://rtc.example.com/livekit/jwt/', 'https://rtc.example.com/livekit/jwt'],
    ['http://rtc.example.com/livekit/jwt', 'https://rtc.example.com/livekit/jwt'],
    ['wss://rtc.example.com/livekit/sfu', 'https://matrixrtc.example.com/livekit/jwt, for example'],
    ['https://rtc.example.com/jwt?a=b', 'https://matrixrtc.example.com/livekit/jwt, for example'],
  ])('%s is to be %s', (serviceUrl, right) => {
    const facts = withService(service({}, {}, { serviceUrl, answers: skipped('it cannot be asked') }));
    expect(failing(checkOf('service-url'), facts).values.right).toBe(right);
  });

  it('is shown without a password', () => {
    const serviceUrl = 'wss://user:secret@example.com';
    const { values } = failing(checkOf('service-url'), withService(service({}, {}, { serviceUrl })));
    expect(values.url).toBe('"wss://***@example.com"');
  });

  it.each<[string, readonly string[]]>([
    ['https://livekit-jwt.call.matrix.org', ['service-not-retired', 'service-own']],
    ['https://rtc.example.net', ['service-own']],
    ['https://rtc.matrix.example.com', []],
  ])('%s, as to who runs it', (serviceUrl, ids) => {
    expect(found(withService(service({}, {}, { serviceUrl })))).toEqual(ids);
  });
});

describe('the service', () => {
  it.each<[string, Answer, Answer, readonly string[]]>([
    ['is healthy', {}, {}, []],
    ['complains of the missing body', { status: 400, json: {} }, {}, []],
    ['limits the rate', { status: 429 }, {}, []],
    ['has no CORS header on 405', { headers: [] }, {}, []],
    ['is refused', refused, refused, ['service-reachable']],
    ['is out of reach from here', unroutable, unroutable, []],
    ['has its prefix kept', { status: 404 }, {}, ['service-answers']],
    ['is redirected', { status: 301 }, {}, ['service-answers']],
    ['is away', { status: 502 }, { status: 502 }, ['service-answers']],
    ['is behind a password', { status: 401 }, { status: 401 }, ['service-answers']],
    ['is the web site', { text: '<html>', status: 200 }, {}, ['service-answers']],
    ['refuses OPTIONS', {}, { status: 405 }, ['service-readable']],
    ['does not allow a JSON body', {}, { headers: SERVICE_HEADERS.slice(0, 1) }, ['service-readable']],
    ['has its header twice', { headers: [...CORS, ...CORS] }, {}, ['service-readable']],
    ['has no header on OPTIONS', {}, { headers: [] }, ['service-readable']],
  ])('%s', (_name, get, options, ids) => {
    expect(found(withService(service(get, options)))).toEqual(ids);
  });

  it.each<[Answer, string]>([
    [{ status: 301 }, 'OPTIONS is answered with 301'],
    [{ headers: SERVICE_HEADERS.slice(0, 1) }, 'OPTIONS is answered with 200, which does not allow content-type'],
    [{ headers: [] }, 'OPTIONS is answered with 200 and no Access-Control-Allow-Origin'],
    [
      { headers: [...SERVICE_HEADERS.slice(0, 1), ['Access-Control-Allow-Headers', 'a b']] },
      'OPTIONS is answered with 200 and an unreadable Access-Control-Allow-Headers',
    ],
  ])('says what a browser minds: %j', (options, words) => {
    expect(failing(checkOf('service-readable'), withService(service({}, options))).values.problem).toBe(words);
  });

  it.each<[string, Observation<HttpLook>, readonly string[], string]>([
    ['has no address', failed(failure('dns', 'no-address')), [], 'example.com has no address'],
    ['has a certificate for others', seen(foreign), ['203.0.113.5'], 'is for another name'],
  ])('%s', (_name, tokenEndpoint, addresses, words) => {
    const answers = seen({ addresses: host('example.com', addresses), tokenEndpoint, tokenPreflight: tokenEndpoint });
    const facts = withService(service({}, {}, { answers }));
    expect(found(facts)).toEqual(['service-reachable']);
    expect(failing(checkOf('service-reachable'), facts).values.problem).toContain(words);
  });
});
