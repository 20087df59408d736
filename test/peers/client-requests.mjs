/** The page of the web client, and of one that runs on the user's own machine. */
export const PAGE = 'https://app.element.io';
export const LOCAL_PAGE = 'http://localhost:8080';
/** The server name's own host, and the homeserver's: of one site, but two origins. */
export const NAME = 'https://example.com';
export const HOMESERVER = 'https://matrix.example.com';
/** Of another site than both. */
export const ELSEWHERE = 'https://cdn.example.net';

const JSON_BODY = '{"type":"m.login.password"}';
const TOKEN = ['Authorization', 'Bearer secret'];
const JSON_TYPE = ['Content-Type', 'application/json'];
const JSON_ACCEPTED = ['Accept', 'application/json'];

/** What matrix-js-sdk gives to `fetch` beside method, headers and body ("http-api/fetch"). */
const SDK = {
  mode: 'cors',
  redirect: 'follow',
  referrer: '',
  referrerPolicy: 'no-referrer',
  credentials: 'omit',
};

/** The requests of a web client: where to, and what it gives to `fetch`. `headers` is what the page sets itself, as lines. */
export const requests = {
  /** AutoDiscovery sets nothing. */
  file: { url: `${NAME}/.well-known/matrix/client`, method: 'GET', headers: [], init: {} },
  versions: {
    url: `${HOMESERVER}/_matrix/client/versions`,
    method: 'GET',
    headers: [JSON_ACCEPTED],
    init: { ...SDK, cache: 'no-cache' },
  },
  versionsWithToken: {
    url: `${HOMESERVER}/_matrix/client/versions`,
    method: 'GET',
    headers: [JSON_ACCEPTED, TOKEN],
    init: SDK,
  },
  login: {
    url: `${HOMESERVER}/_matrix/client/v3/login`,
    method: 'POST',
    headers: [JSON_ACCEPTED, JSON_TYPE],
    init: { ...SDK, cache: 'no-cache', body: JSON_BODY },
  },
  /** As of a client that is logged in already and adds an account, and of every later POST. */
  loginWithToken: {
    url: `${HOMESERVER}/_matrix/client/v3/login`,
    method: 'POST',
    headers: [JSON_ACCEPTED, JSON_TYPE, TOKEN],
    init: { ...SDK, body: JSON_BODY },
  },
  send: {
    url: `${HOMESERVER}/_matrix/client/v3/rooms/!r:example.com/send/m.room.message/1`,
    method: 'PUT',
    headers: [JSON_ACCEPTED, JSON_TYPE, TOKEN],
    init: { ...SDK, body: JSON_BODY },
  },
  deleteBackup: {
    url: `${HOMESERVER}/_matrix/client/v3/room_keys/version/1`,
    method: 'DELETE',
    headers: [JSON_ACCEPTED, TOKEN],
    init: SDK,
  },
  upload: {
    url: `${HOMESERVER}/_matrix/media/v3/upload`,
    method: 'POST',
    headers: [['Content-Type', 'text/plain'], TOKEN],
    init: { ...SDK, body: 'text' },
  },
};
