import { isAskedFor } from '../../report/outcome.js';
import type { Outcome, Report } from '../../report/report.js';
import { OUTCOME_TERMS } from '../vocabulary.js';
import { type Page, pad } from './page.js';

/** The name, and one line for each side: what a reader in a hurry needs. */
export const verdictLines = (report: Report, page: Page): readonly string[] => [
  ...page.hang('', page.heading(nameWords(report))),
  '',
  ...sideLines('Federation', report.federation.outcome, report.federation.summary, page),
  ...sideLines('Clients', report.client.outcome, report.client.summary, page),
  ...supportLines(report, page),
];

/** "example.com", with what was typed where that is something else. */
export const nameWords = ({ serverName, input }: Pick<Report, 'serverName' | 'input'>): string => {
  if (serverName === null) return `"${input}"`;
  return serverName.text === input ? input : `${serverName.text} (from "${input}")`;
};

const sideLines = (side: string, outcome: Outcome, words: string, page: Page): readonly string[] => {
  const term = OUTCOME_TERMS[outcome];
  const word = page.paint(term.ink, term.word);
  if (page.narrow) return [`${page.symbol(term)} ${side}: ${word}`, ...page.hang('  ', words)];
  return page.hang(`${page.symbol(term)} ${pad(side, 10)}  ${pad(word, 7)}  `, words);
};

const supportLines = ({ support, findings }: Report, page: Page): readonly string[] => {
  if (support === null) return [];
  if (support.outcome === 'unknown' && !isAskedFor('support', findings))
    return sideLines('Support', support.outcome, 'not asked for', page);
  const contacts = support.contacts.map(
    ({ matrixId, emailAddress }) => emailAddress ?? matrixId ?? 'a contact without address',
  );
  const places = [...contacts, ...(support.supportPage === null ? [] : [support.supportPage])];
  const shown = page.options.verbose ? places : places.slice(0, MAX_CONTACTS);
  const hidden = places.length - shown.length;
  const words = [...shown, ...(hidden > 0 ? [`and ${hidden} more (-v shows them)`] : [])].join(', ');
  return sideLines('Support', support.outcome, words === '' ? 'the file names nobody' : words, page);
};

/** A stranger's file may name thousands. */
const MAX_CONTACTS = 6;
