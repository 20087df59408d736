import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startService } from './service.mjs';

/**
 * Starts one nginx with all sites.
 * @param sites `{ addresses, port, names, tls, locations }`: `names` are those of the Host header, the first site of an address and port
 *   is also the one for other names; `tls` is `{ certificate, key }`, or null for plain HTTP; `locations` is nginx configuration
 */
export const startNginx = async ({ folder, namespace, sites }) => {
  const file = join(folder, 'nginx.conf');
  await writeFile(file, nginxConfiguration(folder, sites.map(server).join('')));
  const at = { protocol: 'tcp', address: sites[0].addresses[0], port: sites[0].port };
  return startService({ name: 'nginx', namespace, command: ['nginx', '-p', folder, '-c', file, '-e', 'stderr'], at });
};

/** @param servers the server blocks */
export const nginxConfiguration = (folder, servers) => `
user root;
worker_processes 1;
daemon off;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
  access_log off;
  server_names_hash_bucket_size 128;
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  ssl_protocols TLSv1.2 TLSv1.3;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((use) => `${use}_temp_path ${folder}/${use};`).join('\n  ')}
${servers}}
`;

const server = ({ addresses, port, names, tls, locations }) => `
  server {
${addresses.map((address) => `    listen ${address.includes(':') ? `[${address}]` : address}:${port}${tls === null ? '' : ' ssl http2'};\n`).join('')}\
    server_name ${names.join(' ')};
${tls === null ? '' : `    ssl_certificate ${tls.certificate};\n    ssl_certificate_key ${tls.key};\n`}\
    ${locations.trim().replaceAll('\n', '\n    ')}
  }
`;

/** Synapse's own documentation of a reverse proxy. `port` is where that Synapse listens on 127.0.0.1. */
export const toSynapse = (port) => `
location ~ ^(/_matrix|/_synapse/client) {
  proxy_pass http://127.0.0.1:${port};
  proxy_set_header X-Forwarded-For $remote_addr;
  proxy_set_header X-Forwarded-Proto $scheme;
  proxy_set_header Host $host:$server_port;
  client_max_body_size 50M;
  proxy_http_version 1.1;
}`;

/** A fixed JSON answer. `headers`: pairs of name and value. */
export const jsonFile = (path, json, headers = []) => `
location = ${path} {
  default_type application/json;
  ${headers.map(([name, value]) => `add_header ${name} "${value}" always;`).join('\n  ')}
  return 200 '${JSON.stringify(json)}';
}`;
