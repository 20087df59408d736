import { isDeepStrictEqual } from 'node:util';
import type { Facts } from '../../facts/facts.js';
import type { ClientFileFetched } from '../../facts/well-known-state.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { browserBlock } from '../readings/browser-block.js';
import { type ClientFileStage, stageOf } from '../readings/client-file-stages.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';
import { clientFileWords, fetchPlace } from '../words/client-file-words.js';

export const sameAnswer = {
  id: 'client/same-answer',
  title: 'The client file is the same at every address',
  failureTitle: 'The addresses of {host} give different answers for the client file',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'A client takes whichever address it connects to first: it works for some people, or at some times, and not for others.',
  fix: 'Make every address of {host} serve the same site: the IPv6 address (AAAA) belongs to another web server or to its default site, most often, or a record is left over from a move. To see one of them: curl -si --resolve {host}:443:{address} {url}',
  recipe: 'both-families',
  evaluate: whereClientSeen((_client, { file, counted, fetched, because }, facts) => {
    const answered = counted.filter((one) => !one.tlsFault && !WITHOUT_ANSWER.includes(stageOf(one, facts)));
    if (answered.length === 0 || fetched === null) return [notTested(because)];
    const other = counted.find((one) => !isSame(one, fetched, facts)) ?? fetched;
    const address = other.fetch.hops[0]?.destination.address ?? '';
    const differing = address.includes(':') ? `[${address}]` : address;
    const evidence = counted.map((one) => ({ label: fetchPlace(one.fetch), value: answerWords(one) }));
    return [
      answered.every((one) => isSame(one, fetched, facts))
        ? pass(null, evidence)
        : fail({
            values: { host: file.host.host, url: file.url, address: differing },
            evidence,
            at: fetched.fetch.hops[0] ?? null,
          }),
    ];
  }),
} as const satisfies Check;

/** Where a fetch ends that got no answer at all. Other checks tell of that, and of certificates that no client accepts. */
const WITHOUT_ANSWER: readonly (ClientFileStage | null)[] = ['connection', 'handshake'];

const answerWords = (fetched: ClientFileFetched): string => {
  const words = clientFileWords(fetched);
  const block = fetched.reading === null ? null : browserBlock(fetched.fetch);
  return block === null ? words : `${words}, not readable for web pages (${block.words})`;
};

/** Members may stand in another order. */
const isSame = (left: ClientFileFetched, right: ClientFileFetched, facts: Facts): boolean =>
  stageOf(left, facts) === stageOf(right, facts) &&
  left.status === right.status &&
  isDeepStrictEqual(membersOf(left), membersOf(right)) &&
  browserBlock(left.fetch)?.words === browserBlock(right.fetch)?.words;

const membersOf = ({ reading }: ClientFileFetched): unknown =>
  reading !== null && 'members' in reading ? reading.members : null;
