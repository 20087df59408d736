import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { memberListVerdicts } from '../verdicts/member-list-verdicts.js';

export const noOutdatedMembers = {
  id: 'client/no-outdated-members',
  title: 'The client file has no members that clients have stopped reading',
  failureTitle: 'The client file has members that clients have stopped reading: {members}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownClient,
  why: 'They are names of proposals that were given up, or old names. What they are meant to say is not heard by the clients of today, and old clients that still read them go the wrong way.',
  fix: 'In {url}: {advice}.',
  evaluate: memberListVerdicts({
    'org.matrix.msc3575.proxy':
      'delete it: the sliding sync proxy is retired, homeservers do that themselves and say so in /_matrix/client/versions',
    'org.matrix.msc4158.rtc_foci': 'rename it to org.matrix.msc4143.rtc_foci',
    'm.rtc_foci': 'rename it to org.matrix.msc4143.rtc_foci',
    'im.vector.riot.e2ee': 'rename it to io.element.e2ee',
    'im.vector.riot.jitsi': 'rename it to io.element.jitsi',
  }),
} as const satisfies Check;
