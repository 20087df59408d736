import { jsonFile } from './nginx.mjs';
import { services } from './recipe-services.mjs';
import { CORS, site } from './sites.mjs';
import { addressRecords, delegated, wellKnownFiles } from './worlds.mjs';

/** The two hosts of which a recipe mends one. */
export const SERVER_NAME = 'delegated.md.test';
export const HOMESERVER = 'matrix.delegated.md.test';

/** Where people send the visitors of the server name: a web application. */
const WWW = `www.${SERVER_NAME}`;

export const CLIENT_FILE = `{"m.homeserver":{"base_url":"https://${HOMESERVER}"}}`;
export const FILE_WITH_CALLS = JSON.stringify({
  'm.homeserver': { base_url: `https://${HOMESERVER}` },
  'org.matrix.msc4143.rtc_foci': [{ type: 'livekit', livekit_service_url: `https://${SERVER_NAME}/livekit/jwt` }],
});
export const SERVER_FILE = `{"m.server":"${HOMESERVER}:443"}`;
const PAGE = '<!doctype html><title>Our site</title><p>Welcome.';

const WELL_KNOWN = '/var/www/html/.well-known/matrix';
const NO_FILES = { '/var/www/html/index.html': PAGE };
export const CLIENT_FILE_ONLY = { ...NO_FILES, [`${WELL_KNOWN}/client`]: CLIENT_FILE };
export const SERVER_FILE_ONLY = { ...NO_FILES, [`${WELL_KNOWN}/server`]: SERVER_FILE };
/** What lies on the disk of a site. */
export const FILES = { ...SERVER_FILE_ONLY, ...CLIENT_FILE_ONLY };

/** Where other servers of the same machine listen, on 127.0.0.1, as plain HTTP. Synapse is at 8008. */
export const BEHIND = {
  /** A web application, which answers every path with its page. */
  application: 3000,
  /** A website, which has nothing but its page. */
  website: 3002,
  /** The client file without a CORS header. */
  withoutCors: 3001,
  /** The client file with the header, but as plain text, and to be kept for a week. */
  plainText: 3003,
  /** Redirects to where the client file is, without a header. */
  redirect: 3004,
  /** The client file that names a service for calls on the server name's own host. */
  fileWithCalls: 3005,
  /** Where recipes look for Matrix Authentication Service and lk-jwt-service: what these two answer, no more. */
  services: 8080,
};

/** A Synapse that leaves signing in to the authentication service. */
export const SYNAPSE_WITH_SERVICE = {
  serverName: SERVER_NAME,
  port: 8018,
  settings: {
    matrix_authentication_service: {
      enabled: true,
      endpoint: `http://127.0.0.1:${BEHIND.services}`,
      secret: 'not a secret',
    },
    password_config: { enabled: false },
  },
};

/** The healthy world that every site of a recipe belongs to, with what stands behind them. */
export const recipeHome = (place) =>
  delegated(place, {
    directives: wellKnownFiles(),
    records: addressRecords(WWW, place.web),
    moreSites: [
      site(place.web, 443, WWW, { names: [WWW] }, APPLICATION),
      behind(BEHIND.application, APPLICATION),
      behind(BEHIND.website, WEBSITE),
      behind(BEHIND.withoutCors, `location / { default_type application/json; return 200 '${CLIENT_FILE}'; }`),
      behind(BEHIND.plainText, PLAIN_TEXT),
      behind(BEHIND.redirect, `location / { return 302 https://${HOMESERVER}$request_uri; }`),
      behind(BEHIND.services, services),
      behind(BEHIND.fileWithCalls, jsonFile('/.well-known/matrix/client', JSON.parse(FILE_WITH_CALLS), CORS)),
    ],
  });

const APPLICATION = `location / { default_type text/html; return 200 '${PAGE}'; }`;

const WEBSITE = `
location = / { default_type text/html; return 200 '${PAGE}'; }
location / { return 404; }`;

const PLAIN_TEXT = `
location / {
  default_type text/plain;
  add_header Access-Control-Allow-Origin *;
  expires 7d;
  return 200 '${CLIENT_FILE}';
}`;

const behind = (port, locations) => site({ v4: '127.0.0.1' }, port, '_', null, locations);

/** The names of a site's world, as lines of a zone file. `home`: the place of `recipeHome`. */
export const recipeZone = (host, at, home) => {
  const [web, homeserver] = host === SERVER_NAME ? [at, home.homeserver] : [home.web, at];
  return [
    ...addressRecords(SERVER_NAME, web),
    ...addressRecords(HOMESERVER, homeserver),
    ...addressRecords(WWW, home.web),
  ];
};
