import type { Overrides } from '../../facts/facts.js';
import { addressRange } from '../../spec/address-range.js';
import { UsageError } from '../usage-error.js';
import { type Arguments, allTexts, flag, lastText } from './arguments.js';
import { parseConnectTo } from './connect-to.js';
import type { Option } from './option.js';
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
  readonly publicOnly: boolean;
}

const DEFAULT_TIMEOUT = '15s';
const GROUP = 'Network';

export const NETWORK_OPTIONS = {
  timeout: {
    type: 'string',
    requiresArg: true,
    argument: 'TIME',
    group: GROUP,
    describe: `For each name: 500ms, 2m; default ${DEFAULT_TIMEOUT}`,
    more: 'Whatever was not seen by then counts as not answered. Always with its unit: ms, s, m or h.',
  },
  resolver: {
    type: 'string',
    requiresArg: true,
    argument: 'IP',
    repeatable: true,
    group: GROUP,
    describe: "DNS resolver, IP or IP:PORT, not the system's",
    more: 'IPv6 in brackets where a port follows: [2001:db8::1]:5353.',
  },
  'ca-file': {
    type: 'string',
    requiresArg: true,
    argument: 'FILE',
    completes: 'files',
    repeatable: true,
    group: GROUP,
    describe: 'Root certificates to trust as well, PEM',
    more: 'They are trusted besides those of Node and of the system.',
  },
  resolve: {
    type: 'string',
    requiresArg: true,
    argument: 'HOST:ADDR',
    repeatable: true,
    group: GROUP,
    describe: 'Believe this address instead of DNS',
    more: 'For a server whose DNS is still to be changed: matrix.example.com:192.0.2.10.',
  },
  'connect-to': {
    type: 'string',
    requiresArg: true,
    argument: 'HOST:PORT:ADDR:PORT',
    repeatable: true,
    group: GROUP,
    describe: 'Connect to the latter, as in curl',
    more: 'Only the connection goes elsewhere; Host, SNI and the name in the certificate stay. An empty HOST or first PORT stands for any, an empty last PORT for the same. IPv6 in brackets.',
  },
  'allow-private': {
    type: 'boolean',
    group: GROUP,
    describe: 'Private addresses are meant to be so',
    more: 'Without it they count as a mistake, since others cannot reach them.',
  },
  'public-only': {
    type: 'boolean',
    group: GROUP,
    describe: 'Never connect to a private address',
    more: 'Nor to any other that is not reachable from everywhere, whoever names it: DNS, a file, a redirect. For names that strangers give. What is refused so is not tested. Only the resolvers may be private.',
  },
} as const satisfies Record<string, Option>;

/** Throws UsageError. */
export const readNetworkOptions = (args: Arguments): NetworkOptions => {
  const options = readEach(args);
  if (options.publicOnly) refuseContradictions(options);
  return options;
};

/** Nothing could connect to such an address: better said at once than found in a report. */
const refuseContradictions = ({ allowPrivate, overrides }: NetworkOptions): void => {
  if (allowPrivate) throw new UsageError('--public-only --allow-private: expected one of them');
  for (const [option, given] of [['resolve', overrides.resolve] as const, ['connect-to', overrides.connectTo] as const])
    for (const { address } of given) {
      const { global, name } = addressRange(address);
      if (!global) throw new UsageError(`--public-only --${option}: ${address} (${name}) is not public`);
    }
};

const readEach = (args: Arguments): NetworkOptions => ({
  timeoutMs: parseTimeout(lastText(args, 'timeout') ?? DEFAULT_TIMEOUT),
  resolvers: allTexts(args, 'resolver').map(parseResolver),
  caFiles: allTexts(args, 'ca-file'),
  overrides: {
    resolve: allTexts(args, 'resolve').map(parseResolve),
    connectTo: allTexts(args, 'connect-to').map(parseConnectTo),
  },
  allowPrivate: flag(args, 'allow-private'),
  publicOnly: flag(args, 'public-only'),
});
