import { isIP } from 'node:net';
import type { Overrides } from '../../facts/facts.js';
import { UsageError } from '../usage-error.js';

/** `HOST:ADDR`: what to believe instead of the A and AAAA records of that host. IPv6 with or without brackets. */
export const parseResolve = (text: string): Overrides['resolve'][number] => {
  const colon = text.indexOf(':');
  const host = text.slice(0, Math.max(0, colon));
  const address = text.slice(colon + 1).replace(/^\[(.*)\]$/, '$1');
  if (host === '' || host.startsWith('[') || isIP(address) === 0) {
    throw new UsageError(
      `--resolve ${text}: expected HOST:ADDR with an IP address, such as matrix.example.com:192.0.2.10 or matrix.example.com:2001:db8::10`,
    );
  }
  return { host, address };
};
