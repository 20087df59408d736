import { jsonFile } from './nginx.mjs';
import { CORS, clientFile, site, supportFile } from './sites.mjs';

/**
 * Healthy worlds, one for each way of being found. Each is `{ serverName, zone, sites }`: the records that unbound serves, and what nginx
 * serves. `change` says what is different, so that a fault is one line.
 */

/** Delegation by /.well-known/matrix/server (steps 3.1 to 3.5). */
export const delegated = (place, change = {}) => {
  const {
    delegate,
    clientHeaders = CORS,
    webSite = wellKnownFiles({ delegate, clientHeaders }),
    homeserver = place.homeserver,
    ports = [443],
    certificate = { names: ['matrix.delegated.md.test'] },
    backend = 'delegated.md.test',
    directives = '',
    records = [],
    moreSites = [],
  } = change;
  return {
    serverName: 'delegated.md.test',
    zone: [
      ...records,
      ...addressRecords('delegated.md.test', place.web),
      ...addressRecords('matrix.delegated.md.test', homeserver),
    ],
    sites: [
      site(place.web, 443, 'delegated.md.test', { names: ['delegated.md.test'] }, webSite),
      ...ports.map((port) =>
        site(place.homeserver, port, 'matrix.delegated.md.test', certificate, { files: directives, backend }),
      ),
      ...moreSites,
    ],
  };
};

export const wellKnownFiles = ({ delegate = 'matrix.delegated.md.test:443', clientHeaders = CORS } = {}) =>
  [
    jsonFile('/.well-known/matrix/server', { 'm.server': delegate }),
    clientFile('https://matrix.delegated.md.test', clientHeaders),
    supportFile(),
  ].join('');

/** No server file, an SRV record: `_matrix-fed._tcp` (step 4) or the deprecated `_matrix._tcp` (step 5). Two targets, the second as a backup. */
export const bySrv = (place, change = {}) => {
  const {
    service = '_matrix-fed._tcp',
    certificate = { names: ['srv.md.test'] },
    federationSites = (at) => [site(at, 8448, 'srv.md.test', certificate, { backend: 'srv.md.test' })],
  } = change;
  return {
    serverName: 'srv.md.test',
    zone: [
      ...addressRecords('srv.md.test', place.web),
      ...addressRecords('one.srv.md.test', place.homeserver),
      ...addressRecords('two.srv.md.test', place.second),
      `${service}.srv.md.test. 300 IN SRV 20 0 8448 two.srv.md.test.`,
      `${service}.srv.md.test. 300 IN SRV 10 0 8448 one.srv.md.test.`,
    ],
    sites: [
      site(
        place.web,
        443,
        'srv.md.test',
        { names: ['srv.md.test'] },
        clientFile('https://one.srv.md.test') + supportFile(),
      ),
      site(place.homeserver, 443, 'one.srv.md.test', { names: ['one.srv.md.test'] }, { backend: 'srv.md.test' }),
      ...federationSites(place.homeserver),
      ...federationSites(place.second),
    ],
  };
};

/** Nothing is wrong here. */
export const healthy = (place) => delegated(place);

/** Neither: port 8448 of the server name itself (step 6), or the port that the server name carries (step 2). */
export const plain = (place, change = {}) => {
  const { serverName = 'plain.md.test', port = 8448 } = change;
  const [host] = serverName.split(':');
  const certificate = { names: [host] };
  const { federationCertificate = certificate } = change;
  return {
    serverName,
    zone: addressRecords(host, place.homeserver),
    sites: [
      site(place.homeserver, 443, host, certificate, {
        files: clientFile(`https://${host}`) + supportFile(),
        backend: serverName,
      }),
      site(place.homeserver, port, host, federationCertificate, { backend: serverName }),
    ],
  };
};

/** The server name is an IPv6 address (step 1). */
export const literal = (place) => {
  const serverName = `[${place.homeserver.v6}]`;
  const certificate = { names: [place.homeserver.v6] };
  const at = { v6: place.homeserver.v6 };
  return {
    serverName,
    zone: [],
    sites: [
      site(at, 443, serverName, certificate, {
        files: clientFile(`https://${serverName}`) + supportFile(),
        backend: serverName,
      }),
      site(at, 8448, serverName, certificate, { backend: serverName }),
    ],
  };
};

/** As lines of a zone file. */
export const addressRecords = (name, { v4, v6 }) => [
  `${name}. 300 IN A ${v4}`,
  ...(v6 === undefined ? [] : [`${name}. 300 IN AAAA ${v6}`]),
];
