import { isIP } from 'node:net';
import { UsageError } from '../usage-error.js';

/** `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`, `[2001:db8::1]:5353` -> `ip:port`, with port 53 where none is given. */
export const parseResolver = (text: string): string => {
  if (isIP(text) === 6) return `[${text}]:53`;
  const [, bracketed, plain, port = '53'] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const valid = bracketed === undefined ? isIP(plain ?? '') === 4 : isIP(bracketed) === 6;
  if (!valid || Number(port) < 1 || Number(port) > 65_535) {
    throw new UsageError(
      `--resolver ${text}: expected an IP address, with a port if it is not 53: 192.0.2.1 or [2001:db8::1]:5353`,
    );
  }
  return `${bracketed === undefined ? plain : `[${bracketed}]`}:${Number(port)}`;
};
