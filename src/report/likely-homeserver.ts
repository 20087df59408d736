import { hostnameOf } from '../checks/words/server-name-of.js';
import { answeredObject } from '../facts/answered-object.js';
import type { Facts } from '../facts/facts.js';
import { seenValue } from '../facts/observation.js';
import { readBaseUrl } from '../spec/base-url.js';
import { guessedHomeserver } from '../spec/guessed-homeserver.js';
import { hostAndPort } from '../spec/server-name.js';
import { clientSection } from './client-report.js';
import { plainHost } from './plain-values.js';

/** `origin`: `https://host`, with its port where that is not 443. */
export interface LikelyHomeserver {
  readonly host: string;
  readonly origin: string;
}

/**
 * Where the homeserver is: where the client file leads, else the delegated host, else the server name itself if it answers or is an address, else
 * the name that it has most often. `typed`: the hostname of the server name.
 */
export const likelyHomeserver = (facts: Facts, typed: string): LikelyHomeserver => {
  const named = byClientFile(facts);
  if (named !== undefined) return named;
  const host =
    plainHost(seenValue(facts.federation)?.delegatedName?.hostname) ??
    (isItself(facts) ? typed : guessedHomeserver(typed));
  return { host, origin: `https://${host}` };
};

/** What is known of a base URL, however much else is wrong with it. */
const byClientFile = (facts: Facts): LikelyHomeserver | undefined => {
  const { baseUrl } = clientSection(facts);
  const reading = baseUrl === null ? undefined : readBaseUrl(baseUrl);
  if (reading?.kind !== 'valid' || reading.baseUrl.scheme !== 'https') return undefined;
  const { port } = reading.baseUrl;
  const host = plainHost(reading.baseUrl.host);
  return host === undefined ? undefined : { host, origin: `https://${port === 443 ? host : hostAndPort(host, port)}` };
};

const isItself = (facts: Facts): boolean => {
  const client = seenValue(facts.client);
  return (
    Array.isArray(answeredObject(client && seenValue(client.direct))?.versions) ||
    !/[a-z][^.]*$/i.test(hostnameOf(facts))
  );
};
