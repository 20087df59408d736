import { type CertificateFault, certificateFaults } from '../../facts/certificate-state.js';
import type { RedirectFault } from '../../facts/http.js';
import type { ServerFileFetched } from '../../facts/well-known-state.js';
import { failureWords, lookWords } from './failure-words.js';
import { quoted } from './quoted.js';

/** What one fetch of the server file came to, in a few words: "404", "status 503", "m.server is matrix.example.com:443". */
export const serverFileWords = (fetched: ServerFileFetched, observedAt: string): string => {
  const { fetch, state, status, reading } = fetched;
  if (reading?.kind === 'delegates' && state === 'valid') return `m.server is ${quoted(reading.mServer)}`;
  switch (state) {
    case 'not-found':
      return '404';
    case 'http-error':
      return `status ${status}`;
    case 'invalid-json':
      return reading?.kind === 'invalid-json' ? `not JSON: ${reading.fault.message}` : 'not JSON';
    case 'missing-m-server':
      return reading?.kind === 'missing-m-server' ? `no usable m.server: ${reading.found}` : 'no m.server';
    case 'invalid-m-server':
      return reading?.kind === 'invalid-m-server' ? `m.server is ${quoted(reading.mServer)}` : 'm.server is invalid';
    case 'too-large':
      return 'the file is too large';
    case 'redirect-error':
      return fetch.end.kind === 'redirect-error' ? REDIRECT_WORDS[fetch.end.fault] : 'the redirects lead nowhere';
    default:
      return certificateFaultWords(fetched, observedAt) ?? endWords(fetched);
  }
};

/** "the certificate of www.example.com has expired"; null where every certificate on the way is good. */
const certificateFaultWords = ({ fetch }: ServerFileFetched, observedAt: string): string | null => {
  for (const hop of fetch.hops) {
    const [fault] = certificateFaults(hop, observedAt);
    if (fault !== undefined) return CERTIFICATE_WORDS[fault](hop.destination.certificateName);
  }
  return null;
};

const endWords = ({ fetch }: ServerFileFetched): string => {
  if (fetch.end.kind === 'failed') return failureWords(fetch.end.failure);
  const last = fetch.hops.at(-1);
  return last === undefined ? 'nothing was fetched' : lookWords(last);
};

const REDIRECT_WORDS = {
  loop: 'the redirects go round in a circle',
  'too-many': 'there are too many redirects',
  'no-location': 'a redirect does not say where to',
  'bad-location': 'a redirect leads to something that is no URL',
  'plain-http': 'a redirect leads to plain http',
} as const satisfies Record<RedirectFault, string>;

const CERTIFICATE_WORDS = {
  name: (name) => `the certificate shown for ${name} is for another name`,
  trust: (name) => `the certificate of ${name} is not trusted`,
  expired: (name) => `the certificate of ${name} has expired`,
  'not-yet-valid': (name) => `the certificate of ${name} is not valid yet`,
  unreadable: (name) => `the certificate of ${name} cannot be read`,
} as const satisfies Record<CertificateFault, (name: string) => string>;
