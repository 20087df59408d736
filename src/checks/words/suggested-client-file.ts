import type { Facts } from '../../facts/facts.js';
import { seenValue } from '../../facts/observation.js';
import { guessedHomeserver } from '../../spec/guessed-homeserver.js';
import type { Values } from '../verdict.js';
import { hostnameOf } from './server-name-of.js';

/**
 * `{json}`: a client file for this server name, and `{homeserver}`: the base URL in it. The host is the delegated one, else a guess; the
 * texts must say that it may be another.
 */
export const suggestedClientFile = (facts: Facts): Values => {
  const delegated = seenValue(facts.federation)?.delegatedName;
  const homeserver = `https://${delegated?.hostname ?? guessedHomeserver(hostnameOf(facts))}`;
  return { homeserver, json: `{"m.homeserver":{"base_url":"${homeserver}"}}` };
};
