/** Server-Server specification, "Resolving server names": the port where none is given. */
export const DEFAULT_PORT = 8448;
export const SERVER_FILE_PATH = '/.well-known/matrix/server';
export const CLIENT_FILE_PATH = '/.well-known/matrix/client';
export const SUPPORT_FILE_PATH = '/.well-known/matrix/support';
export const FEDERATION_VERSION_PATH = '/_matrix/federation/v1/version';
export const SIGNING_KEYS_PATH = '/_matrix/key/v2/server';
export const CLIENT_VERSIONS_PATH = '/_matrix/client/versions';
export const IDENTITY_PATH = '/_matrix/identity/v2';
/** No endpoint by that name exists: 404 M_UNRECOGNIZED is the right answer. */
export const UNKNOWN_FEDERATION_PATH = '/_matrix/federation/v1/matrix_discovery_no_such_endpoint';
/** 50 KiB, from which on Synapse and gomatrixserverlib refuse a well-known file. */
export const WELL_KNOWN_MAX_BYTES = 51_200;
/** For every other answer. */
export const ANSWER_MAX_BYTES = 1_048_576;
/** Twisted's and so Synapse's limit. */
export const MAX_REDIRECTS = 20;
/** Those that browsers follow (Fetch standard, "redirect status"). */
export const REDIRECT_STATUSES: readonly number[] = [301, 302, 303, 307, 308];
/** The web client whose requests are imitated: CORS is tested as from there. */
export const WEB_CLIENT_ORIGIN = 'https://app.element.io';
/** Element Desktop, and a web client that runs on the user's own machine (Cinny's desktop application among others). */
export const OTHER_ORIGINS = ['vector://vector', 'http://localhost:8080'] as const;
/** How many DNS queries one run sends at most, repeated ones included. */
export const MAX_QUERIES = 64;
/** How many targets of one SRV record set are resolved and connected to. */
export const MAX_SRV_TARGETS = 10;
/** How many addresses of one host are connected to. */
export const MAX_ADDRESSES = 8;
/** How many places one set of SRV records leads to, all addresses of all targets together. */
export const MAX_DESTINATIONS = 32;
/** How many LiveKit services are asked. */
export const MAX_RTC_SERVICES = 4;
export const LOGIN_PATH = '/_matrix/client/v3/login';
export const AUTH_METADATA_PATH = '/_matrix/client/v1/auth_metadata';
/** MSC2965, before it became part of v1.15. */
export const UNSTABLE_AUTH_METADATA_PATH = '/_matrix/client/unstable/org.matrix.msc2965/auth_metadata';
export const WHOAMI_PATH = '/_matrix/client/v3/account/whoami';
export const MEDIA_CONFIG_PATH = '/_matrix/client/v1/media/config';
export const OLD_MEDIA_CONFIG_PATH = '/_matrix/media/v3/config';
/** No endpoint by that name exists: 404 M_UNRECOGNIZED is the right answer. */
export const UNKNOWN_CLIENT_PATH = '/_matrix/client/v1/matrix_discovery_no_such_endpoint';
/** MSC4143 */
export const RTC_TRANSPORTS_PATH = '/_matrix/client/unstable/org.matrix.msc4143/rtc/transports';
/** lk-jwt-service, appended to `livekit_service_url`. */
export const RTC_TOKEN_PATH = '/sfu/get';
export const POLICY_SERVER_FILE_PATH = '/.well-known/matrix/policy_server';
