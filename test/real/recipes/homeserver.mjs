import { HOMESERVER } from '../recipe-home.mjs';
import { toSynapse } from './healthy.mjs';

/** Only what other servers need, and the versions, gets to Synapse. */
const partly = {
  recipe: 'homeserver-proxy',
  host: HOMESERVER,
  check: 'client-api/core-forwarded',
  fault: 'only a part of /_matrix gets to Synapse',
};

export const homeserverProxy = [
  {
    ...partly,
    server: 'nginx',
    site: () => `- location /_matrix/federation { proxy_pass http://127.0.0.1:8008; }
- location /_matrix/key { proxy_pass http://127.0.0.1:8008; }
- location = /_matrix/client/versions { proxy_pass http://127.0.0.1:8008; }
+1`,
  },
  {
    ...partly,
    server: 'apache',
    site: () => `- ProxyPass /_matrix/federation http://127.0.0.1:8008/_matrix/federation nocanon
- ProxyPass /_matrix/key http://127.0.0.1:8008/_matrix/key nocanon
- ProxyPass /_matrix/client/versions http://127.0.0.1:8008/_matrix/client/versions
+1`,
  },
  {
    ...partly,
    server: 'caddy',
    site: () => `- @matrix path /_matrix/federation/* /_matrix/key/* /_matrix/client/versions
- reverse_proxy @matrix 127.0.0.1:8008
file_server
+1`,
  },
  {
    ...partly,
    server: 'haproxy',
    says: null,
    site: () => `+1
http-request deny deny_status 404 if { path_beg /_matrix/client/v3 }
+2
- use_backend synapse if { path_beg /_matrix/federation/ /_matrix/key/ /_matrix/client/versions }
+3
- backend synapse
-   server synapse 127.0.0.1:8008`,
  },
];

/** Two headers: Synapse sends one, and the proxy adds another. */
const twice = { recipe: 'homeserver-cors', host: HOMESERVER, check: 'cors/versions-header-once' };
/** What a browser asks first never gets to Synapse. */
const preflight = { ...twice, check: 'cors/login-preflight' };

const gone = (lines) => lines.replaceAll(/^/gm, '- ');

export const homeserverCors = [
  {
    ...twice,
    server: 'nginx',
    fault: 'add_header beside proxy_pass to Synapse',
    site: () =>
      `${gone(toSynapse.nginx.replace('\n}', '\n  add_header Access-Control-Allow-Origin * always;\n}'))}\n+1`,
  },
  {
    ...twice,
    server: 'nginx',
    scenario: 'cors-twice-on-api-behind-nginx',
    fault: 'doubled CORS header behind nginx, with the lines that the report on the scenario gives',
    site: () =>
      `${gone(toSynapse.nginx.replace('\n}', '\n  add_header Access-Control-Allow-Origin * always;\n}'))}\n+1`,
  },
  {
    ...twice,
    server: 'apache',
    says: null,
    fault: 'Header always set beside ProxyPass to Synapse',
    site: () => `Header always set Access-Control-Allow-Origin "*"\n${gone(toSynapse.apache)}\n+1`,
  },
  {
    ...twice,
    server: 'caddy',
    fault: 'header beside reverse_proxy to Synapse',
    site: () => `header Access-Control-Allow-Origin *\n${gone(toSynapse.caddy)}\n+1`,
  },
  {
    ...twice,
    server: 'haproxy',
    fault: 'http-response add-header in front of Synapse',
    site: () => `+1\nhttp-response add-header Access-Control-Allow-Origin *\n${toSynapse.haproxy}`,
  },
  {
    ...preflight,
    server: 'nginx',
    fault: 'limit_except without OPTIONS',
    site: () => `${gone(toSynapse.nginx.replace('\n}', '\n  limit_except GET POST PUT DELETE { deny all; }\n}'))}\n+1`,
  },
  {
    ...preflight,
    server: 'apache',
    fault: 'only some methods are allowed',
    site: () => `<Location "/_matrix">
  <LimitExcept GET POST PUT DELETE>
    Require all denied
  </LimitExcept>
</Location>
${gone(toSynapse.apache)}
+1`,
  },
  {
    ...preflight,
    server: 'caddy',
    fault: 'the web server answers every OPTIONS by itself',
    site: () => `@options method OPTIONS
${gone('respond @options 405')}
${gone(toSynapse.caddy)}
+1`,
  },
  {
    ...preflight,
    server: 'haproxy',
    fault: 'OPTIONS is denied',
    site: () => `+1\nhttp-request deny if METH_OPTIONS\n${toSynapse.haproxy}`,
  },
];
