import type { Facts } from '../../src/facts/facts.js';
import type { Report } from '../../src/report/report.js';
import type { newHostileStrings } from './hostile-strings.js';

type Strings = ReturnType<typeof newHostileStrings>;

/** The same report with a hostile string in every field that holds words. */
export const hostileReport = (report: Report, strings: Strings): Report =>
  replaced(report, '', (key, text) => {
    if (CLOSED_IN_REPORTS.has(key)) return text;
    // The line breaks of these are our own.
    return strings.next(key !== 'fix' && key !== 'lines');
  }) as Report;

/** Members of a report that have one of a few words, or our own ones. */
const CLOSED_IN_REPORTS = new Set([
  ...['outcome', 'severity', 'area', 'affects', 'id', 'state', 'step', 'service', 'kind', 'site', 'webServer', 'spec'],
  ...['observedAt', 'source', 'trust', 'verdict', 'read', 'by', 'how'],
]);

/** The same facts with a hostile string in everything that servers write: headers, bodies, names, reasons. */
export const hostileFacts = (facts: Facts, strings: Strings): Facts =>
  replaced(facts, '', (key, text) => {
    if (key === 'content') return hostileBody(text, strings);
    return OPEN_IN_FACTS.has(key) ? `${text.slice(0, strings.given() % 9)}${strings.next()}` : text;
  }) as Facts;

/** Members of facts that a server, or a file, may have anything in. A header line is a list of two texts. */
const OPEN_IN_FACTS = new Set([
  ...[
    'message',
    'because',
    'url',
    'baseUrl',
    'serviceUrl',
    'location',
    'protocol',
    'cipher',
    'remarks',
    'target',
    'openssl',
  ],
  ...['1', 'typed', 'hint', 'host', 'hostHeader', 'certificateName', 'cnames', 'code', 'resolvers', 'proxyVariables'],
]);

/** Half of the bodies stay JSON, with hostile texts within. */
const hostileBody = (text: string, strings: Strings): string => {
  try {
    const value: unknown = JSON.parse(text);
    const inside = replaced(value, '', (_, word) => (strings.given() % 3 === 0 ? word : strings.next()));
    return strings.given() % 2 === 0 ? JSON.stringify(inside) : `${strings.next()}${text}`;
  } catch {
    return `${strings.next()}${text}`;
  }
};

/** A copy with other strings; those of a list have the key of the list, those of a list in a list their index. */
const replaced = (value: unknown, key: string, change: (key: string, text: string) => string): unknown => {
  if (typeof value === 'string') return change(key, value);
  if (Array.isArray(value)) {
    const isPair = value.length === 2 && value.every((item) => typeof item === 'string');
    return value.map((item: unknown, index) => replaced(item, isPair ? String(index) : key, change));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [name, replaced(member, name, change)]),
  );
};
