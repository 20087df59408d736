import * as z from 'zod/mini';
import { AREAS, type Area } from '../checks/area.js';
import { AFFECTED } from '../checks/check.js';
import { CLIENT_STATES } from '../facts/client.js';
import { STEPS } from '../facts/federation.js';
import { WELL_KNOWN_STATES } from '../facts/well-known-state.js';
import { RECIPE_IDS } from '../recipes/index.js';
import { SITE_KINDS, WEB_SERVERS } from '../recipes/recipe.js';
import { type Report, RTC_SERVICE_STATES } from './report.js';

/** The JSON Schema (2020-12) of the report: `dist/report.schema.json`, and what `matrix-discovery schema` prints. More members than these may come. */
export const reportJsonSchema = (): Record<string, unknown> => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'matrix-discovery report, version 1',
  description:
    'What matrix-discovery check --json prints for one server name. Members are always present, null where there is nothing; further members may be added within version 1.',
  ...z.toJSONSchema(reportSchema, { io: 'input' }),
});

/** The same without room for more members, by which tests see that the schema leaves nothing out. */
export const closedReportJsonSchema = (): Record<string, unknown> => ({ ...z.toJSONSchema(reportSchema) });

const described = <T extends z.ZodMiniType>(schema: T, description: string): T => schema.check(z.describe(description));

const areas = Object.keys(AREAS) as [Area, ...Area[]];
const outcome = z.enum(['pass', 'warn', 'fail', 'unknown']);
const step = z.enum(STEPS);
const clientState = z.enum(CLIENT_STATES);
const wellKnownState = z.enum(WELL_KNOWN_STATES);
const port = z.int().check(z.gte(0), z.lte(65_535));
const whole = z.int().check(z.gte(0));
const milliseconds = z.nullable(z.number().check(z.gte(0)));
const summary = described(z.string(), 'The verdict in one sentence, for people.');

const wellKnown = z.object({
  state: wellKnownState,
  status: described(z.nullable(z.int()), 'The HTTP status of the final response.'),
  delegate: described(z.nullable(z.string()), 'm.server, where it is valid.'),
  cacheSeconds: described(z.nullable(z.number()), 'How long a careful homeserver keeps the answer.'),
  redirects: described(z.array(z.string()), 'The URLs that redirects led to, in order.'),
  addresses: described(
    z.array(z.object({ address: z.string(), state: wellKnownState })),
    'How the fetch ended at every address of the host.',
  ),
});

const srvRecord = z.object({
  service: z.enum(['matrix-fed', 'matrix']),
  owner: described(z.string(), 'The name asked for, _matrix-fed._tcp.example.com.'),
  target: z.string(),
  port,
  priority: z.int(),
  weight: z.int(),
  used: described(z.boolean(), 'Whether destinations came from this record.'),
});

const tls = z.object({
  protocol: z.string(),
  cipher: z.string(),
  certificate: z.object({
    subject: z.string(),
    issuer: z.string(),
    names: described(z.array(z.string()), 'DNS names and IP addresses of the subject alternative name extension.'),
    validFrom: z.string(),
    validTo: z.string(),
    fingerprint256: z.string(),
    trusted: described(z.boolean(), 'Whether the chain leads to a trusted root, apart from names and dates.'),
  }),
});

const destination = z.object({
  address: z.string(),
  port,
  host: described(z.string(), 'The name that was resolved to the address.'),
  hostHeader: described(z.string(), 'The Host header that was sent.'),
  sni: described(z.nullable(z.string()), 'The name sent in the TLS handshake; null for an IP address.'),
  certificateName: described(z.string(), 'The name that the certificate must be valid for.'),
  priority: z.nullable(z.int()),
  weight: z.nullable(z.int()),
  outcome: described(
    outcome,
    'fail: no other server would take what answers there for this one; unknown: no route from this machine, or no time left.',
  ),
  because: described(z.nullable(z.string()), 'What is wrong, in a few words.'),
  tls: z.nullable(tls),
  server: z.nullable(z.object({ name: z.nullable(z.string()), version: z.nullable(z.string()) })),
  timings: z.object({ dnsMs: milliseconds, tcpMs: milliseconds, tlsMs: milliseconds, httpMs: milliseconds }),
});

