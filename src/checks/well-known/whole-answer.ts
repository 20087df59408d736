import { failureWords } from '../../facts/words/failure-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverFileVerdicts } from '../verdicts/server-file-verdicts.js';
import { fetchFailure } from '../verdicts/where-server-file.js';

export const wholeAnswer = {
  id: 'well-known/whole-answer',
  title: 'The request for the well-known file gets a whole HTTP answer',
  failureTitle: '{url} gets no whole answer: {problem}',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'The connection is made, but what comes over it is no complete HTTP answer. Servers treat that as "no file" and go on with SRV records and port 8448 of {host}.',
  fix: 'See the error log of the web server of {host}, and try it by hand: curl -v --http1.1 {url}. A wrong Content-Length, a proxy that closes too early or a worker that crashes are the usual causes.',
  evaluate: serverFileVerdicts('unreachable', (fetched) => {
    const failure = fetchFailure(fetched);
    if (failure === null || failure.reason === 'timeout') return null;
    return failure.layer === 'http' || failure.layer === 'body'
      ? { values: { problem: failureWords(failure) }, seen: failureWords(failure) }
      : null;
  }),
} as const satisfies Check;
