import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const saidOnce = {
  id: 'client/said-once',
  title: 'Nothing stands twice in the client file',
  failureTitle: 'The client file says the same thing twice: {twice}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.rfc8259,
  why: 'Browsers take the last one. Element X, and whatever else is built on Ruma, refuses the whole file ("duplicate field"); two spellings of one member, the old and the new name, count as twice.',
  fix: 'Keep one of them in {url}.',
  evaluate: whereBaseUrl(({ duplicateKeys, members }, { last }) => {
    const twice = [
      ...duplicateKeys,
      ...SPELLINGS.filter((names) => names.every((name) => Object.hasOwn(members, name))).map((names) =>
        names.join(' and '),
      ),
    ];
    if (twice.length === 0) return [pass()];
    return [
      fail({
        values: { twice: listWords(twice), url: last.url },
        evidence: twice.map((member) => ({ label: last.url, value: `${member}, twice` })),
      }),
    ];
  }),
} as const satisfies Check;

/** Names that Ruma reads as one and the same. */
const SPELLINGS: readonly (readonly string[])[] = [
  ['m.tile_server', 'org.matrix.msc3488.tile_server'],
  ['m.rtc_foci', 'org.matrix.msc4143.rtc_foci'],
];
