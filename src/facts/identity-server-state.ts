import { isJsonObject, type JsonObject } from '../spec/json.js';
import { answeredObject } from './answered-object.js';
import { certificateFaults } from './certificate-state.js';
import type { ClientFacts } from './client.js';
import type { HttpLook } from './http.js';
import { decidingClientFetch, readClientFileFetches } from './well-known-state.js';

/** What the discovery of an identity server ends in. It changes nothing in the state of the homeserver (MSC2284). */
export interface IdentityServerState {
  /** As written in the file; null where there is no text that could be one. */
  readonly baseUrl: string | null;
  readonly state: 'SUCCESS' | 'FAIL_PROMPT';
}

/**
 * Step 3.6 of "Well-known URIs" (Client-Server specification): FAIL_PROMPT where `m.identity_server` is there without a base URL of use, and
 * where nothing answers at it as an identity server does. null where the file names none, and where clients do not get that far.
 */
export const readIdentityServerState = (
  { file, identityServer, state }: Pick<ClientFacts, 'file' | 'identityServer' | 'state'>,
  observedAt: string,
): IdentityServerState | null => {
  const reading = decidingClientFetch(readClientFileFetches(file, observedAt))?.reading;
  if (state !== 'SUCCESS' || reading?.kind !== 'usable' || reading.identityServer.kind === 'absent') return null;
  if (reading.identityServer.kind === 'invalid')
    return { baseUrl: writtenBaseUrl(reading.members), state: 'FAIL_PROMPT' };
  const answers = identityServer.kind === 'seen' && isThere(identityServer.value.look, observedAt);
  return { baseUrl: reading.identityServer.baseUrl.written, state: answers ? 'SUCCESS' : 'FAIL_PROMPT' };
};

const writtenBaseUrl = (members: JsonObject): string | null => {
  const identityServer = members['m.identity_server'];
  const written = isJsonObject(identityServer) ? identityServer.base_url : undefined;
  return typeof written === 'string' ? written : null;
};

const isThere = (look: HttpLook, observedAt: string): boolean =>
  certificateFaults(look, observedAt).length === 0 && answeredObject(look) !== undefined;
