import type { Facts } from '../facts/facts.js';
import { type InspectOptions, inspect } from '../inspect.js';
import { type NetOptions, openNet } from '../net/live.js';
import { Interrupted } from './interrupted.js';

/** Looks at one name through a port of its own, which is closed afterwards, or at once where a signal comes. */
export const inspectName = async (
  name: string,
  netOptions: NetOptions,
  options: InspectOptions,
  signal: AbortSignal,
): Promise<Facts> => {
  if (signal.aborted) throw new Interrupted();
  const net = openNet(netOptions);
  const close = (): void => void net.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    const facts = await inspect(name, net, options);
    if (signal.aborted) throw new Interrupted();
    return facts;
  } finally {
    signal.removeEventListener('abort', close);
    await net.close();
  }
};
