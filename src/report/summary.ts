import { listWords } from '../facts/words/list-words.js';
import { hostAndPort } from '../spec/server-name.js';
import type { ClientReport, DestinationReport, Finding, Outcome, SettingReport } from './report.js';

/** Why a side was not judged at all, as a sentence; null where it was. */
export type Unjudged = string | null;

/** One sentence: where other servers get, or the worst thing that stops them. */
export const federationSummary = (
  outcome: Outcome,
  destinations: readonly DestinationReport[],
  findings: readonly Finding[],
  unjudged: Unjudged,
  connectTo: SettingReport['connectTo'],
): string => {
  if (outcome === 'unknown')
    return (
      unjudged ??
      unknownWords(
        findings,
        destinations.map(({ because }) => because),
      )
    );
  if (outcome === 'fail') return led('other servers do not get through', worstTitle(findings), SERVERS_FIRST);
  const working = destinations.filter((destination) => destination.outcome === 'pass');
  const hosts = listWords(
    working.map(({ host, address, port }) =>
      isGiven(connectTo, { address, port }) ? `${host} (by --connect-to)` : hostAndPort(host, port),
    ),
    3,
  );
  const all = destinations.length === 1 ? '1 address' : `${destinations.length} addresses`;
  const addresses = working.length === destinations.length ? all : `${working.length} of ${all}`;
  const reached = working.length === 0 ? 'nothing failed' : `other servers reach ${hosts} at ${addresses}`;
  return outcome === 'warn' ? `${reached}, but ${worstTitle(findings)}` : reached;
};

/** Whether address and port are those of `--connect-to`: the port that other servers ask is another one then. */
const isGiven = (
  connectTo: SettingReport['connectTo'],
  { address, port }: Pick<DestinationReport, 'address' | 'port'>,
): boolean => connectTo.some((given) => given.address === address && given.toPort === port);

/** One sentence: where clients get, or the worst thing that stops them. */
export const clientSummary = (
  outcome: Outcome,
  { state, baseUrl }: Pick<ClientReport, 'state' | 'baseUrl'>,
  findings: readonly Finding[],
  unjudged: Unjudged,
): string => {
  if (outcome === 'unknown') return unjudged ?? unknownWords(findings, []);
  if (outcome === 'fail') return led(`${stopped(findings)} do not get through`, worstTitle(findings), CLIENTS_FIRST);
  const found = foundWords({ state, baseUrl });
  return outcome === 'warn' ? `${found}, but ${worstTitle(findings)}` : found;
};

/** A state that fails, while all that was asked for went well, is nothing to praise. */
const foundWords = ({ state, baseUrl }: Pick<ClientReport, 'state' | 'baseUrl'>): string => {
  if (state === 'SUCCESS') return `clients find ${baseUrl?.trim()}`;
  return state === 'PROMPT' || state === 'IGNORE'
    ? 'clients find nothing here and ask people for the homeserver'
    : 'nothing failed';
};

const worstTitle = (findings: readonly Finding[]): string => {
  const worst = worstOf(findings);
  const more = new Set(worst.map(({ title }) => title)).size - 1;
  return `${inSentence(worst[0]?.title ?? 'something failed')}${more > 0 ? ` (and ${more} more)` : ''}`;
};

const worstOf = (findings: readonly Finding[]): readonly Finding[] => {
  const failed = findings.filter(({ outcome }) => outcome === 'fail');
  return failed.filter(({ severity }) => severity === failed[0]?.severity);
};

/** The clients that the worst stops: what keeps browsers out says nothing of the others. */
const stopped = (findings: readonly Finding[]): string => {
  const affected = [...new Set(worstOf(findings).map(({ affects }) => affects))];
  const [only] = affected;
  if (affected.length === 1 && only === 'browsers') return 'web clients';
  if (affected.length === 1 && only === 'strict-clients') return 'Element X and other strict clients';
  return affected.some((one) => one !== 'browsers' && one !== 'strict-clients') ? 'clients' : 'some clients';
};

/** Who does not get through is said once: by the title, where it begins with them. */
const led = (lead: string, title: string, whoFirst: RegExp): string =>
  whoFirst.test(title) ? title : `${lead}: ${title}`;

const SERVERS_FIRST = /^(no server|no other server|other servers|servers) /;
const CLIENTS_FIRST = /^(clients|web clients|no client|browsers|Element X and other strict clients) /;

/** What kept everything from being judged. */
const unknownWords = (findings: readonly Finding[], reasons: readonly (string | null)[]): string => {
  const known = reasons.filter((reason) => reason !== null);
  const blocked = findings.filter(({ outcome }) => outcome === 'not-tested').map(({ because }) => because ?? '');
  return `could not be judged: ${listWords(known.length > 0 ? known : blocked, 2)}`;
};

/** A title begins in upper case because it is a sentence; names and acronyms keep their case. */
const inSentence = (title: string): string =>
  SENTENCE_OPENER.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title;

const SENTENCE_OPENER =
  /^(A|An|All|Another|Behind|Browsers|Clients|Different|Each|Every|It|Its|Neither|No|None|Nobody|Not|Nothing|One|Only|Other|Several|Some|The|There|These|This|Two|Web)\b/;
