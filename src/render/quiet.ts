import type { Report } from '../report/report.js';
import { safeStrings, safeText } from './safe-text.js';
import { OUTCOME_TERMS } from './vocabulary.js';

/** The whole verdict in one line: `example.com: failed; federation: ...; clients: ...`, and what else decided it. */
export const renderQuiet = (unsafe: Report): string => {
  const { serverName, outcome, federation, client, findings, setting } = safeStrings(unsafe);
  const { word } = OUTCOME_TERMS[outcome];
  const worst = findings.find((finding) => finding.outcome === 'fail')?.title;
  // Neither side was looked at, so what is wrong with the input is all there is to say.
  if (serverName === null) return `"${safeText(unsafe.input, MAX_INPUT)}": ${word}; ${worst ?? federation.summary}\n`;
  const sides = `federation: ${federation.summary}; clients: ${client.summary}`;
  const decided = outcome === 'pass' || federation.outcome === outcome || client.outcome === outcome;
  return `${serverName.text}${setting.interrupted ? ' (interrupted)' : ''}: ${word}; ${sides}${decided || worst === undefined ? '' : `; ${worst}`}\n`;
};

const MAX_INPUT = 200;
