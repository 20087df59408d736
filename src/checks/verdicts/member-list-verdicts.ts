import { listWords } from '../../facts/words/list-words.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereClientFileMembers } from './where-client-file-found.js';

/** What to do about a member, as "delete it: ...", or the name that it has today. */
type Remedy = string | { readonly renamed: string };

/**
 * Fails where the client file has any of these members. One that stands under its name of today too, for clients of both ages, is fine. Fills
 * `{members}`, `{url}` and `{advice}`.
 */
export const memberListVerdicts = (listed: Readonly<Record<string, Remedy>>): Check['evaluate'] =>
  whereClientFileMembers((members, { last }) => {
    const found = Object.entries(listed).flatMap(([name, remedy]) => {
      const isFine = typeof remedy !== 'string' && Object.hasOwn(members, remedy.renamed);
      if (isFine || !Object.hasOwn(members, name)) return [];
      return [[name, typeof remedy === 'string' ? remedy : `rename it to ${remedy.renamed}`] as const];
    });
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
