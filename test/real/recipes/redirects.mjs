import { BEHIND, HOMESERVER, SERVER_NAME } from '../recipe-home.mjs';
import { CLIENT, clientFile, serverFile } from './healthy.mjs';

const there = `https://${HOMESERVER}${CLIENT}`;
const redirect = `127.0.0.1:${BEHIND.redirect}`;
const www = `https://www.${SERVER_NAME}`;

/** Only the client file is redirected, to where it lies with its header. The redirect itself has none. */
const withoutCors = {
  recipe: 'cors-on-redirect',
  check: 'cors/client-file-redirects',
  fault: 'a redirect to the file on another host',
  left: ['client/file-not-redirected'],
};

const behindProxy = { ...withoutCors, kind: 'proxy', fault: 'a redirect that comes from behind the proxy' };

export const corsOnRedirect = [
  {
    ...withoutCors,
    server: 'nginx',
    kind: 'file',
    site: () => `${serverFile.nginx}
location = ${CLIENT} {
  +1
  return 302 ${there};
}`,
  },
  {
    ...withoutCors,
    server: 'apache',
    site: () => `${serverFile.apache}
<Location "${CLIENT}">
  Header set Access-Control-Allow-Origin "*"
</Location>
Redirect 302 "${CLIENT}" "${there}"
+1`,
  },
  {
    ...withoutCors,
    server: 'caddy',
    kind: 'file',
    site: () => `+1
${serverFile.caddy}
redir ${CLIENT} ${there}
file_server`,
  },
  {
    ...withoutCors,
    server: 'haproxy',
    site: () => `+1
http-response set-header Access-Control-Allow-Origin *
${serverFile.haproxy}
http-request redirect code 302 location ${there} if { path ${CLIENT} }`,
  },
  {
    ...behindProxy,
    server: 'nginx',
    site: () => `${serverFile.nginx}
location = ${CLIENT} {
  proxy_pass http://${redirect};
  +1
}`,
  },
  {
    ...behindProxy,
    server: 'caddy',
    site: () => `+1
${serverFile.caddy}
reverse_proxy ${CLIENT} ${redirect}
file_server`,
  },
];

/** The whole site is redirected to www, where there is no file. */
const everything = {
  recipe: 'no-redirect',
  check: 'client/file-not-redirected-away',
  fault: 'the whole site is redirected to www',
};

export const noRedirect = [
  {
    ...everything,
    server: 'nginx',
    kind: 'file',
    fault: 'a "return" of the server block redirects the whole site to www',
    site: () => `- return 301 ${www}$request_uri;
${serverFile.nginx}
+1`,
  },
  {
    ...everything,
    server: 'nginx',
    kind: 'proxy',
    site: () => `${serverFile.nginx}
- location / { return 301 ${www}$request_uri; }
+1`,
  },
  {
    ...everything,
    server: 'apache',
    site: () => `- Redirect permanent / ${www}/
+1
${serverFile.apache}
${clientFile.apache}`,
  },
  {
    ...everything,
    server: 'caddy',
    kind: 'file',
    site: () => `- redir ${www}{uri} permanent
${serverFile.caddy}
+1`,
  },
  {
    ...everything,
    server: 'caddy',
    kind: 'proxy',
    site: () => `- redir ${www}{uri} permanent
${serverFile.caddy}
+1`,
  },
  {
    ...everything,
    server: 'haproxy',
    fault: 'the whole site is redirected to www, and the files come from the configuration',
    site: () => `+1
- http-request redirect prefix ${www} code 301
${serverFile.haproxy}
${clientFile.haproxy}`,
  },
];
