import type { Facts } from '../facts/facts.js';
import { type InspectOptions, inspect } from '../inspect.js';
import { type NetOptions, openNet } from '../net/live.js';
import { Interrupted } from './interrupted.js';

/**
 * Looks at one name through a port of its own, which is closed afterwards. Where a signal comes it is closed at once, and the facts are what was seen by then;
 * throws Interrupted where it came before the beginning.
 */
export const inspectName = async (
  name: string,
  netOptions: NetOptions,
  options: Omit<InspectOptions, 'signal'>,
  signal: AbortSignal,
): Promise<Facts> => {
  if (signal.aborted) throw new Interrupted();
  const net = openNet(netOptions);
  const close = (): void => void net.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    return await inspect(name, net, { ...options, signal });
  } finally {
    signal.removeEventListener('abort', close);
    await net.close();
  }
};
