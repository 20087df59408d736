import { AUTH_METADATA_PATH, UNSTABLE_AUTH_METADATA_PATH } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { type AuthMetadataAnswer, askedAuthMetadata, bothAuthMetadata } from '../readings/sign-in-reading.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { whereApi } from '../verdicts/where-api.js';

export const oauthWhereAsked = {
  id: 'sign-in/oauth-where-asked',
  title: 'OAuth 2.0 is offered at every path where clients look',
  failureTitle: 'OAuth 2.0 is offered at {offered}, but not at {missing}, where clients look too',
  level: 'MUST',
  severity: 'warning',
  affects: 'clients',
  spec: links.authMetadata,
  why: 'Element Web asks /_matrix/client/v1/auth_metadata. Element X asks there only where the homeserver lists v1.15 or newer, and asks the path of the proposal otherwise. Whoever finds nothing falls back to passwords, or cannot sign in.',
  fix: 'Forward both paths to the homeserver, and update it: Synapse answers at both. A homeserver that serves the stable path only has to list v1.15.',
  evaluate: whereApi((asked, facts) => {
    const offering = bothAuthMetadata(asked, facts).find(({ state }) => state === 'offered');
    if (offering === undefined) return [notApplicable('OAuth 2.0 is not offered')];
    const missing = askedAuthMetadata(asked, facts).find(({ state }) => state === 'not-offered');
    if (missing === undefined) return [pass()];
    return [
      fail({
        values: { offered: pathOf(offering), missing: pathOf(missing) },
        evidence: [offering, missing].map(({ look, answer }) => ({ label: look.url, value: answer.words })),
      }),
    ];
  }),
} as const satisfies Check;

const pathOf = ({ stable }: AuthMetadataAnswer): string => (stable ? AUTH_METADATA_PATH : UNSTABLE_AUTH_METADATA_PATH);
