import { FILES, HOMESERVER } from '../recipe-home.mjs';
import { clientFile, SERVER, serverFile } from './healthy.mjs';

/** A rule against files that begin with a dot. */
const hidden = {
  recipe: 'dot-files',
  check: 'client/file-not-forbidden',
  fault: 'a rule against hidden files',
};

export const dotFiles = [
  {
    ...hidden,
    server: 'nginx',
    kind: 'file',
    site: () => `${serverFile.nginx}
location ~ /\\. { deny all; }
+1`,
  },
  {
    ...hidden,
    server: 'nginx',
    kind: 'proxy',
    site: () => `${serverFile.nginx}
location ~ /\\. { deny all; }
location / { proxy_pass https://${HOMESERVER}; }
+1`,
  },
  {
    ...hidden,
    server: 'apache',
    site: () => `<DirectoryMatch "/\\.">
  Require all denied
</DirectoryMatch>
${clientFile.apache}
${serverFile.apache}
+1`,
  },
  {
    ...hidden,
    server: 'apache',
    fault: 'a RedirectMatch against hidden files',
    site: () => `- RedirectMatch 403 "/\\."
* RedirectMatch 403 "/\\.(?!well-known/)"
${clientFile.apache}
${serverFile.apache}
+1`,
  },
  {
    ...hidden,
    server: 'caddy',
    kind: 'file',
    site: () => `+1
${serverFile.caddy}
handle {
	@hidden path */.*
	respond @hidden 403
	file_server
}`,
  },
  {
    ...hidden,
    server: 'caddy',
    kind: 'proxy',
    site: () => `+1
${serverFile.caddy}
handle {
	@hidden path */.*
	respond @hidden 403
	reverse_proxy 127.0.0.1:8008
}`,
  },
  {
    ...hidden,
    server: 'haproxy',
    site: () => `+1
- http-request deny if { path_sub /. }
${serverFile.haproxy}
${clientFile.haproxy}`,
  },
];

/** A password for the whole site. Nobody knows one here, so that the file of passwords is empty. */
const locked = {
  recipe: 'no-login',
  check: 'client/file-without-login',
  fault: 'a password for the whole site',
  files: { ...FILES, '/etc/members': '' },
};

const NGINX_LOCK = `auth_basic "Members";
auth_basic_user_file /etc/members;
${serverFile.nginx.replace('{', '{ auth_basic off;')}`;

export const noLogin = [
  { ...locked, server: 'nginx', kind: 'file', site: () => `${NGINX_LOCK}\n+1` },
  {
    ...locked,
    server: 'nginx',
    kind: 'proxy',
    site: () => `${NGINX_LOCK}\nlocation / { proxy_pass http://127.0.0.1:8008; }\n+1`,
  },
  {
    ...locked,
    server: 'apache',
    site: () => `<Location "/">
  AuthType Basic
  AuthName "Members"
  AuthUserFile /etc/members
  Require valid-user
</Location>
<Location "${SERVER}">
  AuthType None
  Require all granted
</Location>
${serverFile.apache}
${clientFile.apache}
+1`,
  },
  {
    ...locked,
    server: 'caddy',
    site: () => `+1
- basicauth {
* basicauth @private {
	member $2a$14$oSXmi3tRwnwfbWS7rij9I.KdyIjE15NHUU1I1kT0jMh/axcE/LlM6
}
${serverFile.caddy}
${clientFile.caddy}
file_server`,
  },
  {
    ...locked,
    server: 'haproxy',
    site: () => `+1
- http-request auth realm Members unless { http_auth(members) }
${serverFile.haproxy}
${clientFile.haproxy}
userlist members
  user member insecure-password secret`,
  },
];
