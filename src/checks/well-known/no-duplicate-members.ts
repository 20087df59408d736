import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereServerFileDelegates } from '../verdicts/where-server-file.js';

export const noDuplicateMembers = {
  id: 'well-known/no-duplicate-members',
  title: 'No member stands twice in the well-known file',
  failureTitle: '{url} says the same thing more than once: {members}',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.rfc8259,
  why: 'Most homeservers take the last one, Continuwuity refuses the file and goes on with SRV records and port 8448 of {host}. So servers may disagree about where yours is.',
  fix: 'Leave only one of them: {"m.server": {value}}.',
  evaluate: whereServerFileDelegates((reading, { file }) => {
    if (reading.duplicateKeys.length === 0) return [pass()];
    const members = listWords(reading.duplicateKeys);
    return [
      fail({
        values: { url: file.url, host: file.host.host, members, value: `"${reading.mServer}"` },
        evidence: [{ label: file.url, value: `more than once: ${members}` }],
      }),
    ];
  }),
} as const satisfies Check;
