import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadScenario } from '../src/lab/load-scenario.js';
import type { Scenario } from '../src/lab/scenario.js';
import { type Lab, startLab } from '../src/lab/start-lab.js';
import { SCENARIOS } from './facts-of.js';

/** A small world that becomes another one while the program looks at it, behind ports that stay the same. */
export interface ChangingWorld {
  /** Options of the command line that lead to it. */
  readonly options: readonly string[];
  become(scenario: Scenario): Promise<void>;
  close(): Promise<void>;
}

/** Host and address of each server of the scenario `ipv4-only`. */
const PLACES = [
  ['example.com', '203.0.113.5'],
  ['matrix.example.com', '203.0.113.10'],
] as const;

export const openChangingWorld = async (scenario: Scenario): Promise<ChangingWorld> => {
  let lab = await startLab(scenario);
  const folder = await mkdtemp(join(tmpdir(), 'matrix-discovery-world-'));
  const caFile = join(folder, 'root.pem');
  await writeFile(caFile, lab.trustStore.certificates.join('\n'));
  const dns = await relayUdp(() => Number(lab.resolver.split(':')[1]));
  const relays = await Promise.all(
    PLACES.map(async ([host, address]) => {
      const relay = await relayTcp(() => portOf(lab, address));
      return { ...relay, option: ['--connect-to', `${host}:443:127.0.0.1:${relay.port}`] };
    }),
  );
  return {
    options: [
      ...['--resolver', `127.0.0.1:${dns.port}`, '--ca-file', caFile, '--allow-private', '--timeout', '20s'],
      ...relays.flatMap(({ option }) => option),
    ],
    become: async (next) => {
      const before = lab;
      lab = await startLab(next);
      await before.close();
    },
    close: async () => {
      await Promise.all([dns.close(), ...relays.map((relay) => relay.close()), lab.close()]);
      await rm(folder, { recursive: true });
    },
  };
};

/** One where all is well, and the same with what is given instead. */
export const worldWith = async (changes: Partial<Scenario> = {}): Promise<Scenario> => ({
  ...(await loadScenario('ipv4-only', SCENARIOS)),
  ...changes,
});

/** The certificate of the homeserver has expired. */
export const brokenWorld = async (): Promise<Scenario> => {
  const whole = await worldWith();
  const { matrix } = whole.certificates;
  if (matrix === undefined) throw new Error('ipv4-only has no certificate named matrix');
  return { ...whole, certificates: { ...whole.certificates, matrix: { ...matrix, fromDays: -93, toDays: -3 } } };
};

const portOf = (lab: Lab, address: string): number => {
  const route = lab.route(address, 443);
  if (route.kind !== 'to') throw new Error(`nothing listens on ${address}`);
  return route.port;
};

interface Relay {
  readonly port: number;
  close(): Promise<void>;
}

const relayTcp = async (target: () => number): Promise<Relay> => {
  const open = new Set<Socket>();
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  };
  const server = createServer((near) => {
    const far = connect(target(), '127.0.0.1');
    keep(near);
    keep(far);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const relayUdp = async (target: () => number): Promise<Relay> => {
  const near = createSocket('udp4').bind(0, '127.0.0.1');
  await once(near, 'listening');
  const open = new Set<UdpSocket>();
  near.on('message', (question, { port }) => {
    const far = createSocket('udp4');
    open.add(far);
    far.on('message', (answer) => {
      near.send(answer, port, '127.0.0.1');
      open.delete(far);
      far.close();
    });
    far.send(question, target(), '127.0.0.1');
  });
  return {
    port: near.address().port,
    close: async () => {
      for (const far of open) far.close();
      near.close();
    },
  };
};
