/** What everybody passes on to the homeserver, before what a recipe adds. */
export const NGINX_HOMESERVER = `  proxy_pass http://127.0.0.1:8008;
  proxy_set_header Host $host;
  proxy_set_header X-Forwarded-For $remote_addr;
  proxy_set_header X-Forwarded-Proto $scheme;
  client_max_body_size 50m;`;

export const APACHE_HOMESERVER = `AllowEncodedSlashes NoDecode
ProxyPreserveHost On
RequestHeader set X-Forwarded-Proto "https"
ProxyPass "/_matrix/" "http://127.0.0.1:8008/_matrix/" nocanon`;

export const TRAEFIK_HOMESERVER = `
http:
  routers:
    matrix-homeserver:
      rule: Host(\`{homeserver}\`) && PathPrefix(\`/_matrix/\`)
      priority: 1000
      entryPoints: [websecure]
      service: matrix-homeserver
      tls: {}
  services:
    matrix-homeserver:
      loadBalancer:
        servers:
          - url: http://127.0.0.1:8008
`;

/** What the specification recommends ("Web Browser Clients"). */
export const CORS_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': 'X-Requested-With, Content-Type, Authorization',
} as const;

/** One line for each of them. */
export const corsLines = (line: (name: string, value: string) => string): string =>
  Object.entries(CORS_HEADERS)
    .map(([name, value]) => line(name, value))
    .join('\n');
