import { jsonFaultWords } from '../../spec/json.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereSupportFileFound } from '../verdicts/where-support-file-found.js';
import { jsonFaultAdvice, jsonFaultEvidence } from '../words/json-fault-advice.js';

export const fileJson = {
  id: 'support/file-json',
  title: 'The support file is JSON',
  failureTitle: 'The support file is not JSON: {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'readers',
  spec: links.wellKnownSupport,
  why: 'Nothing can read it, so the contacts in it are not found. If this is a web page that the site gives for every path, answer 404 instead: that means "no support file".',
  fix: '{advice}',
  usualFix:
    'Write plain JSON in UTF-8: no comments, no comma before a closing bracket, straight double quotes only. "python3 -m json.tool" shows whether it is right.',
  evaluate: whereSupportFileFound(({ file, reading }) => {
    if (reading.kind !== 'invalid-json') return [pass()];
    return [
      fail({
        values: { problem: jsonFaultWords(reading.fault), advice: jsonFaultAdvice(reading.fault, file.url) },
        evidence: [jsonFaultEvidence(reading.fault, file.url)],
      }),
    ];
  }),
} as const satisfies Check;
