import type { ClientFacts } from '../../facts/client.js';
import type { HostAddresses } from '../../facts/dns.js';
import type { Facts } from '../../facts/facts.js';
import { seenValue } from '../../facts/observation.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { shownUrl } from '../../facts/words/shown-url.js';
import { CLIENT_VERSIONS_PATH } from '../../spec/constants.js';
import type { Check } from '../check.js';
import { placeholderOf } from '../readings/base-url-placeholder.js';
import { isBlameless } from '../readings/blameless.js';
import type { ClientFileProgress } from '../readings/client-file-progress.js';
import { lookFailure } from '../readings/look-failure.js';
import { type VersionsProgress, versionsProgress } from '../readings/versions-progress.js';
import { notTested, type Verdict } from '../verdict.js';
import { stoppedBefore, whereClientSeen } from './where-client-seen.js';

/** The homeserver that clients end up with: the one of the client file, or the server name itself where there is no file. */
export interface ClientHomeserver {
  readonly source: 'file' | 'name';
  /** For showing: `https://matrix.example.com` */
  readonly baseUrl: string;
  readonly host: string;
  readonly addresses: HostAddresses;
  /** Where the versions were asked for. */
  readonly versionsUrl: string;
  readonly versions: VersionsProgress;
}

/** Judges the homeserver that clients end up with, or says why there is none to judge. */
export const whereHomeserver = (
  judge: (homeserver: ClientHomeserver, facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereClientSeen((client, progress, facts) => {
    const found = homeserverOf(client, progress, facts);
    return 'outcome' in found ? [found] : judge(found, facts);
  });

/** The server name itself, if it answers as a homeserver: what clients try where there is no file. */
export const namedHomeserver = (client: ClientFacts, facts: Facts): ClientHomeserver | null => {
  const look = seenValue(client.direct);
  if (look === undefined) return null;
  const { host } = client.file;
  const versions = versionsProgress([look], host, facts);
  if (versions.stoppedAt !== null) return null;
  return {
    source: 'name',
    baseUrl: look.url.slice(0, -CLIENT_VERSIONS_PATH.length),
    host: host.host,
    addresses: host,
    versionsUrl: look.url,
    versions,
  };
};

/** Why it is not known whether the server name itself is a homeserver; null where it was asked. */
export const namedHomeserverUnknown = ({ direct }: ClientFacts, facts: Facts): string | null => {
  if (direct.kind === 'skipped') return `the name itself was not asked as a homeserver: ${direct.because}`;
  const failure = direct.kind === 'failed' ? direct.failure : lookFailure(direct.value);
  return failure !== null && isBlameless(failure, facts) ? failureWords(failure) : null;
};

/** The homeserver that clients end up with, or the verdict where there is none to judge. */
export const homeserverOf = (
  client: ClientFacts,
  progress: ClientFileProgress,
  facts: Facts,
): ClientHomeserver | Verdict => {
  if (progress.stoppedAt === 'presence') return namedHomeserver(client, facts) ?? stoppedBefore(progress);
  const reading = progress.fetched?.reading;
  if (reading?.kind !== 'usable') return stoppedBefore(progress);
  if (placeholderOf(reading.baseUrl.written, client, facts) !== null)
    return notTested('the base URL still holds a placeholder');
  const { homeserver } = client;
  if (progress.fetched?.tlsFault === true) return notTested(`TLS for ${progress.file.url} is not in order`);
  if (homeserver.kind === 'skipped') return notTested(homeserver.because);
  if (homeserver.kind === 'failed') return notTested(failureWords(homeserver.failure));
  const { baseUrl, addresses, versions: looks } = homeserver.value;
  const versions = versionsProgress(looks, addresses, facts);
  if (reading.baseUrl.oddities.includes('matrix-path') && versions.stoppedAt !== null) {
    return notTested(`the base URL ends in ${reading.baseUrl.path}, so nothing answers below it`);
  }
  return {
    source: 'file',
    baseUrl: shownUrl(baseUrl),
    host: addresses.host,
    addresses,
    versionsUrl: shownUrl(looks[0]?.url ?? `${baseUrl.replace(/\/$/u, '')}${CLIENT_VERSIONS_PATH}`),
    versions,
  };
};
