import type { Facts } from '../../facts/facts.js';
import type { Failure } from '../../facts/failure.js';
import { cutOff } from './cut-off.js';

/**
 * Whether a failure says nothing about the server: no route from this machine, an address that this run must not connect to (which other
 * checks judge as an address), the end of the whole run, a defect of this tool.
 */
export const isBlameless = ({ layer, reason }: Failure, facts: Facts): boolean =>
  reason === 'network-unreachable' ||
  reason === 'not-public' ||
  layer === 'internal' ||
  (reason === 'timeout' && cutOff(facts) !== null);
