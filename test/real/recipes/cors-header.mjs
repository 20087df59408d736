import { BEHIND, CLIENT_FILE } from '../recipe-home.mjs';
import { CLIENT, serverFile } from './healthy.mjs';

const withoutCors = `127.0.0.1:${BEHIND.withoutCors}`;
const synapse = '127.0.0.1:8008';

/** No header: the file comes from the disk or from the configuration. */
const file = { recipe: 'cors-header', kind: 'file', check: 'cors/client-file-header' };
/** No header: nobody behind the proxy sends one. */
const proxy = { ...file, kind: 'proxy' };
/** Two headers: Synapse sends one, and the proxy adds another. */
const twice = { ...proxy, check: 'cors/client-file-header-once' };

export const corsHeader = [
  {
    ...file,
    server: 'nginx',
    fault: 'add_header for another header cancels the one of the server block',
    site: () => `add_header Access-Control-Allow-Origin * always;
location /.well-known/matrix/ {
  default_type application/json;
  add_header X-Content-Type-Options nosniff;
}
+1`,
  },
  {
    ...file,
    server: 'apache',
    kind: undefined,
    fault: 'the type is set, the header is not',
    site: () => `<Location "/.well-known/matrix/">
  ForceType application/json
</Location>
+1`,
  },
  {
    ...file,
    server: 'caddy',
    fault: 'the type is set, the header is not',
    site: () => `header /.well-known/matrix/* Content-Type application/json
file_server
+1`,
  },
  {
    ...file,
    server: 'haproxy',
    kind: undefined,
    fault: 'http-response does not reach what "return" answers',
    site: () => `+1
http-response set-header Access-Control-Allow-Origin *
http-request return status 200 content-type application/json string '${CLIENT_FILE}' if { path ${CLIENT} }
${serverFile.haproxy}`,
  },
  {
    ...proxy,
    server: 'nginx',
    fault: 'nobody behind it sends the header',
    site: () => `${serverFile.nginx}
location = ${CLIENT} {
  proxy_pass http://${withoutCors};
  +1
}`,
  },
  {
    ...proxy,
    server: 'apache',
    says: 'nginx',
    kind: undefined,
    fault: 'nobody behind it sends the header',
    site: () => `${serverFile.apache}
ProxyPass "${CLIENT}" "http://${withoutCors}${CLIENT}"
+1`,
  },
  {
    ...proxy,
    server: 'caddy',
    fault: 'nobody behind it sends the header',
    site: () => `${serverFile.caddy}
file_server
reverse_proxy ${CLIENT} ${withoutCors}
+1`,
  },
  {
    ...proxy,
    server: 'haproxy',
    says: 'nginx',
    kind: undefined,
    fault: 'nobody behind it sends the header',
    site: () => `+1
${serverFile.haproxy}
use_backend behind if { path ${CLIENT} }
backend behind
  server behind ${withoutCors}`,
  },
  {
    ...twice,
    server: 'nginx',
    fault: 'add_header beside proxy_pass to Synapse',
    site: () => `${serverFile.nginx}
location = ${CLIENT} {
  proxy_pass http://${synapse};
  - add_header Access-Control-Allow-Origin * always;
  +1
}`,
  },
  {
    ...twice,
    server: 'nginx',
    scenario: 'cors-twice-behind-nginx',
    fault: 'doubled CORS header behind nginx, with the lines that the report on the scenario gives',
    site: () => `${serverFile.nginx}
location = ${CLIENT} {
  proxy_pass http://${synapse};
  - add_header Access-Control-Allow-Origin * always;
  +1
}`,
  },
  {
    ...twice,
    server: 'apache',
    says: null,
    kind: undefined,
    fault: 'Header always set beside ProxyPass to Synapse',
    site: () => `${serverFile.apache}
ProxyPass "${CLIENT}" "http://${synapse}${CLIENT}"
<Location "/.well-known/matrix/">
  Header always set Access-Control-Allow-Origin "*"
</Location>
+1`,
  },
  {
    ...twice,
    server: 'caddy',
    fault: 'header beside reverse_proxy to Synapse',
    site: () => `${serverFile.caddy}
file_server
header ${CLIENT} Access-Control-Allow-Origin *
reverse_proxy ${CLIENT} ${synapse}
+1`,
  },
  {
    ...twice,
    server: 'haproxy',
    kind: undefined,
    fault: 'http-response add-header in front of Synapse',
    site: () => `+1
${serverFile.haproxy}
http-response add-header Access-Control-Allow-Origin *
use_backend synapse if { path ${CLIENT} }
backend synapse
  server synapse ${synapse}`,
  },
];
