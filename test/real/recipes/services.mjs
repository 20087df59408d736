import { BEHIND, FILE_WITH_CALLS, FILES, HOMESERVER, SYNAPSE_WITH_SERVICE } from '../recipe-home.mjs';
import { CLIENT, clientFile, serverFile, toSynapse } from './healthy.mjs';

const service = `127.0.0.1:${BEHIND.services}`;

/** The client file names a service for calls, which is passed on with the prefix that it does not know. */
const prefixKept = {
  recipe: 'rtc-service',
  check: 'calls/service-answers',
  fault: 'the prefix is not taken off',
  files: { ...FILES, '/var/www/html/.well-known/matrix/client': FILE_WITH_CALLS },
  // The other host has the file without calls.
  left: ['client/copies-agree'],
};

export const rtcService = [
  {
    ...prefixKept,
    server: 'nginx',
    site: () => `${serverFile.nginx}
${clientFile.nginx}
- location /livekit/jwt/ { proxy_pass http://${service}; }
+1`,
  },
  {
    ...prefixKept,
    server: 'apache',
    says: 'nginx',
    site: () => `${serverFile.apache}
${clientFile.apache}
- ProxyPass "/livekit/jwt/" "http://${service}/livekit/jwt/"
+1`,
  },
  {
    ...prefixKept,
    server: 'caddy',
    site: () => `${serverFile.caddy}
${clientFile.caddy}
- reverse_proxy /livekit/jwt/* ${service}
+1`,
  },
  {
    ...prefixKept,
    server: 'haproxy',
    says: 'nginx',
    site: () => `${serverFile.haproxy}
http-request return status 200 content-type application/json hdr Access-Control-Allow-Origin * string '${FILE_WITH_CALLS}' if { path ${CLIENT} }
- use_backend jwt if { path_beg /livekit/jwt/ }
+1
+2
- backend jwt
-   server jwt ${service}`,
  },
];

/** All of /_matrix goes to Synapse, which leaves signing in to another service. */
const allToSynapse = {
  recipe: 'oauth-routes',
  host: HOMESERVER,
  check: 'sign-in/clients-without-oauth',
  fault: 'signing in of older clients goes to Synapse too',
};
const toThatSynapse = Object.fromEntries(
  Object.entries(toSynapse).map(([server, lines]) => [
    server,
    lines.replaceAll(':8008', `:${SYNAPSE_WITH_SERVICE.port}`),
  ]),
);

export const oauthRoutes = [
  { ...allToSynapse, server: 'nginx', site: () => `${toThatSynapse.nginx}\n+1` },
  { ...allToSynapse, server: 'apache', says: null, site: () => `+1\n${toThatSynapse.apache}` },
  {
    ...allToSynapse,
    server: 'caddy',
    site: () => `+1
handle {
	${toThatSynapse.caddy}
}`,
  },
  {
    ...allToSynapse,
    server: 'haproxy',
    site: () => toThatSynapse.haproxy.replace('use_backend', '+1\nuse_backend').replace('\nbackend', '\n+2\nbackend'),
  },
];
