import stringWidth from 'string-width';
import { changeLines } from '../../render/text/change-lines.js';
import { detail } from '../../render/text/detail.js';
import { evidenceWords, findingLines, titleWords } from '../../render/text/finding-lines.js';
import { openPage, type Page, pad } from '../../render/text/page.js';
import { FINDING_TERMS, OUTCOME_TERMS } from '../../render/vocabulary.js';
import type { DestinationReport, Finding, Report } from '../../report/report.js';
import type { ScreenLook } from '../components/live-screen.js';
import type { TerminalSize } from '../hooks/use-terminal-size.js';
import { type Entry, placeOf } from './entries.js';

/** Everything is shown, and long lines are as hard to read as in the report. */
export const detailPage = (look: ScreenLook, { columns }: TerminalSize): Page =>
  openPage({ ...look, width: Math.max(20, Math.min(100, columns - 1)), verbose: true });

/** All that is known of an entry, in lines that fit. The report has to be safe to show. */
export const detailLines = (entry: Entry, report: Report, page: Page): readonly string[] =>
  entryLines(entry, report, page).flatMap((line) => fold(line, page.options.width));

const entryLines = (entry: Entry, report: Report, page: Page): readonly string[] => {
  if (entry.kind === 'finding') return findingDetails(entry.finding, page);
  if (entry.kind === 'endpoint') return endpointDetails(entry.destination, report, page);
  const { change } = entry;
  const own = changeLines([change], page);
  if (change.what === 'destination') return [...own, '', ...endpointDetails(change.destination, report, page)];
  if (change.what !== 'finding') return own;
  const before = change.before === null ? [] : ['', page.heading('Before'), ...findingDetails(change.before, page)];
  return [...own, '', ...findingDetails(change.finding, page), ...before];
};

const findingDetails = (finding: Finding, page: Page): readonly string[] => {
  if (finding.outcome === 'fail') return findingLines(finding, page);
  const term = FINDING_TERMS[finding.outcome];
  const because = finding.because === null ? [] : detail('Because', finding.because, page);
  return [
    ...page.hang(`${page.symbol(term)} ${page.paint(term.ink, term.word)}: `, titleWords(finding)),
    ...because,
    ...evidenceWords(finding.evidence).flatMap((line, index) => detail(index === 0 ? 'Seen' : '', line, page)),
    ...detail('Why', finding.why, page),
    ...detail('Spec', finding.spec, page),
    ...detail('Check', finding.id, page),
  ];
};

const endpointDetails = (destination: DestinationReport, { findings }: Report, page: Page): readonly string[] => {
  const { tls, server, timings, because, outcome } = destination;
  const term = OUTCOME_TERMS[outcome];
  const place = placeOf(destination);
  const times = Object.entries(timings).flatMap(([phase, ms]) =>
    ms === null ? [] : [`${phase.replace('Ms', '')} ${Math.round(ms)} ms`],
  );
  const here = findings.filter(
    (finding) => finding.outcome === 'fail' && finding.evidence.some(({ label }) => label.includes(place)),
  );
  return [
    ...page.hang(`${page.symbol(term)} ${place}: `, page.paint(term.ink, because ?? term.word)),
    ...row('Host', destination.host, page),
    ...row('Asked as', `Host: ${destination.hostHeader}; SNI: ${destination.sni ?? 'none'}`, page),
    ...row('Certificate', `has to be for ${destination.certificateName}`, page),
    ...(destination.priority === null
      ? []
      : row('SRV record', `priority ${destination.priority}, weight ${destination.weight ?? 0}`, page)),
    ...(tls === null ? [] : tlsRows(tls, page)),
    ...(server === null ? [] : row('Server', [server.name, server.version].filter(Boolean).join(' '), page)),
    ...(times.length === 0 ? [] : row('Times', times.join(', '), page)),
    ...(here.length === 0 ? [] : ['', page.heading('What is wrong there')]),
    ...here.flatMap((finding) => page.hang('  ', `${titleWords(finding)} [${finding.id}]`)),
  ];
};

const tlsRows = ({ protocol, cipher, certificate }: NonNullable<DestinationReport['tls']>, page: Page) => [
  ...row('TLS', `${protocol.replace('TLSv', 'TLS ')}, ${cipher}`, page),
  ...row('Subject', certificate.subject, page),
  ...row('Issuer', `${certificate.issuer}${certificate.trusted ? '' : ' (not trusted)'}`, page),
  ...row('Names', certificate.names.join(', '), page),
  ...row('Valid', `from ${certificate.validFrom} until ${certificate.validTo}`, page),
  ...row('SHA-256', certificate.fingerprint256, page),
];

const row = (label: string, words: string, page: Page): readonly string[] => page.hang(`  ${pad(label, 12)} `, words);

/** A name, a URL or a line of configuration may be longer than the screen is wide, and is broken where the screen ends. The report has it whole. */
const fold = (line: string, width: number): readonly string[] => {
  if (stringWidth(line) <= width || line.includes('\u001b')) return [line];
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (stringWidth(part + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
};
