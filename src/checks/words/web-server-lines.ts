/**
 * The same change for the web servers that most sites run, to stand at the end of a `fix`: words or one statement behind the name, or, after a
 * line break, a statement a line, so that they can be pasted.
 */
export const webServerLines = (lines: {
  readonly nginx: string;
  readonly apache: string;
  readonly caddy: string;
}): string =>
  `\n${labelled('nginx', lines.nginx)}\n${labelled('Apache', lines.apache)}\n${labelled('Caddy', lines.caddy)}`;

const labelled = (server: string, text: string): string => `${server}:${text.startsWith('\n') ? '' : ' '}${text}`;

/** Lets web pages read an answer that the web server gives by itself. "always": also with errors and redirects. */
export const CORS_LINES = webServerLines({
  nginx: 'add_header Access-Control-Allow-Origin * always;',
  apache: 'Header always set Access-Control-Allow-Origin "*"',
  caddy: 'header Access-Control-Allow-Origin *',
});

/** Leaves one header where a proxy and what stands behind it both add it. */
export const ONE_CORS_LINES = webServerLines({
  nginx: 'delete the add_header line, or put this beside it:\nproxy_hide_header Access-Control-Allow-Origin;',
  apache:
    'delete the "Header always set" line, or put this above it:\nHeader onsuccess unset Access-Control-Allow-Origin',
  caddy:
    'delete the "header" line, or put this into the block of reverse_proxy in its place:\nheader_down Access-Control-Allow-Origin *',
});

/** Serves `{json}` as the client file. */
export const CLIENT_FILE_LINES = webServerLines({
  nginx: `
location = /.well-known/matrix/client {
  default_type application/json;
  add_header Access-Control-Allow-Origin * always;
  return 200 '{json}';
}`,
  apache: `write the text to /var/www/matrix-client.json, and
Alias "/.well-known/matrix/client" "/var/www/matrix-client.json"
<Location "/.well-known/matrix/client">
  ForceType application/json
  Header always set Access-Control-Allow-Origin "*"
</Location>`,
  caddy: `
handle /.well-known/matrix/client {
  header Access-Control-Allow-Origin *
  header Content-Type application/json
  respond \`{json}\`
}`,
});

/** Passes `/.well-known/matrix/client` on to the web server of `{delegate}`, whose own CORS headers come along. */
export const CLIENT_FILE_PROXY_LINES = webServerLines({
  nginx: `
location = /.well-known/matrix/client {
  proxy_pass https://{delegate};
  proxy_ssl_server_name on;
}`,
  apache: `
SSLProxyEngine on
<Location "/.well-known/matrix/client">
  ProxyPass "https://{delegate}/.well-known/matrix/client"
  ProxyPreserveHost Off
</Location>`,
  caddy: `
handle /.well-known/matrix/client {
  reverse_proxy https://{delegate} {
    header_up Host {delegate}
  }
}`,
});

/** Keeps the redirect of a whole site away from the well-known files. */
export const NO_REDIRECT_LINES = webServerLines({
  nginx:
    'give the file its own "location = /.well-known/matrix/client", and put the "return 301 ..." of the server block into "location /"',
  apache: 'put this above the RewriteRule that redirects:\nRewriteCond %{REQUEST_URI} !^/\\.well-known/matrix/',
  caddy: 'put "redir" and the rule for the file into a "handle" block each, because redir comes first otherwise',
});

/** Sends the right type with a well-known file: "client" or "support". */
export const contentTypeLines = (file: 'client' | 'support'): string =>
  webServerLines({
    nginx:
      'put this into the location of the file (not add_header Content-Type, which adds a second one):\ndefault_type application/json;',
    apache: `
<Location "/.well-known/matrix/${file}">
  ForceType application/json
</Location>`,
    caddy: `header /.well-known/matrix/${file} Content-Type application/json`,
  });

/** Passes the client API on to the homeserver. */
export const HOMESERVER_PROXY_LINES = webServerLines({
  nginx: `
location /_matrix/ {
  proxy_pass http://127.0.0.1:8008;
  proxy_set_header Host $host;
}`,
  apache: `
AllowEncodedSlashes NoDecode
ProxyPreserveHost On
ProxyPass /_matrix http://127.0.0.1:8008/_matrix nocanon`,
  caddy: 'reverse_proxy /_matrix/* 127.0.0.1:8008',
});
