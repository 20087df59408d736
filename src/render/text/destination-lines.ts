import stringWidth from 'string-width';
import type { DestinationReport } from '../../report/report.js';
import { OUTCOME_TERMS } from '../vocabulary.js';
import { columns, type Page } from './page.js';

/** A table with a line for every address, under what they are asked as. */
export const destinationLines = (destinations: readonly DestinationReport[], page: Page): readonly string[] =>
  groups(destinations).flatMap(([hostHeader, ofHost], index) => [
    ...(index === 0 ? [] : ['']),
    ...page.hang('', page.heading(`Destinations, asked as Host: ${hostHeader}`)),
    ...tableLines(ofHost, page),
  ]);

const groups = (
  destinations: readonly DestinationReport[],
): readonly (readonly [string, readonly DestinationReport[]])[] => {
  const byHost = new Map<string, DestinationReport[]>();
  for (const destination of destinations) {
    byHost.set(destination.hostHeader, [...(byHost.get(destination.hostHeader) ?? []), destination]);
  }
  return [...byHost];
};

const tableLines = (destinations: readonly DestinationReport[], page: Page): readonly string[] => {
  const rows = destinations.map((destination) => cells(destination, page));
  const table = columns(rows).map((line) => `  ${line}`);
  if (table.every((line) => stringWidth(line) <= page.options.width)) return table;
  return rows.flatMap(([place = '', ...rest]) => [`  ${place}`, ...page.hang('    ', rest.filter(Boolean).join(', '))]);
};

const cells = (destination: DestinationReport, page: Page): readonly string[] => {
  const { outcome, because, tls, server, timings, address, port } = destination;
  const term = OUTCOME_TERMS[outcome];
  return [
    `${page.symbol(term)} ${address.includes(':') ? `[${address}]` : address}:${port}`,
    page.paint(term.ink, because ?? term.word),
    tls === null ? '' : tls.protocol.replace('TLSv', 'TLS '),
    server === null ? '' : [server.name, server.version].filter((word) => word !== null).join(' '),
    timeWords(timings, page),
  ];
};

const timeWords = ({ dnsMs, tcpMs, tlsMs, httpMs }: DestinationReport['timings'], page: Page): string => {
  if (page.options.verbose) {
    const phases = Object.entries({ dns: dnsMs, tcp: tcpMs, tls: tlsMs, http: httpMs });
    return phases.flatMap(([phase, ms]) => (ms === null ? [] : [`${phase} ${Math.round(ms)} ms`])).join(', ');
  }
  return httpMs === null ? '' : `${Math.round((tcpMs ?? 0) + (tlsMs ?? 0) + httpMs)} ms`;
};
