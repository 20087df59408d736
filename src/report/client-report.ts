import { blindness } from '../facts/blindness.js';
import type { ClientFacts } from '../facts/client.js';
import type { Facts } from '../facts/facts.js';
import { seenValue } from '../facts/observation.js';
import { readClientFileFetches } from '../facts/well-known-state.js';
import { bodyObject, bodyText } from './look-body.js';
import type { ClientReport } from './report.js';

type Seen = Omit<ClientReport, 'outcome' | 'summary'>;

/** How clients find the server, as far as it was seen. */
export const clientSection = (facts: Facts): Seen => {
  const client = seenValue(facts.client);
  if (client === undefined) return { state: null, baseUrl: null, identityServer: null, versions: null };
  return {
    // Nobody knows where clients end up that are not as blind as this machine.
    state: blindness(facts) === null ? client.state : null,
    baseUrl: baseUrl(client, facts.observedAt),
    identityServer: identityServer(client),
    versions: versions(client),
  };
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

const identityServer = (client: ClientFacts): Seen['identityServer'] => {
  const server = seenValue(client.identityServer);
  if (server === undefined) return null;
  return { baseUrl: server.baseUrl, state: bodyText(server.look) === undefined ? 'FAIL_PROMPT' : 'SUCCESS' };
};

/** Of the first address that answers with a list. */
const versions = (client: ClientFacts): Seen['versions'] => {
  for (const look of seenValue(client.homeserver)?.versions ?? []) {
    const listed = bodyObject(look)?.versions;
    if (Array.isArray(listed)) return listed.filter((version) => typeof version === 'string');
  }
  return null;
};
