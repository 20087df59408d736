import { listWords } from '../../facts/words/list-words.js';
import { quoted } from '../../facts/words/quoted.js';
import { links } from '../../spec/links.js';
import { isSpecVersion } from '../../spec/spec-version.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereVersionsListed } from '../verdicts/where-versions-listed.js';
import { placeOf } from '../words/place.js';

export const versionNames = {
  id: 'client-api/version-names',
  title: 'The versions are named as the specification names them',
  failureTitle: 'The homeserver lists versions that are none: {strange}',
  level: 'MUST',
  severity: 'warning',
  affects: 'clients',
  spec: links.specVersions,
  why: 'Versions look like v1.11, and long ago like r0.6.1. Clients skip others, but nheko stops at an empty one and does not let people sign in.',
  fix: 'Update the homeserver, or take {strange} out of the list that it answers at {url}.',
  evaluate: whereVersionsListed(({ versions, look }) => {
    const strange = versions.filter((version) => !isSpecVersion(version));
    if (strange.length === 0) return [pass()];
    return [
      fail({
        values: { strange: listWords(strange.map(quoted)), url: look.url },
        evidence: [{ label: placeOf(look), value: listWords(versions.map(quoted), 30) }],
      }),
    ];
  }),
} as const satisfies Check;
