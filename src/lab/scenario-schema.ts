import { validateHeaderName, validateHeaderValue } from 'node:http';
import { isIP } from 'node:net';
import * as z from 'zod/mini';
import { CLIENT_STATES } from '../facts/client.js';
import { STEPS } from '../facts/federation.js';
import { WELL_KNOWN_STATES } from '../facts/well-known-state.js';
import type {
  CertificateRecipe,
  Expectation,
  HomeserverRecipe,
  KeysRecipe,
  LabServer,
  ProxyRecipe,
  RouteAnswer,
  Scenario,
  Site,
  ZoneEntry,
} from './scenario.js';

/** Every member of the shape `T`, so that the schema cannot forget one. */
type Members<T> = Record<keyof T, z.core.SomeType>;

const maybe = z.exactOptional;
const texts = z.array(z.string());
const record = <T extends z.core.SomeType>(value: T) => z.record(z.string(), value);
const matching = (pattern: RegExp, expected: string) => z.string().check(z.regex(pattern, `expected ${expected}`));
const ip = (version: 4 | 6) =>
  z.string().check(z.refine((text) => isIP(text) === version, `expected an IPv${version} address`));
const address = z.string().check(z.refine((text) => isIP(text) !== 0, 'expected an IP address without brackets'));
const port = z.int().check(z.minimum(1), z.maximum(65_535));

const headerLines = record(z.union([z.string(), texts])).check(
  z.refine((lines) => Object.entries(lines).every(([name, value]) => canBeSent(name, value)), 'expected header lines'),
);

const zoneEntry = z.strictObject({
  A: maybe(z.array(ip(4))),
  AAAA: maybe(z.array(ip(6))),
  SRV: maybe(z.array(matching(/^\d+ \d+ \d+ \S+$/, '"priority weight port target"'))),
  CNAME: maybe(z.string()),
  ttl: maybe(z.int()),
  fault: maybe(
    z.enum(['FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED', 'silent', 'garbage', 'truncate', 'formerr-edns']),
  ),
  only: maybe(z.array(z.enum(['A', 'AAAA', 'SRV', 'NS']))),
  delayMs: maybe(z.number()),
  authenticated: maybe(z.boolean()),
  extendedError: maybe(z.strictObject({ code: z.int(), text: z.string() })),
} satisfies Members<ZoneEntry>);

const certificateRecipe = z.strictObject({
  names: texts,
  commonName: maybe(z.string()),
  fromDays: maybe(z.number()),
  toDays: maybe(z.number()),
  issuer: maybe(z.enum(['lab', 'unknown', 'self'])),
  unknownName: maybe(z.string()),
  chain: maybe(z.enum(['full', 'leaf', 'with-root'])),
  purpose: maybe(z.enum(['server', 'client'])),
} satisfies Members<CertificateRecipe>);

const keysRecipe = z.strictObject({
  serverName: maybe(z.string()),
  validForMs: maybe(z.int()),
  validUntilUnit: maybe(z.enum(['milliseconds', 'seconds'])),
  keySet: maybe(z.string()),
  fault: maybe(
    z.enum([
      'altered',
      'unsigned',
      'no-signatures',
      'unlisted-key-signs',
      'padded-key',
      'url-safe-key',
      'short-key',
      'no-ed25519',
      'float',
      'second-key-silent',
      'key-id-with-dash',
      'no-valid-until',
      'no-verify-keys',
      'old-key-without-expiry',
      'old-key-in-future',
      'old-key-still-current',
    ]),
  ),
  extra: maybe(record(z.unknown())),
} satisfies Members<KeysRecipe>);

const homeserverRecipe = z.strictObject({
  serverName: z.string(),
  name: maybe(z.string()),
  version: maybe(z.string()),
  keys: maybe(keysRecipe),
} satisfies Members<HomeserverRecipe>);

const routeAnswer = z
  .strictObject({
    status: maybe(z.int().check(z.minimum(200), z.maximum(599))),
    headers: maybe(headerLines),
    forOrigins: maybe(z.strictObject({ origins: maybe(texts), headers: headerLines })),
    json: maybe(z.unknown()),
    text: maybe(z.string()),
    base64: maybe(z.string()),
    bytes: maybe(z.int().check(z.minimum(2))),
    delayMs: maybe(z.number()),
    fault: maybe(z.enum(['truncate', 'stall', 'reset'])),
  } satisfies Members<RouteAnswer>)
  .check(
    z.refine(
      ({ text, base64, bytes }) => [text, base64, bytes].filter((body) => body !== undefined).length <= 1,
      'expected only one of text, base64, bytes',
    ),
  );

const proxyRecipe = z.strictObject({
  methods: maybe(texts),
  hides: maybe(texts),
  adds: maybe(headerLines),
  always: maybe(z.boolean()),
  delayMs: maybe(z.number()),
} satisfies Members<ProxyRecipe>);

const site = z.strictObject({
  homeserver: maybe(homeserverRecipe),
  routes: maybe(record(routeAnswer)),
  proxy: maybe(proxyRecipe),
} satisfies Members<Site>);

const labServer = z.strictObject({
  at: z.array(matching(/^(\d+(\.\d+){3}|\[[0-9a-f:.]+\]):\d+$/, '"203.0.113.5:443" or "[2001:db8::5]:443"')),
  behaviour: maybe(
    z.enum([
      'https',
      'refuse',
      'silent-tcp',
      'silent-http',
      'plain-http',
      'reset',
      'garbage',
      'unroutable',
      'black-hole',
    ]),
  ),
  certificate: maybe(z.union([z.string(), record(z.string())])),
  tls: maybe(
    z.strictObject({
      minVersion: maybe(z.enum(['TLSv1', 'TLSv1.2', 'TLSv1.3'])),
      maxVersion: maybe(z.enum(['TLSv1.1', 'TLSv1.2', 'TLSv1.3'])),
      requestCert: maybe(z.union([z.boolean(), z.literal('optional')])),
      delayMs: maybe(z.number()),
    }),
  ),
  sites: maybe(record(site)),
} satisfies Members<LabServer>);

const outcome = z.enum(['pass', 'warn', 'fail', 'unknown']);
const expectation = z.strictObject({
  step: maybe(z.enum([...STEPS, 'none'])),
  destinations: maybe(texts),
  outcome,
  federation: maybe(outcome),
  client: maybe(outcome),
  clientState: maybe(z.enum([...CLIENT_STATES, 'none'])),
  wellKnown: maybe(z.enum(WELL_KNOWN_STATES)),
  baseUrl: maybe(z.string()),
  first: maybe(z.string()),
  must: maybe(texts),
  mustNot: maybe(texts),
  notTested: maybe(texts),
} satisfies Members<Expectation>);

/** What a merged scenario file must look like; `extends` has been followed before. */
export const scenarioSchema = z.strictObject({
  title: z.string(),
  check: z.string(),
  options: maybe(
    z.strictObject({
      allowPrivate: maybe(z.boolean()),
      timeoutMs: maybe(z.int()),
      resolve: maybe(z.array(z.strictObject({ host: z.string(), address }))),
      connectTo: maybe(z.array(z.strictObject({ host: z.string(), port, address, toPort: port }))),
    }),
  ),
  zone: record(zoneEntry),
  certificates: record(certificateRecipe),
  servers: record(labServer),
  expect: expectation,
} satisfies Members<Omit<Scenario, 'extends'>>);

const canBeSent = (name: string, value: string | readonly string[]): boolean => {
  try {
    validateHeaderName(name);
    for (const line of typeof value === 'string' ? [value] : value) validateHeaderValue(name, line);
    return true;
  } catch {
    return false;
  }
};
