import type { ClientFileReading } from '../spec/well-known-client.js';
import { answeredObject } from './answered-object.js';
import { certificateFaults } from './certificate-state.js';
import type { ClientFacts, ClientState, HomeserverFacts } from './client.js';
import type { HttpLook } from './http.js';
import { decidingClientFetch, readClientFileFetches } from './well-known-state.js';
import { shownUrl } from './words/shown-url.js';
import { withoutAddressWords } from './words/without-address-words.js';

export interface ClientStateReading {
  readonly state: ClientState;
  /** One plain sentence without a full stop. */
  readonly because: string;
}

/**
 * What a client that follows "Well-known URIs" of the Client-Server specification ends in, step by step as it stands there. Redirects are
 * followed (v1.20); a file that cannot be fetched at all is treated as matrix-js-sdk does, since the specification does not say.
 */
export const readClientState = (
  { file, homeserver }: Pick<ClientFacts, 'file' | 'homeserver'>,
  observedAt: string,
): ClientStateReading => {
  const fetched = decidingClientFetch(readClientFileFetches(file, observedAt));

  // 3. GET https://<hostname>/.well-known/matrix/client
  if (fetched === undefined)
    return failPrompt(`${withoutAddressWords(file.host)}, so the client file cannot be fetched`);
  if (fetched.tlsFault) return failPrompt(`TLS for ${file.url} is not in order, so no client reads it`);
  if (fetched.fetch.end.kind === 'redirect-error') return failPrompt(`${file.url} redirects to nowhere usable`);
  if (fetched.status === null) return failPrompt(`${file.url} cannot be fetched`);

  // 3.1. The status is 404: IGNORE.
  if (fetched.status === 404) return { state: 'IGNORE', because: `${file.url} is not there (404)` };
  // 3.2. Any other status than 200, or no body: FAIL_PROMPT.
  if (fetched.status !== 200) return failPrompt(`${file.url} answers ${fetched.status}`);
  // 3.3 to 3.5.1. The body, and the base URL in it.
  if (fetched.reading === null) return failPrompt(`${file.url} does not come whole`);
  if (fetched.reading.kind !== 'usable') return unusable(fetched.reading, file.url);
  // 3.5.2. The base URL is validated: anything but a proper answer of /versions is FAIL_ERROR.
  return atHomeserver(fetched.reading.baseUrl.written, homeserver, observedAt);
};

/** The versions that a `/versions` answer lists; null where it is not the answer that the specification asks for. */
export const listedVersions = (look: HttpLook): readonly string[] | null => {
  const versions = answeredObject(look)?.versions;
  return Array.isArray(versions) && versions.every((version) => typeof version === 'string') ? versions : null;
};

const failPrompt = (because: string): ClientStateReading => ({ state: 'FAIL_PROMPT', because });
const failError = (because: string): ClientStateReading => ({ state: 'FAIL_ERROR', because });

const unusable = (reading: Exclude<ClientFileReading, { kind: 'usable' }>, url: string): ClientStateReading => {
  switch (reading.kind) {
    case 'empty':
      return failPrompt(`${url} is empty`);
    case 'invalid-json':
      return failPrompt(`${url} is not JSON`);
    case 'not-an-object':
      return failPrompt(`${url} is JSON, but no object: ${reading.found}`);
    case 'missing-base-url':
      return failPrompt(`${url} names no base URL: ${reading.found}`);
    case 'invalid-base-url':
      return failError(`the base URL ${shownUrl(reading.baseUrl)} is not usable: ${reading.why}`);
  }
};

const atHomeserver = (
  written: string,
  homeserver: ClientFacts['homeserver'],
  observedAt: string,
): ClientStateReading => {
  const baseUrl = shownUrl(written);
  if (homeserver.kind === 'skipped') return failError(homeserver.because);
  if (homeserver.kind === 'failed') return failError(`${baseUrl} could not be asked: ${homeserver.failure.message}`);
  const { addresses, versions } = homeserver.value;
  if (versions.length === 0)
    return failError(`${withoutAddressWords(addresses)}, so the base URL ${baseUrl} leads nowhere`);
  if (isHomeserverThere(homeserver.value, observedAt)) {
    return { state: 'SUCCESS', because: `the file names ${baseUrl}, and a homeserver answers there` };
  }
  return versions.some((look) => listedVersions(look) !== null)
    ? failError(`TLS for ${baseUrl} is not in order, so no client goes on`)
    : failError(`${baseUrl} does not answer ${VERSIONS_WORDS}`);
};

const VERSIONS_WORDS = '/_matrix/client/versions as a homeserver does';

/** One good address is enough: clients go on to the next where one does not connect. Whether all are good, checks say. */
const isHomeserverThere = ({ versions }: HomeserverFacts, observedAt: string): boolean =>
  versions.some((look) => certificateFaults(look, observedAt).length === 0 && listedVersions(look) !== null);
