import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { isInternalHost } from '../readings/internal-host.js';
import { notTested } from '../verdict.js';
import { atVersionsStage } from '../verdicts/at-versions-stage.js';
import { addressAdvice } from '../words/address-advice.js';
import { lookupEvidence, lookupHindrance, noAddressWords } from '../words/no-address-words.js';
import { hostnameOf } from '../words/server-name-of.js';
import { suggestedClientFile } from '../words/suggested-client-file.js';

export const baseUrlHostResolves = {
  id: 'client/base-url-host-resolves',
  title: 'The host of the base URL has an address',
  failureTitle: 'Clients are sent to {host}, for which DNS gives no address: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'The client file names {baseUrl} as the homeserver. Clients cannot connect there, so they end discovery with an error (FAIL_ERROR) and do not let people sign in.',
  fix: '{advice}',
  usualFix:
    'Add an A record (and an AAAA record where there is IPv6) for that host, or correct base_url in the client file.',
  evaluate: atVersionsStage('address', ({ host, baseUrl, addresses }, facts) => {
    const hindrance = lookupHindrance(addresses, facts);
    if (hindrance !== null) return notTested(hindrance);
    const isMisled = isInternalHost(host) && !isInternalHost(hostnameOf(facts));
    const advice = isMisled
      ? `Clients elsewhere do not know ${host}, which means something on one machine or in one network only. Write the public address of the homeserver as base_url in the client file: ${suggestedClientFile(facts).homeserver}, most likely.`
      : addressAdvice(
          addresses,
          `Add an A record (and an AAAA record where there is IPv6) for ${host}, or correct base_url in the client file.`,
        );
    return {
      values: { host, baseUrl, problem: noAddressWords(addresses), advice },
      evidence: lookupEvidence(addresses),
    };
  }),
} as const satisfies Check;
