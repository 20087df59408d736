import { BEHIND, CLIENT_FILE } from '../recipe-home.mjs';
import { CLIENT, serverFile } from './healthy.mjs';

const plainText = `127.0.0.1:${BEHIND.plainText}`;

/** What goes with a file besides its text: its type, and how long it may be kept. The site has both wrong, in turn. */
const file = { recipe: 'content-type', kind: 'file', check: 'client/file-content-type' };
const proxy = { ...file, kind: 'proxy', fault: 'it is plain text behind the proxy', left: ['client/not-long-cached'] };

export const contentType = [
  {
    ...file,
    server: 'nginx',
    fault: 'add_header gives a second type',
    site: () => `${serverFile.nginx}
- location = ${CLIENT} {
-   add_header Access-Control-Allow-Origin *;
-   add_header Content-Type application/json;
- }
+1`,
  },
  {
    ...file,
    server: 'apache',
    fault: 'a file without an extension has no type',
    site: () => `${serverFile.apache}
Header set Access-Control-Allow-Origin "*"
+1`,
  },
  {
    ...file,
    server: 'caddy',
    fault: 'a file without an extension has no type',
    site: () => `header ${CLIENT} Access-Control-Allow-Origin *
${serverFile.caddy}
file_server
+1`,
  },
  {
    ...file,
    server: 'haproxy',
    kind: undefined,
    fault: '"return" gives plain text',
    site: () => `+1
http-request return status 200 content-type text/plain hdr Access-Control-Allow-Origin * string '${CLIENT_FILE}' if { path ${CLIENT} }
${serverFile.haproxy}`,
  },
  { ...proxy, server: 'nginx', site: () => nginxProxy },
  { ...proxy, server: 'apache', says: 'nginx', site: () => apacheProxy },
  { ...proxy, server: 'caddy', site: () => caddyProxy },
  { ...proxy, server: 'haproxy', says: 'nginx', kind: undefined, site: () => haproxyProxy },
];

const keptFile = { recipe: 'cache', kind: 'file', check: 'client/not-long-cached', fault: 'it may be kept for a week' };
const keptProxy = {
  ...keptFile,
  kind: 'proxy',
  fault: 'it may be kept for a week, behind the proxy',
  left: ['client/file-content-type'],
};

export const cache = [
  {
    ...keptFile,
    server: 'nginx',
    site: () => `expires 7d;
${serverFile.nginx}
- location = ${CLIENT} {
-   default_type application/json;
-   add_header Access-Control-Allow-Origin *;
- }
+1`,
  },
  {
    ...keptFile,
    server: 'apache',
    kind: undefined,
    site: () => `${serverFile.apache}
<Location "${CLIENT}">
  ForceType application/json
  Header always set Access-Control-Allow-Origin "*"
  Header set Cache-Control "public, max-age=604800"
</Location>
+1`,
  },
  {
    ...keptFile,
    server: 'caddy',
    kind: undefined,
    site: () => `header ${CLIENT} {
	Access-Control-Allow-Origin *
	Content-Type application/json
	Cache-Control "public, max-age=604800"
}
${serverFile.caddy}
file_server
+1`,
  },
  {
    ...keptFile,
    server: 'haproxy',
    kind: undefined,
    site: () => `+1
http-request return status 200 content-type application/json hdr Access-Control-Allow-Origin * hdr Cache-Control "max-age=604800" string '${CLIENT_FILE}' if { path ${CLIENT} }
${serverFile.haproxy}`,
  },
  { ...keptProxy, server: 'nginx', site: () => nginxProxy },
  { ...keptProxy, server: 'apache', says: 'nginx', kind: undefined, site: () => apacheProxy },
  { ...keptProxy, server: 'caddy', kind: undefined, site: () => caddyProxy },
  { ...keptProxy, server: 'haproxy', says: 'nginx', kind: undefined, site: () => haproxyProxy },
];

const nginxProxy = `${serverFile.nginx}
location = ${CLIENT} {
  proxy_pass http://${plainText};
  +1
}`;

const apacheProxy = `${serverFile.apache}
ProxyPass "${CLIENT}" "http://${plainText}${CLIENT}"
+1`;

const caddyProxy = `${serverFile.caddy}
reverse_proxy ${CLIENT} ${plainText}
file_server
+1`;

const haproxyProxy = `+1
${serverFile.haproxy}
use_backend behind if { path ${CLIENT} }
backend behind
  server behind ${plainText}`;
