import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereClientFileMembers } from '../verdicts/where-client-file-found.js';

export const noOutdatedMembers = {
  id: 'client/no-outdated-members',
  title: 'The client file has no members of abandoned proposals',
  failureTitle: 'The client file has members that no current client needs: {members}',
  level: 'advice',
  severity: 'notice',
  spec: links.wellKnownClient,
  why: 'They come from proposals that were replaced before they became part of Matrix. They do no harm by themselves, but they mislead whoever maintains the file, and old clients that still read them go the wrong way.',
  fix: 'Delete from {url}: {advice}.',
  evaluate: whereClientFileMembers((members, { last }) => {
    const found = Object.entries(OUTDATED).filter(([name]) => Object.hasOwn(members, name));
    if (found.length === 0) return [pass()];
    return [
      fail({
        values: {
          members: listWords(found.map(([name]) => name)),
          url: last.url,
          advice: found.map(([name, instead]) => `${name} (${instead})`).join('; '),
        },
        evidence: found.map(([name, instead]) => ({ label: name, value: instead })),
      }),
    ];
  }),
} as const satisfies Check;

/** What took the place of each. */
const OUTDATED: Readonly<Record<string, string>> = {
  'org.matrix.msc3575.proxy':
    'the sliding sync proxy is retired: homeservers do that themselves, and say so in /_matrix/client/versions',
  'org.matrix.msc2965.authentication': 'clients ask /_matrix/client/v1/auth_metadata',
  'm.authentication': 'clients ask /_matrix/client/v1/auth_metadata',
  'org.matrix.msc4158.rtc_foci': 'the name in use is org.matrix.msc4143.rtc_foci',
  'm.rtc_foci': 'the name in use is org.matrix.msc4143.rtc_foci',
  'im.vector.riot.e2ee': 'the name in use is io.element.e2ee',
  'im.vector.riot.jitsi': 'the name in use is io.element.jitsi',
};
