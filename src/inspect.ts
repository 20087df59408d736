import type { InspectEvent } from './events.js';
import type { Facts } from './facts/facts.js';
import type { Net } from './net/net.js';

export interface InspectOptions {
  /** Addresses that are not globally reachable are meant to be so. */
  readonly allowPrivate?: boolean;
  readonly onEvent?: (event: InspectEvent) => void;
  /** Default: the clock of the machine. */
  readonly now?: () => Date;
  /** Numbers in [0, 1) for the order of SRV records; default `Math.random`. */
  readonly chance?: () => number;
}

/** Turns what a person typed into Facts, through the port `net`. Never throws for what the world does; ends by the deadline of `net`. The caller closes `net`. */
export const inspect = async (input: string, net: Net, options: InspectOptions = {}): Promise<Facts> => {
  throw new Error(`not written yet: ${input} ${net.timedOut} ${options.allowPrivate}`);
};
