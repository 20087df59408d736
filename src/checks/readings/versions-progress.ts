import type { HostAddresses } from '../../facts/dns.js';
import type { Facts } from '../../facts/facts.js';
import type { HttpLook, HttpResponse } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { lookWords } from '../../facts/words/failure-words.js';
import { listWords } from '../../facts/words/list-words.js';
import { withoutAddressWords } from '../../facts/words/without-address-words.js';
import { byPlaceWords } from '../words/by-place-words.js';
import { placeOf } from '../words/place.js';
import { isBlameless } from './blameless.js';
import { groupBy } from './group-by.js';
import { lookFailure } from './look-failure.js';
import { readOnce } from './read-once.js';
import { readVersions, type VersionsReading } from './versions-reading.js';

/** What stands between a base URL and a usable answer of `/_matrix/client/versions`, in the order in which a client meets it. */
export const VERSIONS_STAGES = [
  'address',
  'look',
  'connection',
  'handshake',
  'redirect',
  'status',
  'json',
  'shape',
] as const;

export type VersionsStage = (typeof VERSIONS_STAGES)[number];

/** One question for the versions, and how far a client gets with its answer. */
export interface VersionsAnswer {
  readonly look: HttpLook;
  readonly stoppedAt: Exclude<VersionsStage, 'address'> | null;
  readonly response: HttpResponse | null;
  /** null where no whole body came with status 200. */
  readonly reading: VersionsReading | null;
}

export interface VersionsProgress {
  /** The stage that a client does not get past; null where the answer is usable. */
  readonly stoppedAt: VersionsStage | null;
  /** Why the stages behind it cannot be judged. */
  readonly because: string;
  /** Of all addresses, the answer that gets furthest; null where the host has no address. */
  readonly best: VersionsAnswer | null;
  /** All that can be held against the server. */
  readonly counted: readonly VersionsAnswer[];
  /** Why each of the others says nothing: "[2001:db8::10]:443: this machine has no route to that address". */
  readonly unseen: readonly string[];
}

export const versionsProgress = (looks: readonly HttpLook[], host: HostAddresses, facts: Facts): VersionsProgress => {
  const all = looks.map((look) => versionsAnswer(look, facts));
  const counted = all.filter(({ stoppedAt }) => stoppedAt !== 'look');
  const unseen = all
    .filter((answer) => !counted.includes(answer))
    .map(({ look }) => `${placeOf(look)}: ${lookWords(look)}`);
  const best = counted.toSorted((left, right) => rank(right) - rank(left))[0] ?? all[0] ?? null;
  const stoppedAt = best === null ? 'address' : best.stoppedAt;
  return { stoppedAt, because: becauseOf(best, counted.length > 0 ? counted : all, host), best, counted, unseen };
};

/** Whether a client is stopped before `stage`, at it, or gets past it. */
export const versionsPosition = (progress: VersionsProgress, stage: VersionsStage): 'before' | 'at' | 'past' => {
  if (progress.stoppedAt === null) return 'past';
  const distance = VERSIONS_STAGES.indexOf(progress.stoppedAt) - VERSIONS_STAGES.indexOf(stage);
  if (distance === 0) return 'at';
  return distance < 0 ? 'before' : 'past';
};

export const versionsAnswer = readOnce((look: HttpLook, facts: Facts): VersionsAnswer => {
  const response = seenValue(look.response) ?? null;
  const body = response?.status === 200 ? seenValue(response.body) : undefined;
  const reading = body === undefined ? null : readVersions(body);
  return { look, stoppedAt: blameless(look, facts) ? 'look' : stageOf(look, response, reading), response, reading };
});

const blameless = (look: HttpLook, facts: Facts): boolean => {
  const failure = lookFailure(look);
  return failure !== null && isBlameless(failure, facts);
};

const stageOf = (
  look: HttpLook,
  response: HttpResponse | null,
  reading: VersionsReading | null,
): VersionsAnswer['stoppedAt'] => {
  if (response === null) return lookFailure(look)?.layer === 'tls' ? 'handshake' : 'connection';
  if (response.status >= 300 && response.status < 400) return 'redirect';
  if (reading === null) return 'status';
  if (reading.kind === 'versions') return null;
  return reading.kind === 'invalid-json' ? 'json' : 'shape';
};

const rank = ({ stoppedAt }: VersionsAnswer): number =>
  stoppedAt === null ? VERSIONS_STAGES.length : VERSIONS_STAGES.indexOf(stoppedAt);

const becauseOf = (best: VersionsAnswer | null, answers: readonly VersionsAnswer[], host: HostAddresses): string => {
  if (best === null) return withoutAddressWords(host);
  const seen = answers.map(({ look }) => ({ place: placeOf(look), words: lookWords(look) }));
  if (answers.every(({ look }) => look.connection.kind === 'failed'))
    return `no TLS session with ${byPlaceWords(seen)}`;
  if (best.stoppedAt === 'json' || best.stoppedAt === 'shape') {
    const places = answers.filter(({ stoppedAt }) => stoppedAt === best.stoppedAt).map(({ look }) => placeOf(look));
    return `/_matrix/client/versions lists no versions at ${listWords(places)}`;
  }
  if (!answers.every(({ response }) => response !== null && response.body.kind === 'seen')) return byPlaceWords(seen);
  const statuses = [...groupBy(seen, ({ words }) => words)].map(
    ([status, group]) => `${status} at ${listWords(group.map(({ place }) => place))}`,
  );
  return `/_matrix/client/versions is answered with ${listWords(statuses)}`;
};
