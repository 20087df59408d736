import type { Facts } from '../../facts/facts.js';
import type { FederationFacts } from '../../facts/federation.js';
import { seenValue } from '../../facts/observation.js';
import { decidingFetch, readServerFileFetches } from '../../facts/well-known-state.js';
import { DEFAULT_PORT } from '../../spec/constants.js';
import { serverFileWords } from './server-file-words.js';
import { hostnameOf } from './server-name-of.js';

/**
 * Why servers come to a place where nobody meant to have a homeserver, as sentences with a blank behind them, to stand before what to do; empty
 * where the path is the obvious one. What fails at the end of a detour is best mended at its beginning.
 */
export const detourWords = (federation: FederationFacts, facts: Facts): string => {
  const hostname = hostnameOf(facts);
  if (federation.step === '3.5') {
    const delegate = federation.delegatedName?.text ?? hostname;
    return `The port in m.server is missing, so servers use ${DEFAULT_PORT}: if the homeserver is behind port 443, write "${delegate}:443" there. `;
  }
  const file = seenValue(federation.wellKnown);
  const deciding = file === undefined ? undefined : decidingFetch(readServerFileFetches(file, facts.observedAt));
  if (file === undefined || deciding === undefined || deciding.state === 'valid') return '';
  if (deciding.state !== 'not-found') {
    return `${file.url} fails (${serverFileWords(deciding, facts.observedAt)}), and this is only where servers go instead: if the file is meant to delegate, repair it first. `;
  }
  return federation.step === '6'
    ? `There is neither ${file.url} (404) nor an SRV record, so servers go to ${hostname}:${DEFAULT_PORT}. If the homeserver is elsewhere, publish that file with {"m.server": "<its host>:443"}. `
    : '';
};
