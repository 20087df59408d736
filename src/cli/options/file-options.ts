import type { Option } from './option.js';

const GROUP = 'Files';

/** Names from files, and what was seen in files. */
export const FILE_OPTIONS = {
  targets: {
    type: 'string',
    requiresArg: true,
    argument: 'FILE',
    completes: 'files',
    repeatable: true,
    group: GROUP,
    describe: 'Server names, one a line, # for comments; - is standard input',
  },
  'save-facts': {
    type: 'string',
    requiresArg: true,
    argument: 'FILE',
    completes: 'files',
    group: GROUP,
    describe: 'Keep what was seen, to judge it again elsewhere',
  },
  'from-facts': {
    type: 'string',
    requiresArg: true,
    argument: 'FILE',
    completes: 'files',
    group: GROUP,
    describe: 'Judge what was kept instead of looking; - is standard input',
  },
} as const satisfies Record<string, Option>;
