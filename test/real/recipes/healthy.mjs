import { CLIENT_FILE, SERVER_FILE } from '../recipe-home.mjs';

export const CLIENT = '/.well-known/matrix/client';
export const SERVER = '/.well-known/matrix/server';

/** Parts of sites in which nothing is wrong, for each web server. The two well-known files lie below /var/www/html, see recipe-home.mjs. */
export const serverFile = {
  nginx: `location = ${SERVER} { default_type application/json; }`,
  apache: `<Location "${SERVER}">\n  ForceType application/json\n</Location>`,
  caddy: `handle ${SERVER} {\n\theader Content-Type application/json\n\tfile_server\n}`,
  haproxy: `http-request return status 200 content-type application/json string '${SERVER_FILE}' if { path ${SERVER} }`,
};

export const clientFile = {
  nginx: `location = ${CLIENT} { default_type application/json; add_header Access-Control-Allow-Origin *; }`,
  apache: `<Location "${CLIENT}">\n  ForceType application/json\n  Header set Access-Control-Allow-Origin *\n</Location>`,
  caddy: `handle ${CLIENT} {\n\theader Content-Type application/json\n\theader Access-Control-Allow-Origin *\n\tfile_server\n}`,
  haproxy: `http-request return status 200 content-type application/json hdr Access-Control-Allow-Origin * string '${CLIENT_FILE}' if { path ${CLIENT} }`,
};

/** Everything below /_matrix goes to Synapse, as its documentation says. */
export const toSynapse = {
  nginx: `location /_matrix {
  proxy_pass http://127.0.0.1:8008;
  proxy_set_header X-Forwarded-For $remote_addr;
  proxy_set_header X-Forwarded-Proto $scheme;
  proxy_set_header Host $host;
  proxy_http_version 1.1;
}`,
  apache: `RequestHeader set X-Forwarded-Proto "https"
AllowEncodedSlashes NoDecode
ProxyPreserveHost On
ProxyPass /_matrix http://127.0.0.1:8008/_matrix nocanon
ProxyPassReverse /_matrix http://127.0.0.1:8008/_matrix`,
  caddy: 'reverse_proxy /_matrix/* 127.0.0.1:8008',
  haproxy: `http-request set-header X-Forwarded-Proto https
use_backend synapse if { path_beg /_matrix }
backend synapse
  server synapse 127.0.0.1:8008`,
};
