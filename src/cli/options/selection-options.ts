import type { Option } from './option.js';

const GROUP = 'Checks';

/** Which checks count, and how much. */
export const SELECTION_OPTIONS = {
  only: {
    type: 'string',
    requiresArg: true,
    argument: 'LIST',
    completes: 'checks',
    repeatable: true,
    group: GROUP,
    describe: 'Only these areas (tls) or checks (tls/certificate-name), separated by commas',
  },
  skip: {
    type: 'string',
    requiresArg: true,
    argument: 'LIST',
    completes: 'checks',
    repeatable: true,
    group: GROUP,
    describe: 'All but these areas or checks, separated by commas',
  },
  'fail-on': {
    type: 'string',
    requiresArg: true,
    argument: 'WHAT',
    values: ['error', 'warning'],
    group: GROUP,
    describe: 'With warning, warnings give exit code 1; default error',
  },
} as const satisfies Record<string, Option>;
