import stringWidth from 'string-width';
import type { Finding } from '../../report/report.js';
import { AFFECTED_WORDS, SEVERITY_TERMS, WEB_SERVER_WORDS } from '../vocabulary.js';
import { detail, detailLead } from './detail.js';
import type { Page } from './page.js';
import { recipeLines } from './recipe-lines.js';

/**
 * One failed check: what, where it was seen, whom it hits, why it matters, what to change, and where it is written. `before`: the check that
 * has shown the same lines of configuration already; null where there is none.
 */
export const findingLines = (finding: Finding, page: Page, before: string | null = null): readonly string[] => {
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
    ...detail('Affects', AFFECTED_WORDS[finding.affects], page),
    ...detail('Why', finding.why, page),
    ...detail('Fix', finding.fix, page),
    ...remedyLines(finding, page, before),
    ...detail('Spec', page.link(finding.spec), page),
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

/** What tells the same lines of configuration. */
export const remedyKey = ({ recipe }: Finding): string | null => (recipe === null ? null : JSON.stringify(recipe));

const remedyLines = ({ id, recipe }: Finding, page: Page, before: string | null): readonly string[] => {
  if (recipe === null) return [];
  const label = recipe.webServer === null ? 'Lines' : WEB_SERVER_WORDS[recipe.webServer];
  if (before !== null) return detail(label, `the same as for ${before} above`, page);
  return recipe.webServer === null
    ? detail(label, `matrix-discovery explain ${id} --for nginx (or ${OTHER_SERVERS}) says what to write`, page)
    : [
        ...recipeLines(recipe, page, (text) => detailLead(text, page)),
        ...detail('', behindWords(id, recipe.webServer), page),
      ];
};

const othersThan = (server: string): readonly string[] =>
  Object.keys(WEB_SERVER_WORDS).filter((name) => name !== server);

const OTHER_SERVERS = othersThan('nginx').join(', ');

/** Apache, HAProxy and Traefik hand on the Server header of what is behind them. */
const behindWords = (id: string, server: keyof typeof WEB_SERVER_WORDS): string => {
  const [first, ...others] = othersThan(server);
  return `This is for ${WEB_SERVER_WORDS[server]}, which the answer names. If another web server stands in front: matrix-discovery explain ${id} --for ${first} (or ${others.join(', ')})`;
};

const evidenceLines = ({ evidence }: Finding, page: Page): readonly string[] => {
  const seen = evidenceWords(evidence);
  const shown = page.options.verbose ? seen : seen.slice(0, MAX_EVIDENCE);
  const hidden = seen.length - shown.length;
  const words = [...shown, ...(hidden > 0 ? [`and ${hidden} more (-v shows them)`] : [])];
  return words.flatMap((line, index) => detail(index === 0 ? 'Seen' : '', line, page));
};

const MAX_EVIDENCE = 6;
