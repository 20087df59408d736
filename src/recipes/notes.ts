/** A trap of nginx: add_header in a location cancels those of the server block. */
export const ADD_HEADER_NOTE =
  'With this, add_header lines of the server block no longer reach this path: repeat those that it needs, such as Strict-Transport-Security.';

/** nginx runs these before it looks at locations. */
export const SERVER_RETURN_NOTE =
  'A "return" or "rewrite" line of the server block itself would come first: move it into "location / { }".';

export const MOD_HEADERS_NOTE = 'Needs mod_headers: a2enmod headers.';

/** Caddy sorts directives; these come before handle. */
export const CADDY_ORDER_NOTE =
  'Lines with redir, rewrite or try_files would come first: put them, with the rest of the site, into a second block "handle { }".';

export const HOMESERVER_ADDRESS_NOTE = 'Put the address of the homeserver in place of 127.0.0.1:8008 if it is another.';
