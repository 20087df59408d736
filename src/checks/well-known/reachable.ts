import { failureWords } from '../../facts/words/failure-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverFileVerdicts } from '../verdicts/server-file-verdicts.js';
import { fetchFailure } from '../verdicts/where-server-file.js';

export const reachable = {
  id: 'well-known/reachable',
  title: 'The web server of the name takes connections for the well-known file',
  failureTitle: '{url} cannot be fetched: {problem}',
  level: 'advice',
  severity: 'notice',
  affects: 'servers',
  spec: links.resolution,
  why: 'Servers ask for this file first. Where the connection is refused they go on with SRV records and then port 8448 of {host}. That is fine if it is meant so; if it is an outage of the web server, they go astray and remember that for an hour or longer.',
  fix: 'If you delegate by this file, start the web server of {host} and open TCP port 443. If you do not, nothing has to change.',
  evaluate: serverFileVerdicts('unreachable', (fetched) => {
    const failure = fetchFailure(fetched);
    if (failure === null || failure.layer !== 'tcp' || failure.reason === 'timeout') return null;
    return { values: { problem: failureWords(failure) }, seen: failureWords(failure) };
  }),
} as const satisfies Check;
