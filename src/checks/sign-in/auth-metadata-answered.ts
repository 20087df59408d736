import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { authMetadataState } from '../verdicts/auth-metadata-verdicts.js';

export const authMetadataAnswered = {
  id: 'sign-in/auth-metadata-answered',
  title: 'The homeserver says whether it signs people in by OAuth 2.0',
  failureTitle: 'The homeserver does not say whether it signs people in by OAuth 2.0: {url} is answered with {found}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.authMetadata,
  why: 'Clients ask this before they show how to sign in. The answer has to be the metadata of the authorization server, or 404 M_UNRECOGNIZED. At anything else Element Web says "Your Element is misconfigured" and Element X offers no such sign-in.',
  fix: 'If Matrix Authentication Service signs people in, see that it runs and that the homeserver reaches it (mas-cli doctor); the log of the homeserver says what is missing. If not, forward the path to the homeserver, which answers 404 M_UNRECOGNIZED by itself. See the answer: curl -i {url}',
  recipe: 'homeserver-proxy',
  evaluate: authMetadataState('broken'),
} as const satisfies Check;
