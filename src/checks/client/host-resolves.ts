import { links } from '../../spec/links.js';
import { atClientFileStage } from '../at-client-file-stage.js';
import type { Check } from '../check.js';
import { lookupEvidence, noAddressWords } from '../no-address-words.js';

export const hostResolves = {
  id: 'client/host-resolves',
  title: 'The host of the client file has an address',
  failureTitle: 'Clients cannot find {host}: {problem}',
  level: 'MUST',
  severity: 'error',
  spec: links.wellKnownUris,
  why: 'When somebody signs in with an ID of this server, the client asks https://{host}/.well-known/matrix/client where the homeserver is. Without an address for {host} it cannot ask anybody. SRV records do not help: only servers read them.',
  fix: 'Add an A record, and an AAAA record where there is IPv6, for {host} that point to the web server of the domain.',
  evaluate: atClientFileStage('address', ({ file }) => ({
    values: { host: file.host.host, problem: noAddressWords(file.host) },
    evidence: lookupEvidence(file.host),
  })),
} as const satisfies Check;
