import type { Facts } from '../../facts/facts.js';
import type { FederationFacts } from '../../facts/federation.js';
import { isNotFound } from '../../facts/lookup-state.js';
import { seenValue } from '../../facts/observation.js';
import { decidingFetch, readServerFileFetches } from '../../facts/well-known-state.js';
import { listWords } from '../../facts/words/list-words.js';
import { serverFileWords } from '../../facts/words/server-file-words.js';
import { DEFAULT_PORT } from '../../spec/constants.js';
import { versionsAnswer } from '../readings/versions-progress.js';
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
  if (federation.step !== '6') return '';
  const unclear = federation.srv.filter(({ lookup }) => !isNotFound(lookup));
  const records =
    unclear.length === 0
      ? 'nor an SRV record'
      : `nor a clear answer about ${listWords(unclear.map(({ owner }) => owner))}`;
  return `There is neither ${file.url} (404) ${records}, so servers go to ${hostname}:${DEFAULT_PORT}. If the homeserver is elsewhere, publish that file with {"m.server": "<its host>:443"}. ${otherName(facts)}`;
};

/** The likeliest mistake where a name has no delegation, but answers clients: it is the host of a homeserver that has another name. */
const otherName = (facts: Facts): string => {
  const hostname = hostnameOf(facts);
  const [, ...parent] = hostname.split('.');
  const client = seenValue(facts.client);
  const look = client === undefined ? undefined : seenValue(client.direct);
  return parent.length > 1 && look !== undefined && versionsAnswer(look, facts).stoppedAt === null
    ? `If user IDs end in :${parent.join('.')}, ${hostname} is only the host of the homeserver: check ${parent.join('.')}. `
    : '';
};
