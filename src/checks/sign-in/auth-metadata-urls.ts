import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { authMetadataFaults } from '../verdicts/auth-metadata-verdicts.js';

export const authMetadataUrls = {
  id: 'sign-in/auth-metadata-urls',
  title: 'The addresses in the metadata for OAuth 2.0 are whole https addresses',
  failureTitle: 'The metadata for OAuth 2.0 has addresses that strict clients refuse: {found}',
  level: 'MUST',
  severity: 'error',
  affects: 'strict-clients',
  spec: links.authMetadata,
  why: 'Element X, and whatever else is built on Ruma, refuses metadata in which any address is not https, or in which the issuer has a query or a fragment (RFC 8414), so that nobody can sign in with it. Browsers do not follow http from an https page.',
  fix: 'Set the address of the authorization server as people see it (Matrix Authentication Service: public_base and issuer in the section http of its configuration, with https), and restart it and the homeserver. {url} shows what became of it.',
  evaluate: authMetadataFaults('strict-clients'),
} as const satisfies Check;
