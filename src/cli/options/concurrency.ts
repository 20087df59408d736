import { UsageError } from '../usage-error.js';
import type { Option } from './option.js';

const MOST = 256;

export const DEFAULT_CONCURRENCY = '16';

export const CONCURRENCY_OPTION = {
  concurrency: {
    type: 'string',
    requiresArg: true,
    argument: 'N',
    group: 'Network',
    describe: `Names that are looked at together, 1 to ${MOST}; default ${DEFAULT_CONCURRENCY}`,
  },
} as const satisfies Record<string, Option>;

export const parseConcurrency = (text: string): number => {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > MOST)
    throw new UsageError(`--concurrency ${text}: expected a whole number from 1 to ${MOST}`);
  return number;
};
