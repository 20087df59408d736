import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { memberListVerdicts } from '../verdicts/member-list-verdicts.js';

export const noOutdatedMembers = {
  id: 'client/no-outdated-members',
  title: 'The client file has no members of the past',
  failureTitle: 'The client file has members of the past: {members}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownClient,
  why: 'They are old names, or belong to proposals that were given up. Some clients still look for them and others have stopped, so that what they say is heard by a part of the people only.',
  fix: 'In {url}: {advice}.',
  evaluate: memberListVerdicts({
    'org.matrix.msc3575.proxy':
      'delete it: the sliding sync proxy is retired, homeservers do that themselves and say so in /_matrix/client/versions',
    'org.matrix.msc4158.rtc_foci': { renamed: 'org.matrix.msc4143.rtc_foci' },
    'm.rtc_foci': { renamed: 'org.matrix.msc4143.rtc_foci' },
    'im.vector.riot.e2ee': { renamed: 'io.element.e2ee' },
    'im.vector.riot.jitsi': { renamed: 'io.element.jitsi' },
  }),
} as const satisfies Check;
