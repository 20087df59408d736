import { failureWords } from '../../facts/words/failure-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverFileVerdicts } from '../verdicts/server-file-verdicts.js';
import { fetchFailure } from '../verdicts/where-server-file.js';

export const tlsHandshake = {
  id: 'well-known/tls-handshake',
  title: 'The web server of the name speaks TLS with everybody',
  failureTitle: '{url} cannot be fetched over TLS: {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'The file counts only over HTTPS. Where the TLS handshake fails, servers go on with SRV records and port 8448 of {host}, as if there were no file.',
  fix: 'Serve {host} with HTTPS on port 443: TLS 1.2 or newer, a certificate for {host}, no client certificate. Try: openssl s_client -connect {host}:443 -servername {host}.',
  evaluate: serverFileVerdicts('tls-error', (fetched) => {
    const failure = fetchFailure(fetched);
    if (failure?.layer !== 'tls') return null;
    return { values: { problem: failureWords(failure) }, seen: failureWords(failure) };
  }),
} as const satisfies Check;
