import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDeadline } from '../../../src/net/deadline.js';
import { createOpenSockets } from '../../../src/net/open-sockets.js';
import { direct } from '../../../src/net/route.js';
import { connectTcp } from '../../../src/net/tcp-connect.js';
import { addressRange } from '../../../src/spec/address-range.js';
import { CLOSED_ADDRESSES, ODD_SPELLINGS } from './closed-addresses.js';

/** Ways to write addresses that this machine takes for itself. */
const OWN = [
  '127.0.0.1',
  '127.1.2.3',
  '0.0.0.0',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '0:0:0:0:0:FFFF:7F00:0001',
  '::1',
  '0:0:0:0:0:0:0:1',
  '::',
];
const OF_INTERFACES = Object.values(networkInterfaces())
  .flatMap((entries) => entries ?? [])
  .map(({ address }) => address)
  .filter((address) => !addressRange(address).global && !address.startsWith('fe80:'));

const server = createServer((socket) => {
  connections += 1;
  socket.on('error', () => undefined).destroy();
});
let connections = 0;

beforeAll(async () => {
  server.listen(0);
  await once(server, 'listening');
});
afterAll(() => void server.close());

const dial = async (address: string, publicOnly: boolean): Promise<string> => {
  const deadline = startDeadline(20_000);
  const sockets = createOpenSockets();
  const { port } = server.address() as AddressInfo;
  const result = await connectTcp(address, port, 20_000, { deadline, sockets, route: direct, publicOnly });
  deadline.close();
  await sockets.closeAll();
  return 'reason' in result ? result.reason : 'connected';
};

/** Whatever there is to connect to has been told of it once this one is served. */
const settled = async (): Promise<void> => {
  const before = connections;
  expect(await dial('127.0.0.1', false)).toBe('connected');
  await expect.poll(() => connections).toBe(before + 1);
};

describe('connecting to addresses of this machine, by the operating system', () => {
  it.each(['127.0.0.1', '127.1.2.3', '0.0.0.0', '::ffff:127.0.0.1', '::ffff:7f00:1'])(
    'to %s works where nothing forbids it',
    async (address) => {
      expect(await dial(address, false)).toBe('connected');
    },
  );

  it('is refused for every spelling, and nothing reaches the listener', async () => {
    await settled();
    const before = connections;
    for (const address of [...OWN, ...OF_INTERFACES]) expect(await dial(address, true), address).toBe('not-public');
    await settled();
    expect(connections).toBe(before + 1);
  });
});

describe('an address that is not public', () => {
  it.each([...CLOSED_ADDRESSES, ...ODD_SPELLINGS, 'example.com', ''])('%j is refused', async (address) => {
    expect(await dial(address, true)).toBe('not-public');
  });

  it('is named with its range', async () => {
    const context = { deadline: startDeadline(1000), sockets: createOpenSockets(), route: direct, publicOnly: true };
    expect(await connectTcp('2002:7f00:1::', 443, 1000, context)).toEqual({
      layer: 'tcp',
      reason: 'not-public',
      message: '2002:7f00:1:: (loopback) is no address of the public Internet',
      code: null,
    });
    context.deadline.close();
  });
});

describe('the sources', () => {
  it('dial in two places: here, and to the resolvers', async () => {
    const folder = join(import.meta.dirname, '../../../src');
    const files = (await readdir(folder, { recursive: true })).filter(
      (file) => /\.tsx?$/.test(file) && !file.startsWith('lab'),
    );
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    const dialling = files.filter((_file, index) => DIALS.some((pattern) => pattern.test(texts[index] ?? '')));
    expect(dialling.toSorted()).toEqual(['net/dns-exchange.ts', 'net/tcp-connect.ts']);
  });
});

/** TLS is begun on a socket that is there already (tls-handshake.ts), as is HTTP (connection.ts). */
const DIALS = [
  /import \{[^}]*(?<!type )\b(connect|createConnection|Socket)\b[^}]*\} from 'node:net'/,
  /\bconnect\(\{[^}]*\bhost\b/,
  /from 'node:(dgram|https?|http2)'/,
  /\bfetch\('http/,
];
