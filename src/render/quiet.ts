import type { Report } from '../report/report.js';
import { safeStrings, safeText } from './safe-text.js';
import { OUTCOME_TERMS } from './vocabulary.js';

/** The whole verdict in one line: `example.com: failed; federation: ...; clients: ...` */
export const renderQuiet = (unsafe: Report): string => {
  const { serverName, outcome, federation, client, findings } = safeStrings(unsafe);
  const { word } = OUTCOME_TERMS[outcome];
  if (serverName !== null)
    return `${serverName.text}: ${word}; federation: ${federation.summary}; clients: ${client.summary}\n`;
  // Neither side was looked at, so what is wrong with the input is all there is to say.
  const [worst] = findings.filter((finding) => finding.outcome === 'fail');
  return `"${safeText(unsafe.input, MAX_INPUT)}": ${word}; ${worst?.title ?? federation.summary}\n`;
};

const MAX_INPUT = 200;
