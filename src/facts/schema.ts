import * as z from 'zod/mini';
import { CLIENT_STATES } from './client.js';
import { STEPS } from './federation.js';

/**
 * The shapes of a saved facts file, one schema for each interface of this folder. `parse.ts` holds them to the interfaces at compile time.
 * Unknown members are refused: they would be lost in silence.
 */
const text = z.string();
const textOrNull = z.nullable(z.string());
const number = z.number();
const numberOrNull = z.nullable(z.number());
const flag = z.boolean();

/** As `toISOString` writes it: Date.parse alone takes "1", and what else depends on the time zone here. */
const ISO_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

const failure = z.strictObject({
  layer: z.enum(['dns', 'tcp', 'tls', 'http', 'body', 'internal']),
  reason: z.enum([
    'timeout',
    'no-address',
    'connection-refused',
    'connection-reset',
    'host-unreachable',
    'network-unreachable',
    'not-public',
    'not-tls',
    'tls-too-old',
    'tls-too-new',
    'sni-refused',
    'client-certificate-required',
    'tls-error',
    'closed',
    'not-http',
    'headers-too-large',
    'body-too-large',
    'body-truncated',
    'internal',
  ]),
  message: text,
  code: textOrNull,
});

const observation = <T extends z.core.$ZodType>(value: T) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('seen'), value }),
    z.strictObject({ kind: z.literal('failed'), failure }),
    z.strictObject({ kind: z.literal('skipped'), because: text }),
  ]);

const serverName = z.strictObject({
  text,
  hostname: text,
  port: numberOrNull,
  kind: z.enum(['dns', 'ipv4', 'ipv6']),
});

const input = z.strictObject({
  typed: text,
  form: z.enum(['server-name', 'trimmed', 'user-id', 'room-alias', 'url']),
  reading: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('valid'), serverName }),
    z.strictObject({
      kind: z.literal('invalid'),
      problem: z.strictObject({
        fault: z.enum([
          'empty',
          'scheme',
          'path',
          'user-info',
          'blank',
          'ipv6-without-brackets',
          'invalid-ipv6',
          'invalid-ipv4',
          'invalid-port',
          'port-out-of-range',
          'non-ascii',
          'wildcard',
          'invalid-character',
          'empty-label',
          'label-too-long',
          'too-long',
        ]),
        message: text,
        hint: textOrNull,
      }),
    }),
  ]),
});

const dnsRecord = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['A', 'AAAA']), address: text, ttl: number }),
  z.strictObject({ type: z.literal('SRV'), priority: number, weight: number, port: number, target: text, ttl: number }),
  z.strictObject({ type: z.literal('NS'), target: text, ttl: number }),
]);

const dnsLookup = z.strictObject({
  name: text,
  type: z.enum(['A', 'AAAA', 'SRV', 'NS']),
  outcome: z.enum([
    'answered',
    'nodata',
    'nxdomain',
    'servfail',
    'refused',
    'other-rcode',
    'timeout',
    'malformed',
    'unavailable',
    'invalid-name',
  ]),
  rcode: textOrNull,
  records: z.array(dnsRecord),
  cnames: z.array(text),
  ttl: numberOrNull,
  authenticated: flag,
  remarks: z.array(text),
  server: textOrNull,
  transport: z.nullable(z.enum(['udp', 'tcp', 'override'])),
  ms: number,
});

const hostAddresses = z.strictObject({
  host: text,
  source: z.enum(['literal', 'dns', 'override']),
  a: z.nullable(dnsLookup),
  aaaa: z.nullable(dnsLookup),
  addresses: z.array(text),
});

const destination = z.strictObject({
  host: text,
  address: text,
  port: number,
  hostHeader: text,
  sni: textOrNull,
  certificateName: text,
  priority: numberOrNull,
  weight: numberOrNull,
});

const headers = z.array(z.tuple([text, text]));

const tlsSession = z.strictObject({
  protocol: text,
  cipher: text,
  alpn: textOrNull,
  chain: z.array(text),
  trust: z.strictObject({
    verdict: z.enum(['trusted', 'self-signed', 'self-signed-root', 'incomplete', 'invalid']),
    openssl: textOrNull,
  }),
});

const httpLook = z.strictObject({
  method: z.enum(['GET', 'OPTIONS']),
  url: text,
  destination,
  requestHeaders: headers,
  connection: observation(tlsSession),
  response: observation(
    z.strictObject({
      status: number,
      headers,
      body: observation(z.strictObject({ encoding: z.enum(['utf8', 'base64']), content: text, bytes: number })),
    }),
  ),
  timings: z.strictObject({
    dnsMs: numberOrNull,
    tcpMs: numberOrNull,
    tlsMs: numberOrNull,
    firstByteMs: numberOrNull,
    bodyMs: numberOrNull,
  }),
});

