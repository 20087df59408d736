import { jsonFaultWords } from '../../spec/json.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { wherePolicyServerFile } from '../verdicts/where-policy-server-file.js';
import { jsonFaultAdvice, jsonFaultEvidence } from '../words/json-fault-advice.js';

export const fileJson = {
  id: 'policy-server/file-json',
  title: 'The policy server file is JSON',
  failureTitle: 'The policy server file is not JSON: {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownPolicyServer,
  why: 'Clients take from {url} the key of the policy server that watches over a room. They cannot read it, so no room can use this one.',
  fix: '{advice}',
  usualFix:
    'Write plain JSON in UTF-8: no comments, no comma before a closing bracket, straight double quotes only. "python3 -m json.tool" shows whether it is right.',
  evaluate: wherePolicyServerFile(({ file, last, reading }) => {
    if (reading.kind === 'read') return [pass()];
    return [
      fail({
        values: {
          url: file.url,
          problem: jsonFaultWords(reading.fault),
          advice: jsonFaultAdvice(reading.fault, file.url),
        },
        evidence: [jsonFaultEvidence(reading.fault, file.url)],
        at: last,
      }),
    ];
  }),
} as const satisfies Check;
