import type { HostAddresses } from './dns.js';
import type { FileFetch, HttpLook, WellKnownFile } from './http.js';
import type { Observation } from './observation.js';

/** What a client that follows "Well-known URIs" of the Client-Server specification ends in. `PROMPT` is where it asks the user. */
export const CLIENT_STATES = ['SUCCESS', 'PROMPT', 'IGNORE', 'FAIL_PROMPT', 'FAIL_ERROR'] as const;

export type ClientState = (typeof CLIENT_STATES)[number];

/** How clients find this server. */
export interface ClientFacts {
  /** `https://<hostname>/.well-known/matrix/client`, asked with an Origin header, at every address. */
  readonly file: WellKnownFile;
  /**
   * The same file as others ask for it, at the address that decides: pages of `OTHER_ORIGINS`, and a request without an Origin header. Skipped
   * where no address gives an answer that clients take (a TLS fault, silence), and where its redirects lead nowhere.
   */
  readonly fileForOthers: Observation<readonly FileForOrigin[]>;
  /** `https://<hostname>:<port>/.well-known/matrix/client`, where clients that keep the port look; skipped where the name has none, or 443. */
  readonly fileAtPort: Observation<WellKnownFile>;
  readonly state: ClientState;
  /** One plain sentence without a full stop: what led to `state`. */
  readonly because: string;
  /** Skipped where the file gives no usable base URL. */
  readonly homeserver: Observation<HomeserverFacts>;
  /** `GET <identity server>/_matrix/identity/v2`; skipped where none is named. */
  readonly identityServer: Observation<IdentityServerFacts>;
  /** Where the file was not found: `GET https://<hostname>/_matrix/client/versions`, which some clients try next. */
  readonly direct: Observation<HttpLook>;
  /**
   * What clients ask next of the homeserver that they end up with: the one of the file, or the name itself where that answers in place of a
   * file. Skipped where there is none that answers the question for its versions.
   */
  readonly api: Observation<ClientApiFacts>;
  /** The LiveKit services that the client file and, where it answers without a token, the homeserver name: at most `MAX_RTC_SERVICES`, each once. */
  readonly rtcServices: readonly RtcServiceFacts[];
  /** `https://<hostname>/.well-known/matrix/policy_server` */
  readonly policyServer: WellKnownFile;
}

/** The client file as one origin gets it. `origin` null: asked without an Origin header. */
export interface FileForOrigin {
  readonly origin: string | null;
  readonly fetch: FileFetch;
}

/**
 * Asked of one address of the homeserver, the first that answers the question for its versions (those with a certificate in order before others),
 * all with an Origin header and without a token. Paths are below `/_matrix/client` unless they say otherwise. Together they have a part of the
 * run's time: in a look that found none of it, connection and response are skipped.
 */
export interface ClientApiFacts {
  /** As written in the file; `https://<hostname>` where there is none. */
  readonly baseUrl: string;
  /** `GET /versions` as pages of other origins ask it, and without an Origin header. */
  readonly versionsForOthers: readonly LookForOrigin[];
  /** `GET /versions` in a session that offers TLS 1.2 and nothing newer; skipped where the server speaks no TLS 1.3 anyway. */
  readonly versionsByTls12: Observation<HttpLook>;
  /** `OPTIONS /versions`, as a browser asks before a GET with a token. */
  readonly versionsPreflight: HttpLook;
  /** `OPTIONS /v3/login`, as a browser asks before a POST with a token and a JSON body. */
  readonly loginPreflight: HttpLook;
  /** `GET /v3/login` */
  readonly login: HttpLook;
  /** `GET /v1/auth_metadata` */
  readonly authMetadata: HttpLook;
  /** `GET /unstable/org.matrix.msc2965/auth_metadata` */
  readonly unstableAuthMetadata: HttpLook;
  /** `GET /v3/account/whoami`: 401 M_MISSING_TOKEN is the right answer. */
  readonly whoami: HttpLook;
  /** `GET /v1/media/config`: as `whoami`. */
  readonly mediaConfig: HttpLook;
  /** `GET /_matrix/media/v3/config`, where uploads still go: as `whoami`. */
  readonly oldMediaConfig: HttpLook;
  /** An endpoint that no server has: 404 M_UNRECOGNIZED is the right answer. */
  readonly unknownPath: HttpLook;
  /** `GET /unstable/org.matrix.msc4143/rtc/transports` */
  readonly rtcTransports: HttpLook;
}

/** An answer as one origin gets it. `origin` null: asked without an Origin header. */
export interface LookForOrigin {
  readonly origin: string | null;
  readonly look: HttpLook;
}

/** A service that hands out tokens for a LiveKit server (lk-jwt-service). */
export interface RtcServiceFacts {
  /** `livekit_service_url` as written. */
  readonly serviceUrl: string;
  /** Who names it. */
  readonly namedBy: 'file' | 'homeserver';
  /** Skipped where the URL is not one that can be asked. */
  readonly answers: Observation<RtcServiceAnswers>;
}

/** Asked at the first address that takes the connection. The path is appended to the URL as clients do, letter by letter. */
export interface RtcServiceAnswers {
  readonly addresses: HostAddresses;
  /** `GET <service>/sfu/get`: 405 is the healthy answer. Failed where the host has no address. */
  readonly tokenEndpoint: Observation<HttpLook>;
  /** `OPTIONS <service>/sfu/get`, as a browser asks before a POST with a JSON body. */
  readonly tokenPreflight: Observation<HttpLook>;
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