const fileFetch = z.strictObject({
  address: text,
  hops: z.array(httpLook),
  end: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('answered') }),
    z.strictObject({ kind: z.literal('failed'), url: text, failure }),
    z.strictObject({
      kind: z.literal('redirect-error'),
      fault: z.enum(['loop', 'too-many', 'no-location', 'bad-location', 'plain-http']),
      location: textOrNull,
    }),
  ]),
});

const wellKnownFile = z.strictObject({ url: text, host: hostAddresses, fetches: z.array(fileFetch) });

const step = z.enum(STEPS);

const srvLook = z.strictObject({
  service: z.enum(['matrix-fed', 'matrix']),
  owner: text,
  lookup: dnsLookup,
  targets: z.array(
    z.strictObject({
      target: text,
      port: number,
      priority: number,
      weight: number,
      addresses: z.nullable(hostAddresses),
    }),
  ),
});

const endpoint = z.strictObject({
  destination,
  version: httpLook,
  keys: httpLook,
  unknownPath: observation(httpLook),
});

const federation = z.strictObject({
  walk: z.array(z.strictObject({ step, taken: flag, because: text })),
  step: z.nullable(step),
  delegatedName: z.nullable(serverName),
  wellKnown: observation(wellKnownFile),
  srv: z.array(srvLook),
  hosts: z.array(hostAddresses),
  destinations: z.array(destination),
  endpoints: z.array(endpoint),
});

const client = z.strictObject({
  file: wellKnownFile,
  fileForOthers: observation(z.array(z.strictObject({ origin: textOrNull, fetch: fileFetch }))),
  fileAtPort: observation(wellKnownFile),
  state: z.enum(CLIENT_STATES),
  because: text,
  homeserver: observation(z.strictObject({ baseUrl: text, addresses: hostAddresses, versions: z.array(httpLook) })),
  identityServer: observation(z.strictObject({ baseUrl: text, look: httpLook })),
  direct: observation(httpLook),
  api: observation(
    z.strictObject({
      baseUrl: text,
      versionsForOthers: z.array(z.strictObject({ origin: textOrNull, look: httpLook })),
      versionsByTls12: observation(httpLook),
      versionsPreflight: httpLook,
      loginPreflight: httpLook,
      login: httpLook,
      authMetadata: httpLook,
      unstableAuthMetadata: httpLook,
      whoami: httpLook,
      mediaConfig: httpLook,
      oldMediaConfig: httpLook,
      unknownPath: httpLook,
      rtcTransports: httpLook,
    }),
  ),
  rtcServices: z.array(
    z.strictObject({
      serviceUrl: text,
      namedBy: z.enum(['file', 'homeserver']),
      answers: observation(
        z.strictObject({
          addresses: hostAddresses,
          tokenEndpoint: observation(httpLook),
          tokenPreflight: observation(httpLook),
        }),
      ),
    }),
  ),
  policyServer: wellKnownFile,
});

const survey = z.strictObject({
  hiddenSrv: z.array(srvLook),
  hiddenSrvEndpoints: z.array(endpoint),
  pointlessServerFile: observation(wellKnownFile),
  delegatedServerFile: observation(wellKnownFile),
  delegatedClientFile: observation(wellKnownFile),
  clientFilesElsewhere: z.array(wellKnownFile),
});

const setting = z.strictObject({
  resolvers: z.array(text),
  resolverControl: z.nullable(dnsLookup),
  trustStore: z.strictObject({ sources: z.array(z.strictObject({ source: text, certificates: number })) }),
  overrides: z.strictObject({
    resolve: z.array(z.strictObject({ host: text, address: text })),
    connectTo: z.array(z.strictObject({ host: text, port: number, address: text, toPort: number })),
  }),
  timeoutMs: number,
  timedOut: flag,
  // Files of earlier versions say nothing of it.
  interrupted: z._default(flag, false),
  allowPrivate: flag,
  publicOnly: z._default(flag, false),
  proxyVariables: z.array(text),
});

export const factsSchema = z.strictObject({
  factsVersion: z.literal(1),
  tool: z.strictObject({ name: text, version: text }),
  observedAt: text.check(
    z.refine((written) => ISO_UTC.test(written) && !Number.isNaN(Date.parse(written)), {
      error: 'a moment as ISO 8601 UTC',
    }),
  ),
  durationMs: number,
  input,
  setting,
  federation: observation(federation),
  client: observation(client),
  support: observation(wellKnownFile),
  survey: observation(survey),
});
