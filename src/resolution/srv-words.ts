import type { SrvLook } from '../facts/federation.js';
import { isNotFound } from '../facts/lookup-state.js';
import { lookupWords } from './lookup-words.js';
import { isRefused } from './srv.js';

/** SRV records that a step goes by: "_matrix-fed._tcp.example.com -> matrix.example.com:8448, 2 addresses". */
export const foundWords = (look: SrvLook): string => {
  if (isRefused(look)) return `${look.owner} says that there is no such service (its target is ".")`;
  const addresses = countWords(addressCount(look), 'address', 'addresses');
  const [first] = look.targets;
  const targets =
    look.targets.length === 1 && first !== undefined
      ? `${first.target}:${first.port}`
      : countWords(look.targets.length, 'target', 'targets');
  return `${look.owner} -> ${targets}, ${addresses}`;
};

/** Of all targets together. */
export const addressCount = (look: SrvLook): number =>
  look.targets.reduce((count, { addresses }) => count + (addresses?.addresses.length ?? 0), 0);

/** SRV records that a step passes over: not there, or not to be had, on which resolvers disagree. */
export const notFoundWords = (look: SrvLook): string =>
  isNotFound(look.lookup)
    ? `no ${look.owner} (${lookupWords(look.lookup)})`
    : `${look.owner}: ${lookupWords(look.lookup)}, taken as not found here, but homeservers disagree on that`;

const countWords = (count: number, one: string, several: string): string => {
  if (count === 0) return `no ${one}`;
  return count === 1 ? `1 ${one}` : `${count} ${several}`;
};
