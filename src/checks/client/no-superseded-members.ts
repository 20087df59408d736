import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { memberListVerdicts } from '../verdicts/member-list-verdicts.js';

export const noSupersededMembers = {
  id: 'client/no-superseded-members',
  title: 'The client file has no members whose place is elsewhere by now',
  failureTitle: 'The client file has members whose place is elsewhere by now: {members}',
  level: 'advice',
  severity: 'notice',
  affects: 'readers',
  spec: links.authenticationDiscovery,
  why: 'They come from a draft of how to sign in by OAuth 2.0. Synapse still writes them, and they do no harm, but clients do not go by them.',
  fix: 'In {url}: {advice}.',
  evaluate: memberListVerdicts({
    'org.matrix.msc2965.authentication': 'delete it, or leave it: clients ask /_matrix/client/v1/auth_metadata',
    'm.authentication': 'delete it, or leave it: clients ask /_matrix/client/v1/auth_metadata',
  }),
} as const satisfies Check;
