import {
  BY_WELL_KNOWN,
  destinations,
  federates,
  HEALTHY_CLIENT,
  SRV_REMARKS,
  srvDestinations,
  WITHOUT_PORT,
} from '../expectations.mjs';
import { site } from '../sites.mjs';
import { bySrv, delegated, healthy, literal, plain } from '../worlds.mjs';

/** Every way of the specification by which a server can be found, in good order. */
export const ways = [
  {
    name: 'delegation by .well-known to a name with a port',
    world: healthy,
    exit: 0,
    report: ({ web, homeserver }) => ({
      outcome: 'pass',
      federation: {
        ...federates('3.2', destinations([homeserver], BY_WELL_KNOWN)),
        wellKnown: {
          state: 'valid',
          status: 200,
          delegate: 'matrix.delegated.md.test:443',
          cacheSeconds: 86_400,
          addresses: [
            { address: web.v4, state: 'valid' },
            { address: web.v6, state: 'valid' },
          ],
        },
        srv: [],
      },
      client: HEALTHY_CLIENT,
      support: { outcome: 'pass', contacts: [{ role: 'm.role.admin', emailAddress: 'admin@md.test' }] },
    }),
    failed: [],
  },
  {
    name: 'delegation by .well-known to an IP address',
    world: (place) =>
      delegated(place, {
        delegate: place.second.v4,
        certificate: { names: ['matrix.delegated.md.test', place.second.v4] },
        moreSites: [
          site(
            { v4: place.second.v4 },
            8448,
            place.second.v4,
            { names: [place.second.v4] },
            { backend: 'delegated.md.test' },
          ),
        ],
      }),
    exit: 0,
    report: ({ second }) => ({
      outcome: 'pass',
      federation: federates(
        '3.1',
        destinations([{ v4: second.v4 }], { port: 8448, host: second.v4, hostHeader: second.v4, sni: null }),
      ),
      client: HEALTHY_CLIENT,
    }),
    failed: [],
  },
  {
    name: 'delegation by .well-known to a name with _matrix-fed._tcp',
    world: (place) =>
      delegated(place, {
        delegate: 'matrix.delegated.md.test',
        ports: [443, 8443],
        records: ['_matrix-fed._tcp.matrix.delegated.md.test. 300 IN SRV 10 5 8443 matrix.delegated.md.test.'],
      }),
    exit: 0,
    report: ({ homeserver }) => ({
      federation: {
        ...federates('3.3', destinations([homeserver], { ...WITHOUT_PORT, port: 8443 })),
        srv: [
          {
            service: 'matrix-fed',
            target: 'matrix.delegated.md.test',
            port: 8443,
            priority: 10,
            weight: 5,
            used: true,
          },
        ],
      },
      client: HEALTHY_CLIENT,
    }),
    failed: ['srv/well-known-instead'],
  },
  {
    name: 'delegation by .well-known to a name with the deprecated _matrix._tcp',
    world: (place) =>
      delegated(place, {
        delegate: 'matrix.delegated.md.test',
        ports: [443, 8443],
        records: ['_matrix._tcp.matrix.delegated.md.test. 300 IN SRV 10 5 8443 matrix.delegated.md.test.'],
      }),
    exit: 0,
    report: ({ homeserver }) => ({
      federation: {
        ...federates('3.4', destinations([homeserver], { ...WITHOUT_PORT, port: 8443 })),
        outcome: 'warn',
      },
      client: HEALTHY_CLIENT,
    }),
    failed: ['srv/current-service', 'srv/well-known-instead'],
  },
  {
    name: 'delegation by .well-known to a bare name',
    world: (place) => delegated(place, { delegate: 'matrix.delegated.md.test', ports: [443, 8448] }),
    exit: 0,
    report: ({ homeserver }) => ({
      federation: federates('3.5', destinations([homeserver], { ...WITHOUT_PORT, port: 8448 })),
      client: HEALTHY_CLIENT,
    }),
    failed: [],
  },
  {
    name: 'delegation by _matrix-fed._tcp',
    world: (place) => bySrv(place),
    exit: 0,
    report: (place) => ({
      outcome: 'pass',
      federation: {
        ...federates('4', srvDestinations(place)),
        wellKnown: { state: 'not-found', status: 404, delegate: null },
        srv: [
          {
            service: 'matrix-fed',
            owner: '_matrix-fed._tcp.srv.md.test',
            target: 'one.srv.md.test',
            port: 8448,
            priority: 10,
            used: true,
          },
          { service: 'matrix-fed', target: 'two.srv.md.test', priority: 20, used: true },
        ],
      },
      client: { outcome: 'pass', state: 'SUCCESS', baseUrl: 'https://one.srv.md.test' },
    }),
    failed: SRV_REMARKS,
  },
  {
    name: 'delegation by the deprecated _matrix._tcp',
    world: (place) => bySrv(place, { service: '_matrix._tcp' }),
    exit: 0,
    report: (place) => ({ federation: { ...federates('5', srvDestinations(place)), outcome: 'warn' } }),
    failed: ['srv/current-service', ...SRV_REMARKS],
  },
  {
    name: 'no delegation: port 8448',
    world: (place) => plain(place),
    exit: 0,
    report: ({ homeserver }) => ({
      outcome: 'pass',
      federation: federates(
        '6',
        destinations([homeserver], { port: 8448, host: 'plain.md.test', hostHeader: 'plain.md.test' }),
      ),
      client: { outcome: 'pass', state: 'SUCCESS', baseUrl: 'https://plain.md.test' },
    }),
    failed: [],
  },
  {
    name: 'a port in the server name',
    world: (place) => plain(place, { serverName: 'port.md.test:8450', port: 8450 }),
    exit: 0,
    report: ({ homeserver }) => ({
      serverName: { text: 'port.md.test:8450', hostname: 'port.md.test', port: 8450, kind: 'dns' },
      federation: {
        ...federates(
          '2',
          destinations([homeserver], { port: 8450, host: 'port.md.test', hostHeader: 'port.md.test:8450' }),
        ),
        wellKnown: { state: 'not-attempted' },
      },
      client: { state: 'SUCCESS', baseUrl: 'https://port.md.test' },
    }),
    failed: ['client/port-in-name'],
  },
  {
    name: 'an IPv6 address as the server name',
    world: (place) => literal(place),
    exit: 0,
    report: ({ homeserver: { v6 } }) => ({
      serverName: { text: `[${v6}]`, kind: 'ipv6', port: null },
      federation: federates('1', destinations([{ v6 }], { port: 8448, host: v6, hostHeader: `[${v6}]`, sni: null })),
      client: { state: 'SUCCESS', baseUrl: `https://[${v6}]` },
    }),
    failed: ['server-name/ip-literal'],
  },
];
