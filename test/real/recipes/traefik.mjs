import { BEHIND, HOMESERVER, SERVER_NAME, SYNAPSE_WITH_SERVICE } from '../recipe-home.mjs';
import { traefik } from '../web-servers/traefik.mjs';
import { CLIENT, SERVER } from './healthy.mjs';
import { fromHomeserver, http, redirectTo } from './traefik-http.mjs';

/**
 * Traefik hands on what is behind it, with the Server header of that: nginx here, or Synapse, which is none that recipes are written for.
 */
const before = { server: 'traefik', says: 'nginx' };

const serverFile = { server: fromHomeserver(SERVER) };
const website = { site: { port: BEHIND.website } };
const client = (port) => ({ client: { rule: `Path(\`${CLIENT}\`)`, port, more: HEADERS } });
const HEADERS = ['* middlewares: [matrix-headers@file]'];

export const traefikFiles = [
  {
    ...before,
    recipe: 'client-file',
    check: 'client/file-no-web-page',
    fault: 'everything goes to a web application',
    site: () => http(SERVER_NAME, { site: { port: BEHIND.application }, ...serverFile }),
  },
  {
    ...before,
    recipe: 'server-file',
    check: 'well-known/json',
    fault: 'everything goes to a web application',
    site: () => http(SERVER_NAME, { site: { port: BEHIND.application }, client: fromHomeserver(CLIENT) }),
  },
  {
    ...before,
    recipe: 'file-proxy',
    check: 'client/file-elsewhere-only',
    fault: 'the file is on the host of the homeserver only',
    site: () => http(SERVER_NAME, { ...website, ...serverFile }),
  },
  {
    ...before,
    recipe: 'cors-header',
    check: 'cors/client-file-header',
    fault: 'nobody behind it sends the header',
    site: () => http(SERVER_NAME, { ...website, ...serverFile, ...client(BEHIND.withoutCors) }),
  },
  {
    ...before,
    recipe: 'content-type',
    check: 'client/file-content-type',
    fault: 'it is plain text behind the proxy',
    left: ['client/not-long-cached'],
    site: () => http(SERVER_NAME, { ...website, ...serverFile, ...client(BEHIND.plainText) }),
  },
  {
    ...before,
    recipe: 'cache',
    check: 'client/not-long-cached',
    fault: 'it may be kept for a week, behind the proxy',
    left: ['client/file-content-type'],
    site: () => http(SERVER_NAME, { ...website, ...serverFile, ...client(BEHIND.plainText) }),
  },
  {
    ...before,
    recipe: 'cors-on-redirect',
    check: 'cors/client-file-redirects',
    fault: 'a redirect to the file on another host',
    says: null,
    left: ['client/file-not-redirected'],
    site: () =>
      http(
        SERVER_NAME,
        {
          ...website,
          ...serverFile,
          client: {
            rule: `Path(\`${CLIENT}\`)`,
            port: BEHIND.website,
            more: ['- middlewares: [elsewhere]', '* middlewares: [matrix-headers@file, elsewhere]'],
          },
        },
        redirectTo(`https://${HOMESERVER}`),
      ),
  },
  {
    ...before,
    recipe: 'no-redirect',
    check: 'client/file-not-redirected-away',
    fault: 'the whole site is redirected to www',
    says: null,
    site: () =>
      http(
        SERVER_NAME,
        { site: { port: BEHIND.website, more: ['middlewares: [elsewhere]'] }, ...serverFile },
        redirectTo(`https://www.${SERVER_NAME}`),
      ),
  },
  {
    ...before,
    recipe: 'no-login',
    check: 'client/file-without-login',
    fault: 'a password for the whole site',
    says: null,
    site: () =>
      http(SERVER_NAME, { site: { port: BEHIND.website, more: ['middlewares: [members]'] }, ...serverFile }, [
        '  middlewares:',
        '    members:',
        '      basicAuth:',
        "        users: ['member:$2a$14$oSXmi3tRwnwfbWS7rij9I.KdyIjE15NHUU1I1kT0jMh/axcE/LlM6']",
      ]),
  },
];

const synapse = 8008;
const api = (port, more = []) => ({ api: { rule: 'PathPrefix(`/_matrix/`)', port, more } });
const onHomeserver = { ...before, host: HOMESERVER, says: null };

export const traefikHomeserver = [
  {
    ...onHomeserver,
    recipe: 'homeserver-cors',
    check: 'cors/login-preflight',
    fault: 'Traefik answers preflights by itself, and allows no headers',
    site: () =>
      http(HOMESERVER, api(synapse, ['- middlewares: [origins]', '* middlewares: [matrix-headers@file]']), [
        '  middlewares:',
        '    origins:',
        '      headers:',
        "        accessControlAllowOriginList: ['*']",
      ]),
  },
  {
    ...onHomeserver,
    recipe: 'homeserver-proxy',
    check: 'client-api/core-forwarded',
    fault: 'only a part of /_matrix gets to Synapse',
    site: () =>
      http(HOMESERVER, {
        part: {
          rule: '(PathPrefix(`/_matrix/federation/`) || PathPrefix(`/_matrix/key/`) || Path(`/_matrix/client/versions`))',
          port: synapse,
        },
      }),
  },
  {
    ...onHomeserver,
    recipe: 'oauth-routes',
    check: 'sign-in/clients-without-oauth',
    fault: 'signing in of older clients goes to Synapse too',
    site: () => http(HOMESERVER, api(SYNAPSE_WITH_SERVICE.port)),
  },
  {
    ...before,
    recipe: 'rtc-service',
    check: 'calls/service-answers',
    fault: 'the prefix is not taken off',
    left: ['client/copies-agree'],
    site: () =>
      http(SERVER_NAME, {
        ...website,
        ...serverFile,
        client: { rule: `Path(\`${CLIENT}\`)`, port: BEHIND.fileWithCalls },
        jwt: { rule: 'PathPrefix(`/livekit/jwt/`)', port: BEHIND.services },
      }),
  },
];

export const traefikTransport = [
  {
    ...onHomeserver,
    recipe: 'full-chain',
    check: 'client-tls/certificate-chain',
    fault: 'the certificate without its chain',
    tls: (here) => traefik.tls(here).replace('fullchain', 'cert').replaceAll(/^/gm, '- '),
    site: () => http(HOMESERVER, api(synapse)),
  },
  {
    ...onHomeserver,
    recipe: 'tls-versions',
    check: 'client-tls/protocol',
    fault: 'TLS 1.0 and 1.1 only',
    tls: (here) => `${traefik.tls(here)}
-   options:
-     default:
-       minVersion: VersionTLS10
-       maxVersion: VersionTLS11`,
    site: () => http(HOMESERVER, api(synapse)),
  },
  {
    ...onHomeserver,
    recipe: 'no-client-certificate',
    check: 'tls/no-client-certificate',
    fault: 'only those with a client certificate get in',
    tls: (here) => `${traefik.tls(here)}
-   options:
-     default:
-       clientAuth:
-         caFiles: [/etc/ssl/certs/ca-certificates.crt]
-         clientAuthType: RequireAndVerifyClientCert`,
    site: () => http(HOMESERVER, api(synapse)),
  },
  {
    ...before,
    recipe: 'both-families',
    check: 'client/every-address',
    fault: 'nothing listens at the IPv6 address',
    alone: true,
    listen: ({ v4 }) => `- entryPoints:
-   websecure:
-     address: "${v4}:443"
+1`,
    site: () => http(SERVER_NAME, { client: fromHomeserver(CLIENT), ...serverFile }),
  },
];
