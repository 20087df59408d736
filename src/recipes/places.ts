/** Where lines belong, in the words of each web server. */
export const PLACES = {
  nginxServer: 'in the server block of {host}, in place of a location for that path',
  nginxLocation: 'in the location that answers {path}, in place of its lines for the same headers',
  apacheSite: 'in the <VirtualHost> of {host}, below its other sections',
  caddySite: 'in the site block of {host}',
  haproxyFrontend: 'in the frontend of {host}, above its other http-request lines',
  traefikFile: 'in a file of the file provider',
} as const;

/** The same for what passes everything below /_matrix/ on to the homeserver. */
export const HOMESERVER_PLACES = {
  nginxServer: 'in the server block of {homeserver}, in place of the location for /_matrix',
  apacheSite: 'in the <VirtualHost> of {homeserver}, in place of the ProxyPass lines for /_matrix',
  caddySite: 'in the site block of {homeserver}, in place of what passes /_matrix on',
  haproxyFrontend: 'in the frontend of {homeserver}, above its other http-request lines',
  traefikFile: 'in a file of the file provider',
} as const;
