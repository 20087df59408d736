import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { authMetadataFaults } from '../verdicts/auth-metadata-verdicts.js';

export const authMetadataComplete = {
  id: 'sign-in/auth-metadata-complete',
  title: 'The metadata for OAuth 2.0 has what every client needs',
  failureTitle: 'The metadata for OAuth 2.0 lacks what clients need: {found}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.authMetadata,
  why: 'Clients check it before they use it and refuse the whole of it for one member. Nobody can sign in by OAuth 2.0 then, and Element Web says "Your Element is misconfigured".',
  fix: 'Complete it in the authorization server, from which the homeserver takes {url}: Matrix Authentication Service gives everything that is needed, so update it, or let nothing change its answer. Other authorization servers must support the refresh_token grant, PKCE with S256, and the response modes query and fragment.',
  evaluate: authMetadataFaults('clients'),
} as const satisfies Check;
