import { BEHIND, SERVER_FILE_ONLY } from '../recipe-home.mjs';
import { serverFile } from './healthy.mjs';

const application = `127.0.0.1:${BEHIND.application}`;

/** The file is not there, and every path that is not known gives the page of the site. */
const page = {
  recipe: 'client-file',
  check: 'client/file-no-web-page',
  files: SERVER_FILE_ONLY,
};
const itself = { ...page, fault: 'unknown paths give the page of the site' };
const behind = { ...page, fault: 'everything goes to a web application' };

export const clientFile = [
  {
    ...itself,
    server: 'nginx',
    site: () => `${serverFile.nginx}
location / { try_files $uri /index.html; }
+1`,
  },
  {
    ...itself,
    server: 'apache',
    site: () => `${serverFile.apache}
FallbackResource /index.html
+1`,
  },
  {
    ...itself,
    server: 'caddy',
    site: () => `+1
${serverFile.caddy}
- try_files {path} /index.html
- file_server
* handle {
* 	try_files {path} /index.html
* 	file_server
* }`,
  },
  {
    ...behind,
    server: 'nginx',
    site: () => `${serverFile.nginx}
location / { proxy_pass http://${application}; }
+1`,
  },
  {
    ...behind,
    server: 'apache',
    says: 'nginx',
    site: () => `ProxyPass "/.well-known/matrix/server" "!"
${serverFile.apache}
ProxyPass / http://${application}/
+1`,
  },
  {
    ...behind,
    server: 'caddy',
    site: () => `+1
${serverFile.caddy}
- reverse_proxy ${application}
* handle {
* 	reverse_proxy ${application}
* }`,
  },
  {
    ...behind,
    server: 'haproxy',
    says: 'nginx',
    site: () => `+1
${serverFile.haproxy}
use_backend application
backend application
  server application ${application}`,
  },
];
