import { failureWords } from '../../facts/words/failure-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { failureOf } from '../readings/client-file-stages.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { clientFileEvidence } from '../words/client-file-words.js';
import { connectionAdvice } from '../words/connection-advice.js';

export const fileReachable = {
  id: 'client/file-reachable',
  title: 'The web server that should have the client file answers',
  failureTitle: 'The client file cannot be fetched from {host}: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'When somebody signs in with an ID of this server, the client asks {url} where the homeserver is. It gets no answer there, so it reports a fault or takes {name} for the homeserver.',
  fix: '{advice}',
  usualFix:
    'Let the web server listen on port 443 at every address that DNS has for the host, open that port in the firewall, and see in its log what became of the request.',
  evaluate: atClientFileStage('connection', ({ file, fetched, last, counted }) => {
    const failure = fetched === null ? null : failureOf(fetched.fetch);
    const url = fetched?.fetch.end.kind === 'failed' ? fetched.fetch.end.url : file.url;
    const host = hostIn(url);
    return {
      values: {
        name: file.host.host,
        url: file.url,
        host,
        problem: failure === null ? 'no answer' : failureWords(failure),
        advice: failure === null ? '' : connectionAdvice(failure, host, last?.destination.port ?? 443),
      },
      evidence: clientFileEvidence(counted),
    };
  }),
} as const satisfies Check;

const hostIn = (url: string): string => /^https?:\/\/([^/?#]*)/u.exec(url)?.[1] ?? url;
