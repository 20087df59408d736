import type { Facts } from '../../facts/facts.js';
import type { Failure } from '../../facts/failure.js';
import { cutOff } from './cut-off.js';

/** Whether a failure says nothing about the server: no route from this machine, the end of the whole run, a defect of this tool. */
export const isBlameless = ({ layer, reason }: Failure, facts: Facts): boolean =>
  reason === 'network-unreachable' || layer === 'internal' || (reason === 'timeout' && cutOff(facts) !== null);
