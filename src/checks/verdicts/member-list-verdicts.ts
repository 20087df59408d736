import { listWords } from '../../facts/words/list-words.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereClientFileMembers } from './where-client-file-found.js';

/**
 * Fails where the client file has any of these members; each with what to do, as "delete it: ...". Fills `{members}`, `{url}` and `{advice}`.
 */
export const memberListVerdicts = (listed: Readonly<Record<string, string>>): Check['evaluate'] =>
  whereClientFileMembers((members, { last }) => {
    const found = Object.entries(listed).filter(([name]) => Object.hasOwn(members, name));
    if (found.length === 0) return [pass()];
    return [
      fail({
        values: {
          members: listWords(found.map(([name]) => name)),
          url: last.url,
          advice: found.map(([name, whatToDo]) => whatToDo.replace(' it', ` ${name}`)).join('; '),
        },
        evidence: found.map(([name, whatToDo]) => ({ label: name, value: whatToDo })),
        at: last,
      }),
    ];
  });
