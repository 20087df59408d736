import { NETWORK_OPTIONS } from '../options/network.js';
import { OUTPUT_OPTIONS, QUIET_OPTION } from '../options/output.js';
import { SCREEN_OPTIONS } from '../options/screen.js';
import type { Command } from './command.js';

const { json, color, verbose } = OUTPUT_OPTIONS;

const SELECTION_OPTIONS = {
  only: {
    type: 'string',
    requiresArg: true,
    group: 'Checks:',
    describe: 'Areas or ids of checks, with commas or repeated',
  },
  skip: { type: 'string', requiresArg: true, group: 'Checks:', describe: 'The same, left out' },
  'fail-on': {
    type: 'string',
    requiresArg: true,
    group: 'Checks:',
    describe: 'error (default), or warning: these give code 1 too',
  },
} as const;

const FILE_OPTIONS = {
  targets: {
    type: 'string',
    requiresArg: true,
    group: 'Files:',
    describe: 'File with one name a line, # for comments; - reads standard input; repeatable',
  },
  'save-facts': {
    type: 'string',
    requiresArg: true,
    group: 'Files:',
    describe: 'Keep what was seen, to judge it again elsewhere',
  },
  'from-facts': {
    type: 'string',
    requiresArg: true,
    group: 'Files:',
    describe: 'Judge what was kept instead of looking; - reads standard input',
  },
} as const;

const FOR_OPTION = {
  type: 'string',
  requiresArg: true,
  group: 'Output:',
  describe: 'What to write into that web server: nginx, apache, caddy, haproxy or traefik',
} as const;

/** The commands, in the order of the help. */
export const COMMANDS = {
  check: {
    parameters: '[names..]',
    describes: 'server names, or user IDs, aliases and URLs that hold one',
    summary: 'Check how servers and clients find a Matrix homeserver (the default)',
    options: {
      ...OUTPUT_OPTIONS,
      ...QUIET_OPTION,
      ...SCREEN_OPTIONS,
      ...SELECTION_OPTIONS,
      ...NETWORK_OPTIONS,
      ...FILE_OPTIONS,
    },
    examples: [
      'check example.com',
      'check example.com --json',
      'check --targets servers.txt --json',
      'check example.com --only tls,keys',
      'check example.com --resolve matrix.example.com:192.0.2.10',
    ],
    load: async () => (await import('./check.js')).check,
  },
  resolve: {
    parameters: '[name]',
    describes: 'a server name',
    summary: 'Only walk the way that other servers take to it, step by step',
    options: { ...OUTPUT_OPTIONS, ...NETWORK_OPTIONS },
    examples: ['resolve example.com', 'resolve example.com --json'],
    load: async () => (await import('./resolve.js')).resolve,
  },
  explain: {
    parameters: '[id]',
    describes: 'the id of a check',
    summary: 'Say what a check looks at, why it matters and how to mend it',
    options: { json, color, for: FOR_OPTION },
    examples: ['explain tls/certificate-name', 'explain cors/client-file-header --for nginx'],
    load: async () => (await import('./explain.js')).explain,
  },
  list: {
    parameters: '',
    describes: '',
    summary: 'List every check',
    options: {
      json,
      color,
      markdown: { type: 'boolean', group: 'Output:', describe: 'Print a Markdown table' },
    },
    examples: ['list', 'list --json'],
    load: async () => (await import('./list.js')).list,
  },
  schema: {
    parameters: '',
    describes: '',
    summary: 'Print the JSON Schema of the JSON report',
    options: {},
    examples: ['schema > report.schema.json'],
    load: async () => (await import('./schema.js')).schema,
  },
  demo: {
    parameters: '[scenario]',
    describes: 'the name of a small world; without it they are listed, and healthy runs',
    summary: 'Check a small world of our own: real DNS, real TLS, no Internet',
    options: { json, verbose, color, ...QUIET_OPTION, ...SCREEN_OPTIONS },
    examples: ['demo', 'demo expired-certificate'],
    load: async () => (await import('./demo.js')).demo,
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;
