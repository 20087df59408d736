import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { expect, it } from 'vitest';
import { readClientHello } from '../../src/lab/client-hello.js';

/** The first bytes that a real TLS client sends. */
const helloFor = async (servername: string): Promise<Buffer> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = tlsConnect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, servername });
  client.on('error', () => {});
  const [socket] = await once(server, 'connection');
  let bytes = Buffer.alloc(0);
  while (readClientHello(bytes).kind === 'incomplete') bytes = Buffer.concat([bytes, (await once(socket, 'data'))[0]]);
  socket.destroy();
  client.destroy();
  server.close();
  return bytes;
};

it('reads the name that a client asks for', async () => {
  expect(readClientHello(await helloFor('matrix.example.com'))).toEqual({ kind: 'hello', sni: 'matrix.example.com' });
  expect(readClientHello(await helloFor(''))).toEqual({ kind: 'hello', sni: null });
});

it('waits for the whole message, over several records too', async () => {
  const hello = await helloFor('example.com');
  for (let length = 0; length < hello.length; length++) {
    expect(readClientHello(hello.subarray(0, length)).kind).toBe('incomplete');
  }
  const message = hello.subarray(5);
  const record = (part: Buffer) => Buffer.concat([Buffer.from([22, 3, 1, part.length >> 8, part.length & 255]), part]);
  const spread = Buffer.concat([record(message.subarray(0, 40)), record(message.subarray(40))]);
  expect(readClientHello(spread)).toEqual({ kind: 'hello', sni: 'example.com' });
});

it('knows what is no ClientHello', () => {
  expect(readClientHello(Buffer.from('GET / HTTP/1.1\r\n')).kind).toBe('not-tls');
  expect(readClientHello(Buffer.from([22, 3, 1, 0, 4, 2, 0, 0, 0])).kind).toBe('not-tls');
  expect(readClientHello(Buffer.from([22, 3, 1, 0, 8, 1, 0, 0, 4, 3, 3, 0, 0])).kind).toBe('not-tls');
});
