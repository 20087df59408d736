import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { askedAuthMetadata, loginAnswer } from '../readings/sign-in-reading.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereApi } from '../verdicts/where-api.js';

export const clientsWithoutOauth = {
  id: 'sign-in/clients-without-oauth',
  title: 'Clients that do not know OAuth 2.0 can sign in too',
  failureTitle: 'Only clients that know OAuth 2.0 can sign in',
  level: 'advice',
  severity: 'notice',
  affects: 'clients',
  spec: links.authenticationDiscovery,
  why: 'That is allowed. Bots, bridges and older clients, which ask {url}, are told that there is nothing for them (404 M_UNRECOGNIZED).',
  fix: 'Nothing, if it is meant so. Synapse answers so by itself where Matrix Authentication Service is in charge; to let older clients in, forward login, logout and refresh below /_matrix/client/v3 (and r0) to that service.',
  recipe: 'oauth-routes',
  evaluate: whereApi((asked, facts) => {
    const { state, look, answer } = loginAnswer(asked, facts);
    if (!askedAuthMetadata(asked, facts).some((metadata) => metadata.state === 'offered'))
      return [notApplicable('OAuth 2.0 is not offered')];
    if (state === 'unseen' || state === 'broken') return [notTested(`${look.url}: ${answer.words}`)];
    if (state === 'flows') return [pass()];
    return [fail({ values: { url: look.url }, evidence: [{ label: look.url, value: answer.words }], at: look })];
  }),
} as const satisfies Check;
