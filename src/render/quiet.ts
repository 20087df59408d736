import type { Report } from '../report/report.js';
import { safeStrings } from './safe-text.js';
import { OUTCOME_TERMS } from './vocabulary.js';

/** The whole verdict in one line: `example.com: failed; federation: ...; clients: ...` */
export const renderQuiet = (unsafe: Report): string => {
  const { serverName, input, outcome, federation, client } = safeStrings(unsafe);
  const name = serverName?.text ?? `"${input}"`;
  return `${name}: ${OUTCOME_TERMS[outcome].word}; federation: ${federation.summary}; clients: ${client.summary}\n`;
};
