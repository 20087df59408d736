import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import { isStrictMember } from '../../spec/strict-client-file.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const saidOnce = {
  id: 'client/said-once',
  title: 'No additional member of the client file stands twice',
  failureTitle: 'The client file has members twice: {twice}',
  level: 'SHOULD',
  severity: 'notice',
  affects: 'clients',
  spec: links.rfc8259,
  why: 'Most programs take the last one, some take the first, and some refuse such a text. The other one may be what you meant.',
  fix: 'Keep one of them in {url}.',
  evaluate: whereBaseUrl(({ duplicateKeys }, { last }) => {
    // What strict clients refuse is an error of its own.
    const twice = duplicateKeys.filter((path) => !isStrictMember(path));
    if (twice.length === 0) return [pass()];
    return [
      fail({
        values: { twice: listWords(twice), url: last.url },
        evidence: twice.map((member) => ({ label: last.url, value: `${member}, twice` })),
      }),
    ];
  }),
} as const satisfies Check;
