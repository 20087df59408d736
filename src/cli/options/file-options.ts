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
    more: 'A name that is listed twice is looked at once.',
  },
  'save-facts': {
    type: 'string',
    requiresArg: true,
    argument: 'FILE',
    completes: 'files',
    group: GROUP,
    describe: 'Keep what was seen, to judge it again elsewhere',
    more: 'As JSON, whole answers included; for several names one a line. It is what a bug report needs.',
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
