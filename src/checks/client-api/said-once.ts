import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereVersionsListed } from '../verdicts/where-versions-listed.js';
import { placeOf } from '../words/place.js';

export const saidOnce = {
  id: 'client-api/said-once',
  title: 'The answer with the versions has each member once',
  failureTitle: 'The answer with the versions has {members} twice',
  level: 'SHOULD',
  severity: 'error',
  affects: 'strict-clients',
  spec: links.versions,
  why: 'Element X, and whatever else is built on Ruma, refuses the whole answer then, and nobody can sign in with it. Browsers take the last one.',
  fix: 'Leave {members} once in what {url} answers: a proxy or a static file that adds to the answer of the homeserver, most likely.',
  evaluate: whereVersionsListed(({ duplicateKeys, look }) => {
    const twice = duplicateKeys.filter((path) => READ_BY_RUMA.includes(path));
    if (twice.length === 0) return [pass()];
    const members = listWords(twice);
    return [
      fail({ values: { members, url: look.url }, evidence: [{ label: placeOf(look), value: `${members}, twice` }] }),
    ];
  }),
} as const satisfies Check;

const READ_BY_RUMA: readonly string[] = ['versions', 'unstable_features'];
