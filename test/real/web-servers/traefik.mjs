/**
 * The official Traefik 3. `listen` is its static configuration; `tls` and `site` are sections of a file of the file provider. The lines of a
 * recipe are files beside that one, but where those texts have a place for them. A list in those texts is written in brackets, since a line that
 * begins with a dash is one that goes, see site-text.mjs. It listens by IPv4 alone: an entry point has one address.
 */
export const traefik = {
  id: 'traefik',
  listen: ({ v4 }) => `entryPoints:\n  websecure:\n    address: "${v4}:443"`,
  tls: ({ live }) => `tls:\n  certificates: [{ certFile: ${live}/fullchain.pem, keyFile: ${live}/privkey.pem }]`,
  takesFiles: true,
  files: (_here, { listen, tls, site }, others) => ({
    'traefik.yml': `${listen}
providers:
  file:
    directory: ${DYNAMIC}
log:
  level: DEBUG
  format: json
global:
  checkNewVersion: false
`,
    [`disk${DYNAMIC}/site.yml`]: `${tls}\n${site}\n`,
    ...Object.fromEntries(others.map((lines, index) => [`disk${DYNAMIC}/recipe-${index + 1}.yml`, lines])),
  }),
  command: ({ folder, programs }) => [programs.traefik, `--configFile=${folder}/traefik.yml`],
  complaint: /"level":"(?:warn|error|fatal)"/,
  /** It listens before it has read those files. */
  ready: /Adding route for/,
};

const DYNAMIC = '/etc/traefik/dynamic';
