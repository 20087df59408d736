import type { Failure } from '../facts/failure.js';
import { addressRange } from '../spec/address-range.js';

/** What stands in place of a connection to an address that is not globally reachable, however it is spelled; null for one that is. */
export const notPublicFailure = (address: string): Failure | null => {
  const { global, name } = addressRange(address);
  const message = `${address} (${name}) is no address of the public Internet`;
  return global ? null : { layer: 'tcp', reason: 'not-public', message, code: null };
};
