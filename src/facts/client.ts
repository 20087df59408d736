import type { HostAddresses } from './dns.js';
import type { HttpLook, WellKnownFile } from './http.js';
import type { Observation } from './observation.js';

/** What a client that follows "Well-known URIs" of the Client-Server specification ends in. `PROMPT` is where it asks the user. */
export const CLIENT_STATES = ['SUCCESS', 'PROMPT', 'IGNORE', 'FAIL_PROMPT', 'FAIL_ERROR'] as const;

export type ClientState = (typeof CLIENT_STATES)[number];

/** How clients find this server. */
export interface ClientFacts {
  /** `https://<hostname>/.well-known/matrix/client`, asked with an Origin header, at every address. */
  readonly file: WellKnownFile;
  readonly state: ClientState;
  /** One plain sentence without a full stop: what led to `state`. */
  readonly because: string;
  /** Skipped where the file gives no usable base URL. */
  readonly homeserver: Observation<HomeserverFacts>;
  /** `GET <identity server>/_matrix/identity/v2`; skipped where none is named. */
  readonly identityServer: Observation<IdentityServerFacts>;
  /** Where the file was not found: `GET https://<hostname>/_matrix/client/versions`, which some clients try next. */
  readonly direct: Observation<HttpLook>;
}

export interface HomeserverFacts {
  /** As written in the file. */
  readonly baseUrl: string;
  readonly addresses: HostAddresses;
  /** `GET <base URL>/_matrix/client/versions` with an Origin header, one for each address. */
  readonly versions: readonly HttpLook[];
}

export interface IdentityServerFacts {
  readonly baseUrl: string;
  readonly look: HttpLook;
}
