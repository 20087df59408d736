import { type RtcServiceReading, readRtcService } from '../checks/readings/rtc-service-reading.js';
import { answeredObject } from '../facts/answered-object.js';
import { blindness } from '../facts/blindness.js';
import type { ClientFacts, RtcServiceFacts } from '../facts/client.js';
import type { Facts } from '../facts/facts.js';
import type { Failure } from '../facts/failure.js';
import { readIdentityServerState } from '../facts/identity-server-state.js';
import { seenValue } from '../facts/observation.js';
import { readClientFileFetches } from '../facts/well-known-state.js';
import { shownUrl } from '../facts/words/shown-url.js';
import { readAuthMetadata } from '../spec/auth-metadata.js';
import { readLoginFlows } from '../spec/login-flows.js';
import type { ClientReport, RtcServiceReport } from './report.js';

type Seen = Omit<ClientReport, 'outcome' | 'summary'>;

/** How clients find the server, as far as it was seen. */
export const clientSection = (facts: Facts): Seen => {
  const client = seenValue(facts.client);
  if (client === undefined) return NOTHING_SEEN;
  return {
    state: isStateSeen(client, facts) ? client.state : null,
    baseUrl: shownBaseUrl(client, facts.observedAt),
    identityServer: identityServer(client, facts),
    versions: versions(client),
    loginFlows: loginFlows(client),
    authMetadata: authMetadata(client),
    rtc: { services: client.rtcServices.map((service) => rtcService(service, facts)) },
  };
};

const NOTHING_SEEN: Seen = {
  state: null,
  baseUrl: null,
  identityServer: null,
  versions: null,
  loginFlows: null,
  authMetadata: null,
  rtc: { services: [] },
};

/** Where clients end up that have a route and the time is not known where this machine had none. */
const isStateSeen = ({ state }: ClientFacts, facts: Facts): boolean =>
  state === 'SUCCESS' ||
  (blindness(facts) === null && !clientOutOfReach(facts) && !facts.setting.timedOut && !facts.setting.interrupted);

/** The file, or the homeserver that it names, is where this machine has no route to, or where this run must not connect to. */
export const clientOutOfReach = (facts: Facts): boolean => {
  const client = seenValue(facts.client);
  if (client === undefined) return false;
  const { fetches } = client.file;
  const versions = seenValue(client.homeserver)?.versions ?? [];
  return (
    (fetches.length > 0 && fetches.every(({ end }) => end.kind === 'failed' && isOutOfReach(end.failure))) ||
    (versions.length > 0 &&
      versions.every(({ connection }) => connection.kind === 'failed' && isOutOfReach(connection.failure)))
  );
};

const isOutOfReach = ({ reason }: Failure): boolean => reason === 'network-unreachable' || reason === 'not-public';

/** Without a user name and password: those are nobody's business. */
const shownBaseUrl = (client: ClientFacts, observedAt: string): string | null => {
  const written = baseUrl(client, observedAt);
  return written === null ? null : shownUrl(written);
};

const baseUrl = (client: ClientFacts, observedAt: string): string | null => {
  const homeserver = seenValue(client.homeserver);
  if (homeserver !== undefined) return homeserver.baseUrl;
  for (const { reading } of readClientFileFetches(client.file, observedAt)) {
    if (reading?.kind === 'usable') return reading.baseUrl.written;
    if (reading?.kind === 'invalid-base-url') return reading.baseUrl;
  }
  return null;
};

/** Where this machine could not see, nothing is known of it. */
const identityServer = (client: ClientFacts, facts: Facts): Seen['identityServer'] => {
  const server = blindness(facts) === null ? readIdentityServerState(client, facts.observedAt) : null;
  return server && { ...server, baseUrl: server.baseUrl === null ? null : shownUrl(server.baseUrl) };
};

/** Of the first address that answers with a list. */
const versions = (client: ClientFacts): Seen['versions'] => {
  for (const look of seenValue(client.homeserver)?.versions ?? []) {
    const listed = answeredObject(look)?.versions;
    if (Array.isArray(listed)) return listed.filter((version) => typeof version === 'string');
  }
  return null;
};

const loginFlows = (client: ClientFacts): Seen['loginFlows'] => {
  const reading = readLoginFlows(answeredObject(seenValue(client.api)?.login));
  return reading.kind === 'flows' ? reading.types : null;
};

const authMetadata = (client: ClientFacts): Seen['authMetadata'] => {
  const api = seenValue(client.api);
  for (const [look, stable] of [[api?.authMetadata, true] as const, [api?.unstableAuthMetadata, false] as const]) {
    const reading = readAuthMetadata(answeredObject(look));
    if (reading.kind === 'metadata')
      return { issuer: reading.issuer === null ? null : shownUrl(reading.issuer), stable };
  }
  return null;
};

const rtcService = (service: RtcServiceFacts, facts: Facts): RtcServiceReport => ({
  url: shownUrl(service.serviceUrl),
  namedBy: service.namedBy,
  state: RTC_STATES[readRtcService(service, facts).kind],
});

const RTC_STATES = {
  answers: 'answers',
  'bad-url': 'invalid-url',
  retired: 'retired',
  unreachable: 'unreachable',
  'tls-fault': 'tls-error',
  'wrong-answer': 'wrong-answer',
  unseen: 'unknown',
} as const satisfies Record<RtcServiceReading['kind'], RtcServiceReport['state']>;
