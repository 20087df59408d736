import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverFileVerdicts } from '../verdicts/server-file-verdicts.js';
import { statusAdvice } from '../words/status-advice.js';

export const status = {
  id: 'well-known/status',
  title: 'The well-known file is there (200), or clearly not there (404)',
  failureTitle: '{url} is answered with status {status}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.resolution,
  why: 'Only status 200 delegates. With {status} servers go on with SRV records and port 8448 of {host}, and most of them remember that for an hour, some for a day; a few take any answer with JSON in it for a success.',
  fix: 'Answer with 200 and the file if you delegate, with 404 if you do not.{advice}',
  recipe: 'server-file',
  evaluate: serverFileVerdicts('http-error', ({ status, fetch }, { file }) => ({
    values: {
      status: `${status}`,
      advice: status === null ? '' : ` ${statusAdvice(status, fetch.hops.at(-1)?.url ?? file.url)}`,
    },
    seen: `status ${status}`,
  })),
} as const satisfies Check;
