import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { InspectEvent } from '../../../src/events.js';
import type { Facts } from '../../../src/facts/facts.js';
import type { HttpLook } from '../../../src/facts/http.js';
import { inspect } from '../../../src/inspect.js';
import type { RouteAnswer, Scenario, Site } from '../../../src/lab/scenario.js';
import { startLab } from '../../../src/lab/start-lab.js';
import { openNet, type Route } from '../../../src/net/live.js';
import { addressRange } from '../../../src/spec/address-range.js';
import { addressRecords, HOMESERVER, type Lead, redirectTo, type Way } from './ways.js';

/** One target at the end of a way: an address as it is written, or a host with these addresses. */
export interface Target {
  readonly written: string;
  readonly addresses: readonly string[];
}

export interface Run {
  readonly facts: Facts;
  readonly looks: readonly HttpLook[];
  /** Addresses that a connection was really asked for, in the moment before it is made, and are not globally reachable. */
  readonly dialled: readonly string[];
  /** Connections to the listener that stands for all that is not public. */
  readonly connections: number;
}

const WEB = '203.0.114.5';
const PATIENT_MS = 60_000;

/**
 * A world in which one way leads to each of the targets, on real sockets: the public part is acted out as ever, every other address is led to
 * a listener on loopback that counts who comes.
 */
export const openClosedWorld = async ({ lead }: Way, targets: readonly Target[]) => {
  const leads = targets.map(({ written, addresses }, index) => lead(nameOf(index), written, addresses));
  const lab = await startLab(worldOf(leads, targets));
  let connections = 0;
  let dialled: string[] = [];
  const trap = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined).destroy();
  });
  trap.listen(0, '127.0.0.1');
  await once(trap, 'listening');
  const { port } = trap.address() as AddressInfo;
  const route: Route = (address, wanted) => {
    if (addressRange(address).global) return lab.route(address, wanted);
    dialled.push(address);
    return { kind: 'to', address: '127.0.0.1', port };
  };

  return {
    run: async (index: number, publicOnly: boolean): Promise<Run> => {
      const { typed = nameOf(index), overrides } = leads[index] ?? {};
      const looks: HttpLook[] = [];
      [connections, dialled] = [0, []];
      const net = openNet({
        ...lab.netOptions(),
        ...(overrides === undefined ? {} : { overrides }),
        ...{ route, publicOnly, timeoutMs: PATIENT_MS },
      });
      const onEvent = (event: InspectEvent) => void (event.type === 'look' && looks.push(event.look));
      try {
        return { facts: await inspect(typed, net, { onEvent }), looks, dialled, connections };
      } finally {
        await net.close();
      }
    },
    close: async () => {
      await lab.close();
      await new Promise((resolve) => trap.close(resolve));
    },
  };
};

const nameOf = (index: number): string => `n${index}.example.com`;
const ok = (json: object): RouteAnswer => ({ headers: { 'Access-Control-Allow-Origin': '*' }, json });

const worldOf = (leads: readonly Lead[], targets: readonly Target[]): Scenario => ({
  title: 'A way that leads into a closed network',
  check: nameOf(0),
  zone: {
    '*.example.com': { A: [WEB] },
    ...Object.fromEntries(leads.map((_lead, index) => [nameOf(index), { A: [WEB] }])),
    ...Object.fromEntries(targets.filter(isHost).map(({ written, addresses }) => [written, addressRecords(addresses)])),
    ...Object.assign({}, ...leads.map(({ zone }) => zone)),
  },
  certificates: { good: { names: ['example.com', '*.example.com'] } },
  servers: {
    web: {
      at: [`${WEB}:443`],
      sites: {
        [HOMESERVER]: { homeserver: { serverName: 'example.com' } },
        ...Object.fromEntries(leads.map((lead, index) => [nameOf(index), siteOf(lead)])),
        ...Object.assign({}, ...leads.map(({ sites }) => sites)),
      },
    },
  },
  expect: { outcome: 'unknown', must: [], mustNot: [] },
});

const isHost = ({ written }: Target): boolean => written.endsWith('.example.net');

const siteOf = ({
  serverFile = { 'm.server': `${HOMESERVER}:443` },
  clientFile = { 'm.homeserver': { base_url: `https://${HOMESERVER}` } },
  redirects = {},
}: Lead): Site => ({
  routes: {
    ...(serverFile === null ? {} : { '/.well-known/matrix/server': ok(serverFile) }),
    ...(clientFile === null ? {} : { '/.well-known/matrix/client': ok(clientFile) }),
    ...Object.fromEntries(Object.entries(redirects).map(([path, location]) => [path, redirectTo(location)])),
  },
});
