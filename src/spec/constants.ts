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
/** The web client whose requests are imitated: CORS is tested as from there. */
export const WEB_CLIENT_ORIGIN = 'https://app.element.io';
