import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { askedAuthMetadata, loginAnswer } from '../readings/sign-in-reading.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereApi } from '../verdicts/where-api.js';

export const legacyLogin = {
  id: 'sign-in/legacy-login',
  title: 'Beside OAuth 2.0, the older way to sign in works or is properly refused',
  failureTitle: 'The older way to sign in is broken beside OAuth 2.0: {url} is answered with {found}',
  level: 'MUST',
  severity: 'warning',
  affects: 'clients',
  spec: links.login,
  why: 'Element signs in by OAuth 2.0. Bots, bridges and older clients ask {url}, where they should find the ways to sign in, or 404 M_UNRECOGNIZED where there is none for them. They show an error in place of that.',
  fix: 'Matrix Authentication Service has these endpoints for older clients: forward login, logout and refresh below /_matrix/client/v3 (and r0) to it, by a rule that stands before the one for /_matrix. If they are not wanted, let the homeserver answer.',
  recipe: 'oauth-routes',
  evaluate: whereApi((asked, facts) => {
    const { state, flows, look, answer } = loginAnswer(asked, facts);
    if (!askedAuthMetadata(asked, facts).some((metadata) => metadata.state === 'offered'))
      return [notApplicable('OAuth 2.0 is not offered')];
    if (state === 'unseen') return [notTested(`${look.url}: ${answer.words}`)];
    if (state !== 'broken') return [pass()];
    const found = flows?.kind === 'wrong-shape' ? `200, but ${flows.found}` : answer.words;
    return [fail({ values: { url: look.url, found }, evidence: [{ label: look.url, value: found }], at: look })];
  }),
} as const satisfies Check;
