import { bodyText } from '../../facts/body-text.js';
import type { Facts } from '../../facts/facts.js';
import type { EndpointFacts } from '../../facts/federation.js';
import type { HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { readSigningKeys, type SigningKeysReading } from '../../spec/signing-keys.js';
import { serverNameOf } from '../words/server-name-of.js';
import { readOnce } from './read-once.js';

export type PublishedKeys = Extract<SigningKeysReading, { kind: 'read' }>;

/** What the answer of `GET /_matrix/key/v2/server` says; null where there was no whole answer with status 200. */
export const readKeysAnswer = (endpoint: EndpointFacts, facts: Facts): SigningKeysReading | null =>
  readKeys(endpoint.keys, facts);

const readKeys = readOnce((look: HttpLook, facts): SigningKeysReading | null => {
  const response = seenValue(look.response);
  const body = response?.status === 200 ? seenValue(response.body) : undefined;
  if (body === undefined) return null;
  return readSigningKeys(bodyText(body), serverNameOf(facts));
});
