import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { authMetadataState } from '../verdicts/auth-metadata-verdicts.js';

export const authMetadataRefused = {
  id: 'sign-in/auth-metadata-refused',
  title: 'A homeserver without OAuth 2.0 says so as clients expect it (404 M_UNRECOGNIZED)',
  failureTitle:
    'The homeserver has no OAuth 2.0 and does not say so as clients expect it: {url} is answered with {found}',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'clients',
  spec: links.authenticationDiscovery,
  why: 'Element Web takes only the code M_UNRECOGNIZED for "not offered". At anything else it shows "Your Element is misconfigured" over the login form.',
  fix: 'Forward everything below /_matrix/client to the homeserver, which answers 404 M_UNRECOGNIZED by itself. If it does answer by itself, update it.',
  recipe: 'homeserver-proxy',
  evaluate: authMetadataState('refused'),
} as const satisfies Check;
