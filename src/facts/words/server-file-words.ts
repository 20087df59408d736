import { jsonFaultWords } from '../../spec/json.js';
import type { ServerFileReading } from '../../spec/well-known-server.js';
import { certificateFaults } from '../certificate-state.js';
import type { ServerFileFetched } from '../well-known-state.js';
import { certificateFaultWords } from './certificate-fault-words.js';
import { failureWords, lookWords } from './failure-words.js';
import { quoted } from './quoted.js';
import { redirectFaultWords } from './redirect-fault-words.js';

/** What one fetch of the server file came to, in a few words: "404", "status 503", "m.server is matrix.example.com:443". */
export const serverFileWords = (fetched: ServerFileFetched, observedAt: string): string => {
  const { fetch, state, status, reading } = fetched;
  switch (state) {
    case 'valid':
      return reading?.kind === 'delegates' ? `m.server is ${quoted(reading.mServer)}` : 'a valid file';
    case 'not-found':
      return '404';
    case 'http-error':
      return `status ${status}`;
    case 'invalid-json':
      return reading?.kind === 'invalid-json' ? `not JSON: ${jsonFaultWords(reading.fault)}` : 'not JSON';
    case 'missing-m-server':
      return reading?.kind === 'missing-m-server' ? missingWords(reading) : 'no m.server';
    case 'invalid-m-server':
      return reading?.kind === 'invalid-m-server'
        ? `m.server is ${quoted(reading.mServer)}, which is not a server name`
        : 'm.server is not a server name';
    case 'too-large':
      return 'the file is too large';
    case 'redirect-error':
      return fetch.end.kind === 'redirect-error'
        ? `the redirects lead nowhere: ${redirectFaultWords(fetch.end.fault, fetch.end.location)}`
        : 'the redirects lead nowhere';
    case 'tls-error':
    case 'unreachable':
      return badCertificateWords(fetched, observedAt) ?? endWords(fetched);
  }
};

/** "no m.server", "m.server is a number", "an array in place of a JSON object" */
const missingWords = ({ found, members }: Extract<ServerFileReading, { kind: 'missing-m-server' }>): string =>
  members === null ? `${found} in place of a JSON object` : found;

/** "the certificate of www.example.com has expired"; null where every certificate on the way is good. */
const badCertificateWords = ({ fetch }: ServerFileFetched, observedAt: string): string | null => {
  for (const hop of fetch.hops) {
    const [fault] = certificateFaults(hop, observedAt);
    if (fault !== undefined) return certificateFaultWords(fault, hop.destination.certificateName);
  }
  return null;
};

const endWords = ({ fetch }: ServerFileFetched): string => {
  if (fetch.end.kind === 'failed') return failureWords(fetch.end.failure);
  const last = fetch.hops.at(-1);
  return last === undefined ? 'nothing was fetched' : lookWords(last);
};
