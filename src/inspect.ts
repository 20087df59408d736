import type { InspectEvent } from './events.js';
import type { DnsLookup } from './facts/dns.js';
import type { Facts } from './facts/facts.js';
import { isAnswered } from './facts/lookup-state.js';
import { skipped } from './facts/observation.js';
import { lookAround, lookForTheWay, type Parts } from './look-around.js';
import type { Net } from './net/net.js';
import { watchNet } from './resolution/watched-net.js';
import { readInput } from './spec/server-name.js';
import { TOOL, VERSION } from './version.js';

export interface InspectOptions {
  /** Addresses that are not globally reachable are meant to be so. */
  readonly allowPrivate?: boolean;
  /** Only how other servers find it: nothing is asked of the destinations, and everything else is skipped. */
  readonly walkOnly?: boolean;
  /** Aborted by whoever ends the run, and closes `net`: then what was seen by then is given, marked as interrupted. */
  readonly signal?: AbortSignal;
  readonly onEvent?: ((event: InspectEvent) => void) | undefined;
  /** Default: the clock of the machine. */
  readonly now?: () => Date;
  /** Numbers in [0, 1) for the order of SRV records; default `Math.random`. */
  readonly chance?: () => number;
}

/** Turns what a person typed into Facts, through the port `net`. Never throws for what the world does; ends by the deadline of `net`. The caller closes `net`. */
export const inspect = async (input: string, net: Net, options: InspectOptions = {}): Promise<Facts> => {
  const { allowPrivate = false, walkOnly = false, now = () => new Date(), chance = Math.random } = options;
  const startedAt = performance.now();
  const observedAt = now().toISOString();
  // What was given up on may still answer while the caller closes the port: that is no event any more.
  let finished = false;
  const onEvent = (event: InspectEvent): void => {
    if (!finished) options.onEvent?.(event);
  };
  onEvent({ type: 'started', input, observedAt });

  const lookups: DnsLookup[] = [];
  const watched = watchNet(net, {
    onAsk: (question) => onEvent({ type: 'asked', question }),
    onAnswer: (question) => onEvent({ type: 'answered', question }),
    onConnection: (destination, session) => onEvent({ type: 'connection', destination, session }),
    onLookup: (lookup) => lookups.push(lookup),
    onLook: (look) => onEvent({ type: 'look', look }),
  });
  const reading = readInput(input);
  const parts =
    reading.reading.kind === 'valid'
      ? await (walkOnly ? lookForTheWay : lookAround)(reading.reading.serverName, {
          net: watched,
          observedAt,
          chance,
          onEvent,
        })
      : nothingToLookAt;
  const interrupted = options.signal?.aborted === true;
  const blind = lookups.length > 0 && !lookups.some(isAnswered) && !interrupted;
  const resolverControl = blind ? await net.lookup('.', 'NS') : null;

  const durationMs = Math.round(performance.now() - startedAt);
  onEvent({ type: 'finished', durationMs });
  finished = true;
  return deepFreeze({
    factsVersion: 1,
    tool: { name: TOOL, version: VERSION },
    observedAt,
    durationMs,
    input: reading,
    setting: { ...structuredClone(net.setting), resolverControl, timedOut: net.timedOut, interrupted, allowPrivate },
    ...parts,
  });
};

const noServerName = skipped('the input is not a server name');
const nothingToLookAt: Parts = {
  federation: noServerName,
  client: noServerName,
  support: noServerName,
  survey: noServerName,
};

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
};
