import { BEHIND, CLIENT_FILE_ONLY } from '../recipe-home.mjs';
import { clientFile } from './healthy.mjs';

const application = `127.0.0.1:${BEHIND.application}`;

/** The file is not there, and every path that is not known gives the page of the site. */
const page = {
  recipe: 'server-file',
  check: 'well-known/json',
  files: CLIENT_FILE_ONLY,
};
const itself = { ...page, fault: 'unknown paths give the page of the site' };
const behind = { ...page, fault: 'everything goes to a web application' };

export const serverFile = [
  {
    ...itself,
    server: 'nginx',
    site: () => `${clientFile.nginx}
location / { try_files $uri /index.html; }
+1`,
  },
  {
    ...itself,
    server: 'apache',
    site: () => `${clientFile.apache}
FallbackResource /index.html
+1`,
  },
  {
    ...itself,
    server: 'caddy',
    site: () => `+1
${clientFile.caddy}
- try_files {path} /index.html
- file_server
* handle {
* 	try_files {path} /index.html
* 	file_server
* }`,
  },
  {
    ...behind,
    server: 'apache',
    says: 'nginx',
    site: () => `ProxyPass "/.well-known/matrix/client" "!"
${clientFile.apache}
ProxyPass / http://${application}/
+1`,
  },
  {
    ...behind,
    server: 'haproxy',
    says: 'nginx',
    site: () => `+1
${clientFile.haproxy}
use_backend application
backend application
  server application ${application}`,
  },
];
