import {
  BY_WELL_KNOWN,
  destinations,
  federates,
  HEALTHY_CLIENT,
  SRV_REMARKS,
  srvDestinations,
} from '../expectations.mjs';
import { BLACK_HOLE } from '../namespaces.mjs';
import { toSynapse } from '../nginx.mjs';
import { site } from '../sites.mjs';
import { KEY_ID } from '../synapse.mjs';
import { bySrv, delegated, healthy, plain, wellKnownFiles } from '../worlds.mjs';

/** One thing is wrong. */
export const faults = [
  {
    name: 'expired certificate',
    world: (place) => delegated(place, { certificate: { names: ['matrix.delegated.md.test'], daysLeft: -3 } }),
    exit: 2,
    report: ({ homeserver }) => ({
      outcome: 'fail',
      federation: {
        outcome: 'fail',
        step: '3.2',
        destinations: destinations([homeserver], {
          ...BY_WELL_KNOWN,
          like: {
            outcome: 'fail',
            tls: { certificate: { trusted: true, validTo: (text) => Date.parse(text) < Date.now() } },
            server: { name: 'Synapse' },
          },
        }),
      },
      client: { outcome: 'fail' },
    }),
    failed: ['tls/certificate-dates', 'client-tls/certificate-dates'],
  },
  {
    name: 'wrong Host routing: nginx knows the SRV target, not the server name',
    world: (place) =>
      bySrv(place, {
        federationSites: (at) => [
          site(at, 8448, '_', { names: ['srv.md.test'] }, '\nlocation / { return 404; }'),
          site(at, 8448, 'one.srv.md.test', { names: ['srv.md.test'] }, { backend: 'srv.md.test' }),
        ],
      }),
    exit: 2,
    report: (place) => ({
      outcome: 'fail',
      federation: {
        outcome: 'fail',
        step: '4',
        destinations: srvDestinations(place, {
          like: { outcome: 'fail', tls: { certificate: { trusted: true } }, server: null },
        }),
        signingKeys: null,
      },
      client: { outcome: 'pass', state: 'SUCCESS' },
    }),
    failed: ['federation/version', ...SRV_REMARKS],
  },
  {
    name: 'no CORS header on the client file',
    world: (place) => delegated(place, { clientHeaders: [] }),
    exit: 2,
    report: ({ homeserver }) => ({
      outcome: 'fail',
      federation: federates('3.2', destinations([homeserver], BY_WELL_KNOWN)),
      client: { ...HEALTHY_CLIENT, outcome: 'fail' },
    }),
    failed: ['cors/client-file-header'],
  },
  {
    name: 'the IPv6 address of the homeserver is dead',
    world: (place) => delegated(place, { homeserver: { v4: place.homeserver.v4, v6: BLACK_HOLE.v6 } }),
    exit: 0,
    report: ({ homeserver: { v4 } }) => ({
      outcome: 'warn',
      federation: {
        ...federates('3.2', [
          ...destinations([{ v4 }], BY_WELL_KNOWN),
          { address: BLACK_HOLE.v6, port: 443, tls: null, server: null, outcome: (outcome) => outcome !== 'pass' },
        ]),
        outcome: 'warn',
        summary: (text) => text.startsWith('other servers reach matrix.delegated.md.test:443 at 1 of 2 addresses'),
      },
      client: { outcome: 'warn', state: 'SUCCESS' },
    }),
    failed: ['connection/every-address', 'client-api/every-address'],
  },
  {
    name: 'the chain lacks the issuing certificate',
    world: (place) => delegated(place, { certificate: { names: ['matrix.delegated.md.test'], chain: false } }),
    exit: 2,
    report: () => ({ outcome: 'fail', federation: { outcome: 'fail', step: '3.2' }, client: { outcome: 'fail' } }),
    failed: ['tls/certificate-chain', 'client-tls/certificate-chain'],
  },
  {
    name: 'the certificate names the SRV target, not the server name',
    world: (place) => bySrv(place, { certificate: { names: ['one.srv.md.test', 'two.srv.md.test'] } }),
    exit: 2,
    report: () => ({ federation: { outcome: 'fail', step: '4' }, client: { outcome: 'pass', state: 'SUCCESS' } }),
    failed: ['tls/certificate-name', ...SRV_REMARKS],
  },
  {
    name: 'nginx answers 502 because Synapse is not there',
    world: (place) => delegated(place, { backend: null, directives: toSynapse(1) }),
    exit: 2,
    report: () => ({
      federation: { outcome: 'fail', step: '3.2', signingKeys: null },
      client: { outcome: 'fail', state: 'FAIL_ERROR' },
    }),
    failed: ['federation/version', 'client-api/versions-answered'],
  },
  {
    name: 'nginx leads to the Synapse of another server name',
    world: (place) => delegated(place, { backend: 'plain.md.test' }),
    exit: 2,
    report: ({ homeserver }) => ({
      federation: {
        outcome: 'fail',
        step: '3.2',
        destinations: destinations([homeserver], {
          ...BY_WELL_KNOWN,
          like: { outcome: 'fail', server: { name: 'Synapse' } },
        }),
        signingKeys: { keys: [{ id: KEY_ID, verified: false }] },
      },
      client: { state: 'SUCCESS' },
    }),
    failed: ['keys/server-name'],
  },
  {
    name: 'nginx adds a CORS header to the one of Synapse',
    world: (place) => delegated(place, { directives: 'add_header Access-Control-Allow-Origin * always;' }),
    exit: 2,
    report: () => ({ federation: { outcome: 'pass' }, client: { outcome: 'fail' } }),
    failed: ['cors/versions-header-once'],
  },
  {
    name: 'port 8448 speaks plain HTTP',
    world: (place) => plain(place, { federationCertificate: null }),
    exit: 2,
    report: ({ homeserver }) => ({
      federation: {
        outcome: 'fail',
        step: '6',
        destinations: destinations([homeserver], {
          port: 8448,
          host: 'plain.md.test',
          hostHeader: 'plain.md.test',
          like: { outcome: 'fail', tls: null, server: null },
        }),
      },
      client: { outcome: 'pass', state: 'SUCCESS' },
    }),
    failed: ['connection/speaks-tls'],
  },
  {
    name: 'nginx refuses the handshake: it knows the SRV target, not the server name',
    world: (place) =>
      bySrv(place, {
        federationSites: (at) => [
          site(at, 8448, '_', { names: ['srv.md.test'] }, 'ssl_reject_handshake on;'),
          site(at, 8448, 'one.srv.md.test', { names: ['srv.md.test'] }, { backend: 'srv.md.test' }),
        ],
      }),
    exit: 2,
    report: (place) => ({
      federation: {
        outcome: 'fail',
        step: '4',
        destinations: srvDestinations(place, { like: { outcome: 'fail', tls: null, server: null } }),
      },
      client: { outcome: 'pass', state: 'SUCCESS' },
    }),
    failed: ['tls/server-name-accepted', ...SRV_REMARKS],
  },
  {
    name: 'both files are redirected, without a CORS header on the way',
    world: (place) =>
      delegated(place, {
        webSite: 'location / { return 301 https://matrix.delegated.md.test$request_uri; }',
        directives: wellKnownFiles(),
      }),
    exit: 2,
    report: ({ homeserver }) => ({
      federation: {
        ...federates('3.2', destinations([homeserver], BY_WELL_KNOWN)),
        wellKnown: {
          state: 'valid',
          status: 200,
          delegate: 'matrix.delegated.md.test:443',
          redirects: ['https://matrix.delegated.md.test/.well-known/matrix/server'],
        },
      },
      client: { ...HEALTHY_CLIENT, outcome: 'fail' },
    }),
    failed: ['cors/client-file-redirects', 'client/file-not-redirected', 'support/readable-by-web-clients'],
  },
  {
    name: 'the resolver refuses the SRV question',
    world: (place) => ({ ...plain(place), refused: ['_matrix-fed._tcp.plain.md.test'] }),
    exit: 2,
    report: ({ homeserver }) => ({
      federation: {
        ...federates(
          '6',
          destinations([homeserver], { port: 8448, host: 'plain.md.test', hostHeader: 'plain.md.test' }),
        ),
        outcome: 'fail',
      },
      client: { outcome: 'pass', state: 'SUCCESS' },
    }),
    failed: ['srv/lookup-answers'],
  },
  {
    name: 'a certificate authority that nobody trusts',
    world: healthy,
    args: ({ resolver }) => ['--resolver', resolver],
    exit: 2,
    report: () => ({ federation: { outcome: 'fail' }, client: { outcome: 'fail' } }),
    failed: ['connection/reachable', 'well-known/certificate-trust', 'client-tls/certificate-trust'],
  },
  {
    name: 'a name that does not exist',
    world: healthy,
    check: 'nonexistent.md.test',
    exit: 2,
    report: () => ({ outcome: 'fail', federation: { outcome: 'fail', destinations: [] } }),
    failed: ['dns/host-resolves', 'client/host-resolves'],
  },
];
