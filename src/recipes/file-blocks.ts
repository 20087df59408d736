import { ADD_HEADER_NOTE, CADDY_ORDER_NOTE, SERVER_RETURN_NOTE } from './notes.js';
import { PLACES } from './places.js';
import type { RecipeText } from './recipe.js';
import { recipeText, recipeTexts } from './recipe-text.js';

/** nginx gives a file from the disk, in a location that beats every rule for more than this path. */
export const NGINX_FILE_LOCATION = `
location = {path} {
  root /var/www/html;
  default_type application/json;
  add_header Access-Control-Allow-Origin * always;
}
`;

export const ROOT_NOTE = 'Put the folder that has .well-known in it in place of /var/www/html.';

export const nginxFile: RecipeText = recipeText(
  { where: PLACES.nginxServer, lines: NGINX_FILE_LOCATION },
  `${ROOT_NOTE} ${ADD_HEADER_NOTE}`,
);

/** nginx asks the host that has the file. The Host header is set, since the server block may set another one. */
export const NGINX_PROXY_LOCATION = `
location = {path} {
  proxy_pass https://{fileHost};
  proxy_ssl_server_name on;
  proxy_set_header Host {fileHost};
}
`;

export const nginxProxy: RecipeText = recipeText(
  { where: PLACES.nginxServer, lines: NGINX_PROXY_LOCATION },
  SERVER_RETURN_NOTE,
);

export const apacheProxy: RecipeText = recipeText(
  {
    where: PLACES.apacheSite,
    lines: `
SSLProxyEngine On
<Location "{path}">
  Require all granted
  ProxyPass "https://{fileHost}{path}"
  ProxyPreserveHost Off
</Location>
`,
  },
  'Needs mod_proxy_http and mod_ssl: a2enmod proxy_http ssl.',
);

export const CADDY_FILE_HANDLE = `
handle {path} {
  root * /var/www/html
  header Access-Control-Allow-Origin *
  header Content-Type application/json
  file_server
}
`;

export const caddyFile: RecipeText = recipeText(
  { where: PLACES.caddySite, lines: CADDY_FILE_HANDLE },
  `${ROOT_NOTE} ${CADDY_ORDER_NOTE}`,
);

export const CADDY_PROXY_HANDLE = `
handle {path} {
  reverse_proxy https://{fileHost} {
    header_up Host {fileHost}
  }
}
`;

export const caddyProxy: RecipeText = recipeText(
  { where: PLACES.caddySite, lines: CADDY_PROXY_HANDLE },
  CADDY_ORDER_NOTE,
);

export const haproxyProxy: RecipeText = recipeTexts([
  {
    where: 'in the frontend of {host}, above its other http-request and use_backend lines',
    lines: `
http-request allow if { path {path} } { req.hdr(host),field(1,:) -i {host} }
use_backend matrix_file if { path {path} } { req.hdr(host),field(1,:) -i {host} }
`,
  },
  {
    where: 'as a section of its own',
    lines: `
backend matrix_file
  http-request set-header Host {fileHost}
  server matrix {fileHost}:443 ssl verify required ca-file /etc/ssl/certs/ca-certificates.crt sni str({fileHost}) verifyhost {fileHost}
`,
  },
]);
