import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { notTested } from '../verdict.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { addressAdvice } from '../words/address-advice.js';
import { lookupEvidence, lookupHindrance, noAddressWords } from '../words/no-address-words.js';

export const hostResolves = {
  id: 'client/host-resolves',
  title: 'The host of the client file has an address',
  failureTitle: 'Clients cannot find {host}: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'When somebody signs in with an ID of this server, the client asks https://{host}/.well-known/matrix/client where the homeserver is. Where DNS gives no address of {host}, it cannot ask anybody. SRV records do not help: only servers read them.',
  fix: '{advice}',
  usualFix:
    'Add an A record (and an AAAA record where there is IPv6) for the host of the server name, and see that its name servers answer.',
  evaluate: atClientFileStage('address', ({ file: { host } }, _client, facts) => {
    const hindrance = lookupHindrance(host, facts);
    if (hindrance !== null) return notTested(hindrance);
    const advice = addressAdvice(
      host,
      `Add an A record, and an AAAA record where there is IPv6, for ${host.host} that point to the web server of the domain.`,
    );
    return { values: { host: host.host, problem: noAddressWords(host), advice }, evidence: lookupEvidence(host) };
  }),
} as const satisfies Check;
