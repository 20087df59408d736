/** The same change for the web servers that most sites run, to stand at the end of a `fix`: a line for each. */
export const webServerLines = (lines: {
  readonly nginx: string;
  readonly apache: string;
  readonly caddy: string;
}): string => `\nnginx: ${lines.nginx}\nApache: ${lines.apache}\nCaddy: ${lines.caddy}`;

/** Lets web pages read an answer that the web server gives by itself. "always": also with errors and redirects. */
export const CORS_LINES = webServerLines({
  nginx: 'add_header Access-Control-Allow-Origin * always;',
  apache: 'Header always set Access-Control-Allow-Origin "*"',
  caddy: 'header Access-Control-Allow-Origin *',
});

/** Leaves one header where a proxy and what stands behind it both add it. */
export const ONE_CORS_LINES = webServerLines({
  nginx: 'proxy_hide_header Access-Control-Allow-Origin; beside the add_header line, or no add_header line',
  apache:
    'Header onsuccess unset Access-Control-Allow-Origin above the "Header always set" line, or no "Header always set" line',
  caddy: 'header_down Access-Control-Allow-Origin * inside of reverse_proxy, and no "header" line',
});

/** Serves `{json}` as the client file. */
export const CLIENT_FILE_LINES = webServerLines({
  nginx: `location = /.well-known/matrix/client { default_type application/json; add_header Access-Control-Allow-Origin * always; return 200 '{json}'; }`,
  apache:
    'write the text to /var/www/matrix-client.json; Alias "/.well-known/matrix/client" "/var/www/matrix-client.json"; and in its <Location>: ForceType application/json; Header always set Access-Control-Allow-Origin "*"',
  caddy:
    'header /.well-known/matrix/client Access-Control-Allow-Origin *; header /.well-known/matrix/client Content-Type application/json; respond /.well-known/matrix/client `{json}` (three lines)',
});

/** Passes `/.well-known/matrix/client` on to the web server of `{delegate}`, whose own CORS headers come along. */
export const CLIENT_FILE_PROXY_LINES = webServerLines({
  nginx: 'location = /.well-known/matrix/client { proxy_pass https://{delegate}; proxy_ssl_server_name on; }',
  apache:
    'SSLProxyEngine on; ProxyPass "/.well-known/matrix/client" "https://{delegate}/.well-known/matrix/client" (two lines)',
  caddy: 'reverse_proxy /.well-known/matrix/client https://{delegate}, with header_up Host {delegate} in its block',
});

/** Keeps the redirect of a whole site away from the well-known files. */
export const NO_REDIRECT_LINES = webServerLines({
  nginx:
    'give the file its own "location = /.well-known/matrix/client", and put the "return 301 ..." of the server block into "location /"',
  apache: 'RewriteCond %{REQUEST_URI} !^/\\.well-known/matrix/ above the RewriteRule that redirects',
  caddy: 'put "redir" and the rule for the file into a "handle" block each, because redir comes first otherwise',
});

/** Sends the right type with the client file. */
export const CONTENT_TYPE_LINES = webServerLines({
  nginx:
    'default_type application/json; in the location of the file (not add_header Content-Type, which adds a second one)',
  apache: 'ForceType application/json in the <Location> of the file',
  caddy: 'header /.well-known/matrix/client Content-Type application/json',
});

/** Passes the client API on to the homeserver. */
export const HOMESERVER_PROXY_LINES = webServerLines({
  nginx: 'location /_matrix/ { proxy_pass http://127.0.0.1:8008; proxy_set_header Host $host; }',
  apache: 'ProxyPass /_matrix http://127.0.0.1:8008/_matrix nocanon',
  caddy: 'reverse_proxy /_matrix/* 127.0.0.1:8008',
});
