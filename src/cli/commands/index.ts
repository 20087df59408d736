import { WEB_SERVERS } from '../../recipes/recipe.js';
import { SHELLS } from '../completion/shells.js';
import { CONCURRENCY_OPTION } from '../options/concurrency.js';
import { FILE_OPTIONS } from '../options/file-options.js';
import { MODE_OPTIONS } from '../options/mode.js';
import { NETWORK_OPTIONS } from '../options/network.js';
import { OUTPUT_OPTIONS, QUIET_OPTION } from '../options/output.js';
import { SCREEN_OPTIONS } from '../options/screen.js';
import { SELECTION_OPTIONS } from '../options/selection-options.js';
import { CHECK_ROWS } from './check-rows.js';
import type { Command } from './command.js';

const { json, color } = OUTPUT_OPTIONS;

/** The commands, in the order of the help. */
export const COMMANDS = {
  check: {
    parameters: '[names..]',
    argument: 'NAME...',
    describes: 'A server name, or a user ID, room alias or URL that holds one',
    summary: 'Check how others find a homeserver (the default)',
    options: {
      ...OUTPUT_OPTIONS,
      ...QUIET_OPTION,
      ...SCREEN_OPTIONS,
      ...MODE_OPTIONS,
      ...SELECTION_OPTIONS,
      ...NETWORK_OPTIONS,
      ...CONCURRENCY_OPTION,
      ...FILE_OPTIONS,
    },
    rows: CHECK_ROWS,
    examples: [
      ['check example.com', 'what is wrong, and what to change'],
      ['check --targets list.txt', 'many servers, a line for each'],
      ['check example.com matrix.org --json', 'one JSON report a line'],
      ['check example.com --only tls,keys', 'only these areas or checks'],
      ['check example.com --resolve matrix.example.com:192.0.2.10', 'before DNS says so'],
    ],
    load: async () => (await import('./check.js')).check,
  },
  resolve: {
    parameters: '[name]',
    argument: 'NAME',
    describes: 'A server name',
    summary: 'Walk the way of other servers to it, step by step',
    options: { ...OUTPUT_OPTIONS, ...NETWORK_OPTIONS },
    examples: [
      ['resolve example.com', 'every step, and where it leads'],
      ['resolve example.com --json', 'the same for programs'],
    ],
    load: async () => (await import('./resolve.js')).resolve,
  },
  explain: {
    parameters: '[id]',
    argument: 'CHECK',
    describes: 'The id of a check, as a report or list shows it',
    completes: 'checks',
    summary: 'Say what a check looks at, why, and how to mend it',
    options: {
      json,
      color,
      for: {
        type: 'string',
        requiresArg: true,
        argument: 'SERVER',
        values: WEB_SERVERS,
        group: 'Output',
        describe: `What to write into that web server: ${WEB_SERVERS.join(', ')}`,
      },
    },
    examples: [
      ['explain tls/certificate-name', 'what and why'],
      ['explain cors/client-file-header --for nginx', 'lines to write'],
    ],
    load: async () => (await import('./explain.js')).explain,
  },
  list: {
    parameters: '',
    argument: '',
    describes: '',
    summary: 'List every check',
    options: {
      json,
      color,
      markdown: { type: 'boolean', group: 'Output', describe: 'Print a Markdown table' },
    },
    examples: [
      ['list', 'every check with its severity'],
      ['list --json', 'the same for programs'],
    ],
    load: async () => (await import('./list.js')).list,
  },
  schema: {
    parameters: '',
    argument: '',
    describes: '',
    summary: 'Print the JSON Schema of the JSON report',
    options: {},
    examples: [
      ['schema', 'what the JSON report has'],
      ['schema > report.schema.json', 'keep it in a file'],
    ],
    load: async () => (await import('./schema.js')).schema,
  },
  demo: {
    parameters: '[scenario]',
    argument: '[SCENARIO]',
    describes: 'The name of a small world; without it they are listed, and healthy runs',
    completes: 'scenarios',
    summary: 'Check a small world: real DNS and TLS, no Internet',
    options: { ...OUTPUT_OPTIONS, ...QUIET_OPTION, ...SCREEN_OPTIONS, interactive: MODE_OPTIONS.interactive },
    examples: [
      ['demo', 'all of them, and a healthy one'],
      ['demo expired-certificate', 'a server that others refuse'],
    ],
    load: async () => (await import('./demo.js')).demo,
  },
  completion: {
    parameters: '[shell]',
    argument: 'SHELL',
    describes: `One of ${SHELLS.join(', ')}`,
    completes: 'shells',
    summary: 'Print what a shell needs to complete commands',
    options: {},
    examples: [
      ['completion bash', 'its output belongs into ~/.bashrc'],
      ['completion fish', 'into ~/.config/fish/completions'],
      ['completion zsh', 'as _matrix-discovery into a folder of $fpath'],
    ],
    load: async () => (await import('./completion.js')).completion,
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;

/** What is meant where the first word is a name. */
export const DEFAULT_COMMAND: CommandName = 'check';
