import type { FailureReason } from '../../facts/failure.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { WELL_KNOWN_MAX_BYTES } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { failureOf } from '../readings/client-file-stages.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { clientFileEvidence } from '../words/client-file-words.js';

export const fileWhole = {
  id: 'client/file-whole',
  title: 'The client file arrives whole and is not too large',
  failureTitle: 'The client file does not arrive as a whole: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Half a file is no JSON, so clients report a fault of the server. Files of {limit} bytes and more are refused by much of the software that reads well-known files.',
  fix: '{advice}',
  usualFix: 'Put the client file there and nothing else, and let the web server announce its real length.',
  evaluate: atClientFileStage('whole', ({ file, fetched, counted }) => {
    const failure = fetched === null ? null : failureOf(fetched.fetch);
    return {
      values: {
        limit: WELL_KNOWN_MAX_BYTES.toLocaleString('en-US'),
        problem: failure === null ? 'it is incomplete' : failureWords(failure),
        advice: `${ADVICE[failure?.reason ?? 'body-truncated'] ?? OTHER} "curl -v ${file.url}" shows what arrives.`,
      },
      evidence: clientFileEvidence(counted),
    };
  }),
} as const satisfies Check;

const OTHER = 'See in the log of the web server why the answer breaks off.';

const ADVICE: Partial<Record<FailureReason, string>> = {
  'body-too-large':
    'Put the client file there and nothing else: it has a few hundred bytes. So many are a web page or a mistake, most often.',
  'body-truncated':
    'Announce the real length: a Content-Length that is set by hand, or a proxy that rewrites the answer, is wrong most often.',
  timeout: 'See why the web server begins an answer and does not end it: the application behind it hangs, most often.',
};