const finding = z.object({
  id: z.templateLiteral([z.enum(areas), '/', z.string()]),
  area: z.enum(areas),
  outcome: z.enum(['pass', 'fail', 'not-applicable', 'not-tested']),
  severity: described(z.enum(['error', 'warning', 'notice', 'info']), 'How bad it is where the outcome is fail.'),
  affects: described(z.enum(AFFECTED), 'Who notices it.'),
  title: z.string(),
  subject: described(
    z.nullable(z.string()),
    'The host, address, file or key that it is about, where there are several.',
  ),
  evidence: z.array(z.object({ label: z.string(), value: z.string() })),
  because: described(z.nullable(z.string()), 'Why it was not tested or does not apply.'),
  why: z.string(),
  fix: z.string(),
  recipe: described(
    z.nullable(
      z.object({
        id: z.enum(RECIPE_IDS),
        title: described(z.string(), 'What it does, as the end of "how to ...".'),
        webServer: described(z.nullable(z.enum(WEB_SERVERS)), 'What the answer gives away of itself.'),
        texts: z.array(
          z.object({
            site: described(z.nullable(z.enum(SITE_KINDS)), 'For which kind of site it is, where that matters.'),
            parts: z.array(z.object({ where: z.string(), lines: z.string() })),
            note: z.nullable(z.string()),
          }),
        ),
        because: described(z.nullable(z.string()), 'Why there is nothing to write for that web server.'),
      }),
    ),
    'The remedy as configuration of that web server; texts are empty where it is not known.',
  ),
  spec: z.string(),
});

const setting = described(
  z.object({
    resolvers: z.array(z.string()),
    trustStore: z.array(z.object({ source: z.string(), certificates: whole })),
    resolve: z.array(z.object({ host: z.string(), address: z.string() })),
    connectTo: z.array(z.object({ host: z.string(), port, address: z.string(), toPort: port })),
    timeoutMs: z.number(),
    timedOut: z.boolean(),
    interrupted: z.boolean(),
    allowPrivate: z.boolean(),
    publicOnly: described(z.boolean(), 'No connection was made to an address that is not globally reachable.'),
  }),
  'From where, and with what, it was looked.',
);

const reportSchema = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  observedAt: described(z.string(), 'ISO 8601 UTC.'),
  durationMs: z.number().check(z.gte(0)),
  input: described(z.string(), 'What the user typed.'),
  serverName: described(
    z.nullable(
      z.object({
        text: z.string(),
        hostname: z.string(),
        port: z.nullable(port),
        kind: z.enum(['dns', 'ipv4', 'ipv6']),
      }),
    ),
    'null where the input is not a server name.',
  ),
  outcome: described(outcome, 'The worst of the areas that were asked for; unknown: could not be tested from here.'),
  federation: z.object({
    outcome,
    summary,
    step: described(z.nullable(step), 'The step of the specification that gave the destinations.'),
    walk: z.array(z.object({ step, taken: z.boolean(), because: z.string() })),
    wellKnown,
    srv: z.array(srvRecord),
    destinations: described(z.array(destination), 'Every address of every target, in the order of use.'),
    signingKeys: z.nullable(
      z.object({
        validUntil: z.nullable(z.string()),
        keys: z.array(z.object({ id: z.string(), verified: z.boolean() })),
      }),
    ),
  }),
  client: z.object({
    outcome,
    summary,
    state: described(z.nullable(clientState), 'What a client that follows the specification ends in.'),
    baseUrl: z.nullable(z.string()),
    identityServer: z.nullable(z.object({ baseUrl: z.nullable(z.string()), state: clientState })),
    versions: z.nullable(z.array(z.string())),
    loginFlows: described(
      z.nullable(z.array(z.string())),
      'The types of the older ways to sign in; null where no list of them was seen.',
    ),
    authMetadata: described(
      z.nullable(
        z.object({
          issuer: z.nullable(z.string()),
          stable: described(
            z.boolean(),
            'Whether it stands at the path of the specification, or only at that of the proposal.',
          ),
        }),
      ),
      'What the homeserver says of signing in by OAuth 2.0; null where it offers none.',
    ),
    rtc: z.object({
      services: described(
        z.array(
          z.object({
            url: described(z.string(), 'livekit_service_url, without a password.'),
            namedBy: described(z.enum(['file', 'homeserver']), 'The client file, or the answer of the homeserver.'),
            state: described(
              z.enum(RTC_SERVICE_STATES),
              'How far a client gets with it; wrong-answer: something else answers there.',
            ),
          }),
        ),
        'The services for calls that are named.',
      ),
    }),
  }),
  support: z.nullable(
    z.object({
      outcome,
      contacts: z.array(
        z.object({ role: z.string(), matrixId: z.nullable(z.string()), emailAddress: z.nullable(z.string()) }),
      ),
      supportPage: z.nullable(z.string()),
    }),
  ),
  setting,
  findings: described(z.array(finding), 'Worst first, then passed, not tested, not applicable.'),
  counts: z.object({
    pass: whole,
    error: whole,
    warning: whole,
    notice: whole,
    info: whole,
    notTested: whole,
    notApplicable: whole,
  }),
});

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fails to compile where the schema and the interface say different things. */
true satisfies Same<Mutable<z.infer<typeof reportSchema>>, Mutable<Report>>;
