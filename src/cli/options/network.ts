import type { Options } from 'yargs';
import type { Overrides } from '../../facts/facts.js';
import { type Arguments, allTexts, flag, lastText } from './arguments.js';
import { parseConnectTo } from './connect-to.js';
import { parseResolve } from './resolve.js';
import { parseResolver } from './resolver.js';
import { parseTimeout } from './timeout.js';

/** How to look: the options of every command that opens a socket. */
export interface NetworkOptions {
  readonly timeoutMs: number;
  /** Empty: the system's. */
  readonly resolvers: readonly string[];
  readonly caFiles: readonly string[];
  readonly overrides: Overrides;
  readonly allowPrivate: boolean;
}

const DEFAULT_TIMEOUT = '15s';
const GROUP = 'Network:';

export const NETWORK_OPTIONS = {
  timeout: {
    type: 'string',
    requiresArg: true,
    group: GROUP,
    describe: `Time for everything about one name: 10s, 500ms, 2m (default ${DEFAULT_TIMEOUT})`,
  },
  resolver: {
    type: 'string',
    requiresArg: true,
    group: GROUP,
    describe: "DNS resolver, IP[:PORT], instead of the system's; repeatable",
  },
  'ca-file': {
    type: 'string',
    requiresArg: true,
    group: GROUP,
    describe: 'PEM file with root certificates to trust as well; repeatable',
  },
  resolve: {
    type: 'string',
    requiresArg: true,
    group: GROUP,
    describe: 'HOST:ADDR, believed instead of DNS; repeatable',
  },
  'connect-to': {
    type: 'string',
    requiresArg: true,
    group: GROUP,
    describe: 'HOST:PORT:ADDR:PORT, connect to the latter instead of the former, as in curl; repeatable',
  },
  'allow-private': {
    type: 'boolean',
    group: GROUP,
    describe: 'Private and loopback addresses are meant to be so',
  },
} as const satisfies Record<string, Options>;

export const readNetworkOptions = (args: Arguments): NetworkOptions => ({
  timeoutMs: parseTimeout(lastText(args, 'timeout') ?? DEFAULT_TIMEOUT),
  resolvers: allTexts(args, 'resolver').map(parseResolver),
  caFiles: allTexts(args, 'ca-file'),
  overrides: {
    resolve: allTexts(args, 'resolve').map(parseResolve),
    connectTo: allTexts(args, 'connect-to').map(parseConnectTo),
  },
  allowPrivate: flag(args, 'allow-private'),
});
