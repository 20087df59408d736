import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereClientFileMembers } from '../verdicts/where-client-file-found.js';

export const noOutdatedMembers = {
  id: 'client/no-outdated-members',
  title: 'The client file has no members of abandoned proposals',
  failureTitle: 'The client file has members of abandoned proposals, or under their old names: {members}',
  level: 'advice',
  severity: 'notice',
  affects: 'clients',
  spec: links.wellKnownClient,
  why: 'They come from proposals that were replaced before they became part of Matrix. They do no harm by themselves, but they mislead whoever maintains the file, and old clients that still read them go the wrong way.',
  fix: 'In {url}: {advice}.',
  evaluate: whereClientFileMembers((members, { last }) => {
    const found = Object.entries(OUTDATED).filter(([name]) => Object.hasOwn(members, name));
    if (found.length === 0) return [pass()];
    return [
      fail({
        values: {
          members: listWords(found.map(([name]) => name)),
          url: last.url,
          advice: found.map(([name, whatToDo]) => whatToDo.replace(' it', ` ${name}`)).join('; '),
        },
        evidence: found.map(([name, whatToDo]) => ({ label: name, value: whatToDo })),
      }),
    ];
  }),
} as const satisfies Check;

/** What to do with each, and what took its place. Those that are renamed may still be read under the old name. */
const OUTDATED: Readonly<Record<string, string>> = {
  'org.matrix.msc3575.proxy':
    'delete it: homeservers do sliding sync themselves, and say so in /_matrix/client/versions',
  'org.matrix.msc2965.authentication': 'delete it: clients ask /_matrix/client/v1/auth_metadata',
  'm.authentication': 'delete it: clients ask /_matrix/client/v1/auth_metadata',
  'org.matrix.msc4158.rtc_foci': 'rename it to org.matrix.msc4143.rtc_foci',
  'm.rtc_foci': 'rename it to org.matrix.msc4143.rtc_foci',
  'im.vector.riot.e2ee': 'rename it to io.element.e2ee',
  'im.vector.riot.jitsi': 'rename it to io.element.jitsi',
};
