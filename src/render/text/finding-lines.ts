import stringWidth from 'string-width';
import type { Finding } from '../../report/report.js';
import { SEVERITY_TERMS } from '../vocabulary.js';
import type { Page } from './page.js';

/** One failed check: what, where it was seen, why it matters, what to change, and where it is written. */
export const findingLines = (finding: Finding, page: Page): readonly string[] => {
  const term = SEVERITY_TERMS[finding.severity];
  const lead = `${page.symbol(term)} ${page.paint(term.ink, term.word)}: `;
  const [first = '', ...rest] = page.hang(lead, titleWords(finding));
  const room = page.options.width - stringWidth(first);
  const beside = rest.length === 0 && room >= finding.id.length + 2;
  const id = page.paint('dim', finding.id);
  return [
    beside ? `${first}${' '.repeat(room - finding.id.length)}${id}` : first,
    ...rest,
    ...evidenceLines(finding, page),
    ...detail('Why', finding.why, page),
    ...detail('Fix', finding.fix, page),
    ...detail('Spec', finding.spec, page),
    ...(beside ? [] : detail('Check', finding.id, page)),
  ];
};

/** With its subject, unless the title names it already. */
export const titleWords = ({ title, subject }: Finding): string =>
  subject === null || title.includes(subject) ? title : `${title} (${subject})`;

/** "203.0.113.10:443, [2001:db8::10]:443: shows example.com (Example CA, until 2027-01-12)": a line for everything that was seen. */
export const evidenceWords = (evidence: Finding['evidence']): readonly string[] => {
  const lines: { readonly places: string[]; readonly value: string }[] = [];
  for (const { label, value } of evidence) {
    const same = lines.find((line) => line.value === value && isPlace(label) && line.places.every(isPlace));
    if (same === undefined) lines.push({ places: [label], value });
    else same.places.push(label);
  }
  return lines.map(({ places, value }) => {
    const label = places.join(', ');
    return label === '' ? value : `${label}: ${value}`;
  });
};

/** An address or a name, as opposed to a phrase, which does not stand well in a list. */
const isPlace = (label: string): boolean => /^\S+$/.test(label);

const evidenceLines = ({ evidence }: Finding, page: Page): readonly string[] => {
  const seen = evidenceWords(evidence);
  const shown = page.options.verbose ? seen : seen.slice(0, MAX_EVIDENCE);
  const hidden = seen.length - shown.length;
  const words = [...shown, ...(hidden > 0 ? [`and ${hidden} more (-v shows them)`] : [])];
  return words.flatMap((line, index) => detail(index === 0 ? 'Seen' : '', line, page));
};

const MAX_EVIDENCE = 6;

const detail = (label: string, words: string, page: Page): readonly string[] =>
  page.hang(page.narrow ? `  ${label.padEnd(6)}` : `    ${label.padEnd(8)}`, words);
