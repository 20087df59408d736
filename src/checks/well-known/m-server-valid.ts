import { quoted } from '../../facts/words/quoted.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverFileVerdicts } from '../verdicts/server-file-verdicts.js';

export const mServerValid = {
  id: 'well-known/m-server-valid',
  title: 'm.server is a host name or IP address, with or without a port',
  failureTitle: 'm.server in {url} is {value}, which is not a server name: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.serverName,
  why: 'Servers disagree about it: Synapse and Continuwuity connect to what they make of it and fail, Dendrite gives up, others ignore the file. A working SRV record or port 8448 helps only with the last ones.',
  fix: 'Write host and port only: {"m.server": "matrix.{host}:443"}.{hint}',
  recipe: 'server-file',
  evaluate: serverFileVerdicts('invalid-m-server', ({ reading }) =>
    reading?.kind === 'invalid-m-server'
      ? {
          values: {
            value: quoted(reading.mServer),
            problem: reading.problem.message,
            hint: reading.problem.hint === null ? '' : ` Most likely: ${reading.problem.hint}.`,
          },
          seen: quoted(reading.mServer),
        }
      : null,
  ),
} as const satisfies Check;
