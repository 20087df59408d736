import type { EndpointFacts } from '../facts/federation.js';
import { seen, skipped } from '../facts/observation.js';
import type { Net } from '../net/net.js';
import type { Located } from '../resolution/destinations.js';
import { askFederationVersion } from './federation-version.js';
import { askSigningKeys } from './signing-keys.js';
import { askUnknownPath } from './unknown-path.js';

/** Puts the questions of one homeserver to another to one destination, all at once. */
export const askEndpoint = async (net: Net, at: Located): Promise<EndpointFacts> => {
  const [version, keys, unknownPath] = await Promise.all([
    askFederationVersion(net, at),
    askSigningKeys(net, at),
    askUnknownPath(net, at),
  ]);
  return {
    destination: at.destination,
    version,
    keys,
    unknownPath:
      version.response.kind === 'seen' ? seen(unknownPath) : skipped('the version question had no answer there'),
  };
};
