import { changeWords } from '../../render/text/change-lines.js';
import { titleWords } from '../../render/text/finding-lines.js';
import type { Change } from '../../report/changes.js';
import type { DestinationReport, Finding, Report } from '../../report/report.js';

/** What can be chosen in the list. `mark`: how it differs from the run before. */
export type Entry =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'finding'; readonly finding: Finding; readonly mark: Mark }
  | { readonly kind: 'endpoint'; readonly destination: DestinationReport; readonly mark: Mark };

export type Mark = 'new' | 'changed' | null;

/** A row of the list. `index`: the place of the entry among all entries. */
export type Row =
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'entry'; readonly entry: Entry; readonly index: number };

/** The report as a list, most important first: what the last run changed, what is wrong, the endpoints, the rest. Of it what holds every word of `filter`. */
export const rowsOf = (report: Report, changes: readonly Change[], filter: string): readonly Row[] => {
  const words = filter.toLowerCase().split(' ').filter(Boolean);
  const rows: Row[] = [];
  let index = 0;
  for (const [title, entries] of sections(report, changes)) {
    const shown = entries.filter((entry) => words.every((word) => searchText(entry).includes(word)));
    if (shown.length === 0) continue;
    rows.push({ kind: 'heading', words: `${title} (${shown.length})` });
    for (const entry of shown) rows.push({ kind: 'entry', entry, index: index++ });
  }
  return rows;
};

export const entriesOf = (rows: readonly Row[]): readonly Entry[] =>
  rows.flatMap((row) => (row.kind === 'entry' ? [row.entry] : []));

/** What tells an entry again after another run. */
export const entryKey = (entry: Entry): string => {
  if (entry.kind === 'change') return JSON.stringify(entry);
  if (entry.kind === 'finding') return JSON.stringify([entry.finding.id, entry.finding.subject]);
  return JSON.stringify([placeOf(entry.destination), entry.destination.hostHeader]);
};

export const placeOf = ({ address, port }: DestinationReport): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port}`;

const sections = (
  report: Report,
  changes: readonly Change[],
): readonly (readonly [title: string, entries: readonly Entry[]])[] => {
  const findings = (outcome: Finding['outcome']): readonly Entry[] =>
    report.findings
      .filter((finding) => finding.outcome === outcome)
      .map((finding) => ({ kind: 'finding', finding, mark: findingMark(finding, changes) }));
  const endpoints = report.federation.destinations.map(
    (destination): Entry => ({ kind: 'endpoint', destination, mark: endpointMark(destination, changes) }),
  );
  return [
    ['Changed since the last run', changes.map((change) => ({ kind: 'change', change }))],
    ['Findings', findings('fail')],
    ['Endpoints of the federation', endpoints],
    ['Not tested', findings('not-tested')],
    ['Passed', findings('pass')],
    ['Does not apply', findings('not-applicable')],
  ];
};

const findingMark = (finding: Finding, changes: readonly Change[]): Mark => {
  const change = changes.find((one) => one.what === 'finding' && one.finding === finding);
  if (change?.what !== 'finding' || change.how === 'went') return null;
  return change.how === 'appeared' ? 'new' : 'changed';
};

const endpointMark = (destination: DestinationReport, changes: readonly Change[]): Mark => {
  const change = changes.find((one) => one.what === 'destination' && one.destination === destination);
  if (change?.what !== 'destination' || change.how === 'gone') return null;
  return change.how === 'added' ? 'new' : 'changed';
};

const searchText = (entry: Entry): string => entryWords(entry).join(' ').toLowerCase();

const entryWords = (entry: Entry): readonly (string | null)[] => {
  if (entry.kind === 'change') return [changeWords(entry.change)];
  if (entry.kind === 'endpoint') {
    const { host, hostHeader, because, server, outcome } = entry.destination;
    return [placeOf(entry.destination), host, hostHeader, because, server?.name ?? null, outcome];
  }
  const { finding } = entry;
  return [finding.id, titleWords(finding), finding.severity, finding.outcome, finding.affects];
};
