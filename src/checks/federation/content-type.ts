import type { EndpointFacts } from '../../facts/federation.js';
import type { HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { SIGNING_KEYS_PATH } from '../../spec/constants.js';
import { headerValues, mediaType } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { versionBarrier } from '../readings/barriers.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereEndpoints } from '../verdicts/where-endpoints.js';
import { placeOf } from '../words/place.js';

export const contentType = {
  id: 'federation/content-type',
  title: 'Answers to servers are labelled as JSON',
  failureTitle: 'The answer to {path} at {where} has {found}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.apiStandardsServer,
  why: 'Synapse refuses every answer whose Content-Type is not application/json, whatever is in it.',
  fix: 'Let the reverse proxy pass the header of the homeserver through: remove what sets another one for /_matrix. The homeserver itself sends application/json.',
  recipe: 'homeserver-proxy',
  evaluate: whereEndpoints(versionBarrier, (endpoints) => [
    sharedVerdict(endpoints, placeOf, (endpoint) => {
      const [first] = jsonAnswers(endpoint).filter(({ look }) => !isLabelled(look));
      if (first === undefined) return null;
      const found = foundWords(first.look);
      return { values: { path: first.path, found }, seen: `${first.path}: ${found}`, at: first.look };
    }),
  ]),
} as const satisfies Check;

const jsonAnswers = ({ version, keys }: EndpointFacts) =>
  [
    { path: 'the version request', look: version },
    { path: SIGNING_KEYS_PATH, look: keys },
  ].filter(({ look }) => seenValue(look.response)?.status === 200);

const isLabelled = (look: HttpLook): boolean => {
  const headers = seenValue(look.response)?.headers ?? [];
  return mediaType(headers) === 'application/json';
};

const foundWords = (look: HttpLook): string => {
  const values = headerValues(seenValue(look.response)?.headers ?? [], 'content-type');
  return values.length === 0 ? 'no Content-Type' : `the Content-Type ${values.join(' and ')}`;
};
