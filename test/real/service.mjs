import { setTimeout as sleep } from 'node:timers/promises';
import { inNamespace } from './in-namespace.mjs';
import { run, start } from './processes.mjs';

const PATIENCE_MS = 120_000;

/**
 * Starts a server inside a network namespace and waits until it listens. It throws, with what the server wrote, where that never happens.
 * @param at `{ protocol: 'tcp' | 'udp', address, port }`: one of the addresses that it will listen on; a wildcard counts for any
 * @param said what it has to have written besides, if anything: a RegExp
 * @param options of node's spawn: `cwd`, `env`
 */
export const startService = async ({ name, namespace, command, at, said, ...options }) => {
  const service = start(inNamespace(namespace, command), options);
  const giveUp = performance.now() + PATIENCE_MS;
  while (!((await isListening(namespace, at)) && (said?.test(service.log()) ?? true))) {
    const end = service.gone();
    if (end !== null) throw new Error(`${name} ended with ${end}:\n${service.log()}`);
    if (performance.now() > giveUp) throw new Error(`${name} is not listening after 120 s:\n${service.log()}`);
    await sleep(100);
  }
  return service;
};

const isListening = async (namespace, { protocol, address, port }) => {
  const look = ['ss', '-Hln', protocol === 'udp' ? '-u' : '-t', 'sport', `${port}`];
  const { stdout } = await run(inNamespace(namespace, look));
  const places = stdout.split('\n').map((line) => line.trim().split(/\s+/)[3]?.replace(/:\d+$/, ''));
  return [address, `[${address}]`, ...WILDCARDS].some((own) => places.includes(own));
};

const WILDCARDS = ['0.0.0.0', '[::]', '*'];
