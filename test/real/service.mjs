import { setTimeout as sleep } from 'node:timers/promises';
import { inNamespace } from './in-namespace.mjs';
import { run, start } from './processes.mjs';

const PATIENCE_MS = 120_000;

/**
 * Starts a server inside a network namespace and waits until it listens. It throws, with what the server wrote, where that never happens.
 * @param at `{ protocol: 'tcp' | 'udp', address, port }`
 */
export const startService = async ({ name, namespace, command, cwd, at }) => {
  const service = start(inNamespace(namespace, command), { cwd });
  const look = ['ss', '-Hln', at.protocol === 'udp' ? '-u' : '-t', 'src', at.address, 'sport', `${at.port}`];
  const giveUp = performance.now() + PATIENCE_MS;
  while ((await run(inNamespace(namespace, look))).stdout.trim() === '') {
    const end = service.gone();
    if (end !== null) throw new Error(`${name} ended with ${end}:\n${service.log()}`);
    if (performance.now() > giveUp) throw new Error(`${name} is not listening after 120 s:\n${service.log()}`);
    await sleep(200);
  }
  return service;
};
