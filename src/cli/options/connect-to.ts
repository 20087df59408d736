import { isIP } from 'node:net';
import type { Overrides } from '../../facts/facts.js';
import { UsageError } from '../usage-error.js';

/**
 * `HOST:PORT:ADDR:PORT` as in curl: connections to the first two go to the last two. IPv6 in brackets; an empty HOST or first PORT stands for any, an
 * empty last PORT for the same one.
 */
export const parseConnectTo = (text: string): Overrides['connectTo'][number] => {
  const [, host, port, target, toPort] =
    /^(\[[^\]]+\]|[^:[\]]*):(\d{0,5}):(\[[^\]]+\]|[^:[\]]+):(\d{0,5})$/.exec(text) ?? [];
  const address = target?.replace(/^\[(.*)\]$/, '$1') ?? '';
  if (host === undefined || isIP(address) === 0 || [port, toPort].some((digits) => Number(digits) > 65_535)) {
    throw new UsageError(
      `--connect-to ${text}: expected HOST:PORT:ADDR:PORT with an IP address in third place, such as matrix.example.com:443:192.0.2.10:8443 (IPv6 in brackets)`,
    );
  }
  return { host, port: Number(port), address, toPort: Number(toPort) };
};
