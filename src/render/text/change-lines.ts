import type { Change, Direction, FindingChange } from '../../report/changes.js';
import type { DestinationReport } from '../../report/report.js';
import { safeStrings } from '../safe-text.js';
import { OUTCOME_TERMS, SEVERITY_TERMS, type Term } from '../vocabulary.js';
import { evidenceWords, titleWords } from './finding-lines.js';
import type { Page } from './page.js';

/** What a change means, beside it. */
const CHANGE_TERMS = {
  better: { word: 'better', symbol: '\u2713', ascii: '+', ink: 'green' },
  worse: { word: 'worse', symbol: '\u2717', ascii: 'x', ink: 'red' },
  other: { word: 'changed', symbol: '\u2022', ascii: '*', ink: 'cyan' },
} as const satisfies Record<Direction, Term>;

/** "x worse: ..." for each, what does not fit below it. */
export const changeLines = (changes: readonly Change[], page: Page): readonly string[] =>
  changes.flatMap((change) => page.hang(`${changeLead(change, page)} `, changeWords(change)));

/** "x worse:", in colour. */
export const changeLead = ({ kind }: Pick<Change, 'kind'>, page: Page): string => {
  const term = CHANGE_TERMS[kind];
  return `${page.symbol(term)} ${page.paint(term.ink, term.word)}:`;
};

/** In one sentence, safe to show. */
export const changeWords = (unsafe: Change): string => {
  const change = safeStrings(unsafe);
  switch (change.what) {
    case 'federation':
    case 'client': {
      const side = change.what === 'client' ? 'Clients' : 'Federation';
      const [before, after] = [OUTCOME_TERMS[change.before].word, OUTCOME_TERMS[change.after].word];
      return `${side}: ${after}, was ${before} (${change.summary})`;
    }
    case 'file-address':
      return change.how === 'added'
        ? `the server file is read at ${change.address} now`
        : `the server file is no longer read at ${change.address}`;
    case 'destination':
      return destinationWords(change.destination, change.how, change.before);
    case 'finding':
      return findingWords(change);
    default:
      return `${VALUE_WORDS[change.what]}: ${change.after ?? 'none'}, was ${change.before ?? 'none'}`;
  }
};

const VALUE_WORDS = {
  delegate: 'the server file delegates to',
  step: 'the step that decides',
  'base-url': 'clients are sent to',
} as const;

const destinationWords = (
  { address, port, hostHeader, outcome, because }: DestinationReport,
  how: 'added' | 'gone' | 'changed',
  before: string | null,
): string => {
  const place = `${address.includes(':') ? `[${address}]` : address}:${port}`;
  const asked = `(Host: ${hostHeader})`;
  const state = because ?? OUTCOME_TERMS[outcome].word;
  if (how === 'gone') return `destination gone: ${place} ${asked}`;
  if (how === 'added') return `destination added: ${place}, ${state} ${asked}`;
  return `destination ${place}: ${state}, was ${before ?? OUTCOME_TERMS.pass.word} ${asked}`;
};

/** The id stands first, where it is still seen in a line that is cut. */
const findingWords = ({ finding, before, how, now }: FindingChange): string => {
  const words = `(${finding.id}): ${titleWords(finding)}`;
  const { word } = SEVERITY_TERMS[finding.severity];
  if (how === 'appeared') return `new ${word} ${words}`;
  if (how === 'went') return `${GONE_WORDS[now ?? 'not-tested'](word)} ${words}`;
  const known = evidenceWords(before?.evidence ?? []);
  const [seen] = evidenceWords(finding.evidence).filter((line) => !known.includes(line));
  return `${word}, seen otherwise ${words}${seen === undefined ? '' : `; ${seen}`}`;
};

const GONE_WORDS = {
  pass: (word: string) => `${word} gone`,
  fail: (word: string) => `${word} gone`,
  'not-tested': (word: string) => `${word} not tested this time`,
  'not-applicable': (word: string) => `${word} that does not apply any more`,
} as const;
