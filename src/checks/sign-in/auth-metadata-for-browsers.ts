import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { authMetadataFaults } from '../verdicts/auth-metadata-verdicts.js';

export const authMetadataForBrowsers = {
  id: 'sign-in/auth-metadata-for-browsers',
  title: 'The metadata for OAuth 2.0 has what Element Web needs',
  failureTitle: 'The metadata for OAuth 2.0 lacks what Element Web needs: {found}',
  level: 'MUST',
  severity: 'error',
  affects: 'browsers',
  spec: links.authMetadata,
  why: 'The specification demands it. matrix-js-sdk, and with it Element Web and Desktop, refuses metadata without it and says "Your Element is misconfigured"; Element X does without.',
  fix: 'Complete it in the authorization server, from which the homeserver takes {url}: dynamic client registration has to be switched on there, and response_modes_supported has to list query and fragment.',
  evaluate: authMetadataFaults('browsers'),
} as const satisfies Check;
