import { BY_WELL_KNOWN, destinations, federates, HEALTHY_CLIENT } from '../expectations.mjs';
import { BLACK_HOLE } from '../namespaces.mjs';
import { delegated, healthy } from '../worlds.mjs';

/** The options and variables that say where to look from. */
export const settings = [
  {
    name: "the system's resolver, and SSL_CERT_FILE",
    world: healthy,
    args: () => [],
    environment: (caFile) => ({ SSL_CERT_FILE: caFile }),
    exit: 0,
    report: ({ homeserver }) => ({
      outcome: 'pass',
      federation: federates('3.2', destinations([homeserver], BY_WELL_KNOWN)),
      client: HEALTHY_CLIENT,
    }),
    failed: [],
  },
  {
    name: 'a resolver that knows its own zone and nothing of the root',
    world: (place) => ({ ...delegated(place), root: false }),
    exit: 0,
    report: ({ homeserver }) => ({
      outcome: 'pass',
      federation: federates('3.2', destinations([homeserver], BY_WELL_KNOWN)),
      client: HEALTHY_CLIENT,
    }),
    failed: [],
  },
  {
    name: 'addresses that the public federation cannot reach',
    world: healthy,
    publicOnly: true,
    exit: 2,
    report: ({ homeserver }) => ({
      federation: { outcome: 'fail', step: '3.2', destinations: destinations([homeserver], BY_WELL_KNOWN) },
      client: { outcome: 'warn', state: 'SUCCESS' },
    }),
    failed: ['dns/public-addresses', 'client/not-inside-only'],
  },
  {
    name: 'a homeserver that DNS does not lead to yet (--connect-to)',
    world: (place) => delegated(place, { homeserver: BLACK_HOLE }),
    moreArgs: ({ homeserver }) => ['--connect-to', `matrix.delegated.md.test:443:${homeserver.v4}:443`],
    exit: 0,
    report: ({ homeserver: { v4 } }) => ({
      outcome: 'pass',
      federation: federates('3.2', destinations([{ v4 }], BY_WELL_KNOWN)),
      client: HEALTHY_CLIENT,
      setting: { connectTo: [{ host: 'matrix.delegated.md.test', port: 443, address: v4, toPort: 443 }] },
    }),
    failed: [],
  },
];
