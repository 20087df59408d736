import type { ClientApiFacts, ClientFacts } from './client.js';
import type { Facts } from './facts.js';
import type { EndpointFacts, FederationFacts } from './federation.js';
import type { HttpLook, WellKnownFile } from './http.js';
import { type Observation, seenValue } from './observation.js';
import type { SurveyFacts } from './survey.js';

/**
 * Every HTTPS request that was made, those of the survey included; without those for a client file elsewhere, to hosts that are a guess: that one of
 * them can be reached says nothing of the hosts that matter.
 */
export const looksOf = (facts: Facts): readonly HttpLook[] => [
  ...ofSeen(facts.federation, ofFederation),
  ...ofSeen(facts.client, ofClient),
  ...ofSeen(facts.support, ofFile),
  ...ofSeen(facts.survey, ofSurvey),
];

const ofFederation = (federation: FederationFacts): readonly HttpLook[] => [
  ...ofSeen(federation.wellKnown, ofFile),
  ...federation.endpoints.flatMap(ofEndpoint),
];

const ofClient = (client: ClientFacts): readonly HttpLook[] => [
  ...ofFile(client.file),
  ...ofSeen(client.homeserver, (homeserver) => homeserver.versions),
  ...ofSeen(client.identityServer, (identityServer) => [identityServer.look]),
  ...ofSeen(client.fileForOthers, (files) => files.flatMap(({ fetch }) => fetch.hops)),
  ...ofSeen(client.fileAtPort, ofFile),
  ...ofSeen(client.direct, (look) => [look]),
  ...ofSeen(client.api, ofApi),
  ...client.rtcServices.flatMap(({ answers }) =>
    ofSeen(answers, ({ tokenEndpoint, tokenPreflight }) =>
      [tokenEndpoint, tokenPreflight].flatMap((look) => ofSeen(look, (one) => [one])),
    ),
  ),
  ...ofFile(client.policyServer),
];

const ofApi = (api: ClientApiFacts): readonly HttpLook[] => [
  ...api.versionsForOthers.map(({ look }) => look),
  ...ofSeen(api.versionsByTls12, (look) => [look]),
  api.versionsPreflight,
  api.loginPreflight,
  api.login,
  api.authMetadata,
  api.unstableAuthMetadata,
  api.whoami,
  api.mediaConfig,
  api.oldMediaConfig,
  api.unknownPath,
  api.rtcTransports,
];

const ofSurvey = (survey: SurveyFacts): readonly HttpLook[] => [
  ...survey.hiddenSrvEndpoints.flatMap(ofEndpoint),
  ...ofSeen(survey.pointlessServerFile, ofFile),
  ...ofSeen(survey.delegatedServerFile, ofFile),
  ...ofSeen(survey.delegatedClientFile, ofFile),
];

const ofFile = (file: WellKnownFile): readonly HttpLook[] => file.fetches.flatMap((fetch) => fetch.hops);

const ofEndpoint = (endpoint: EndpointFacts): readonly HttpLook[] => [
  endpoint.version,
  endpoint.keys,
  ...ofSeen(endpoint.unknownPath, (look) => [look]),
];

const ofSeen = <T>(observation: Observation<T>, looks: (value: T) => readonly HttpLook[]): readonly HttpLook[] => {
  const value = seenValue(observation);
  return value === undefined ? [] : looks(value);
};
