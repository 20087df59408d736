import { SERVER_FILE_ONLY } from '../recipe-home.mjs';
import { serverFile } from './healthy.mjs';

/** The homeserver's host has the file, the server name has not. */
const missing = {
  recipe: 'file-proxy',
  check: 'client/file-elsewhere-only',
  fault: 'the file is on the host of the homeserver only',
  files: SERVER_FILE_ONLY,
};

export const fileProxy = [
  { ...missing, server: 'nginx', site: () => `${serverFile.nginx}\n+1` },
  { ...missing, server: 'apache', site: () => `${serverFile.apache}\nProxyPreserveHost On\n+1` },
  { ...missing, server: 'caddy', site: () => `+1\n${serverFile.caddy}\nfile_server` },
  { ...missing, server: 'haproxy', says: 'nginx', site: () => `${serverFile.haproxy}\n+1\n+2` },
];
