import { isIP } from 'node:net';

/** The host where the homeserver of a server name is most often. An address, and a name that is most likely its own, stand for themselves. */
export const guessedHomeserver = (hostname: string): string =>
  isIP(hostname.replace(/^\[(.*)\]$/u, '$1')) !== 0 || /^(matrix|synapse)\./iu.test(hostname)
    ? hostname
    : `matrix.${hostname}`;
