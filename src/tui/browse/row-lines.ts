import stringWidth from 'string-width';
import { changeLead, changeWords } from '../../render/text/change-lines.js';
import { titleWords } from '../../render/text/finding-lines.js';
import type { Page } from '../../render/text/page.js';
import { FINDING_TERMS, OUTCOME_TERMS, SEVERITY_TERMS } from '../../render/vocabulary.js';
import type { DestinationReport, Finding } from '../../report/report.js';
import { type Mark, placeOf, type Row } from './entries.js';

/** A row of the list as one line, which may be longer than the page is wide. What is selected has an arrow before it. */
export const rowLine = (row: Row, selected: boolean, page: Page): string => {
  if (row.kind === 'heading') return page.heading(row.words);
  const { entry } = row;
  const lead = selected ? page.paint('bold', '>') : ' ';
  const strong = (text: string): string => (selected ? page.paint('bold', text) : text);
  if (entry.kind === 'change') return `${lead} ${changeLead(entry.change, page)} ${strong(changeWords(entry.change))}`;
  const mark = markWords(entry.mark, page);
  if (entry.kind === 'endpoint') return `${lead} ${endpointWords(entry.destination, page, strong)}${mark}`;
  const { finding } = entry;
  const words = `${lead} ${findingLead(finding, page)}${strong(titleWords(finding))}${mark}`;
  const room = page.options.width - stringWidth(words);
  const beside = room >= finding.id.length + 2;
  return beside ? `${words}${' '.repeat(room - finding.id.length)}${page.paint('dim', finding.id)}` : words;
};

/** Below "Passed" and its like the word would be said again in every row. */
const findingLead = ({ outcome, severity }: Finding, page: Page): string => {
  if (outcome !== 'fail') return `${page.symbol(FINDING_TERMS[outcome])} `;
  const term = SEVERITY_TERMS[severity];
  return `${page.symbol(term)} ${page.paint(term.ink, term.word)}: `;
};

const endpointWords = (destination: DestinationReport, page: Page, strong: (text: string) => string): string => {
  const { outcome, because, host, tls, server } = destination;
  const term = OUTCOME_TERMS[outcome];
  const rest = [
    page.paint(term.ink, because ?? term.word),
    host,
    ...(tls === null ? [] : [tls.protocol.replace('TLSv', 'TLS ')]),
    ...(server === null ? [] : [[server.name, server.version].filter(Boolean).join(' ')]),
  ];
  return `${page.symbol(term)} ${strong(placeOf(destination))}  ${rest.filter(Boolean).join(', ')}`;
};

const markWords = (mark: Mark, page: Page): string => (mark === null ? '' : page.paint('cyan', ` (${mark})`));
