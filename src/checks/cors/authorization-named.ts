import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { readLoginPreflight, readVersionsPreflight } from '../readings/preflight-answer.js';
import { fail, notTested, pass } from '../verdict.js';
import { preflightEvidence } from '../verdicts/preflight-verdicts.js';
import { whereApi } from '../verdicts/where-api.js';

export const authorizationNamed = {
  id: 'cors/authorization-named',
  title: 'The answers to preflights name Authorization',
  failureTitle: 'The homeserver allows web clients every header by a star, but Authorization has to be named',
  level: 'MUST',
  severity: 'warning',
  affects: 'browsers',
  spec: links.fetchNonWildcard,
  why: 'In the Fetch standard the star of Access-Control-Allow-Headers does not stand for Authorization, which carries the token. Browsers still let it pass, and warn in their console that they will stop; then nobody can sign in from Element Web and Desktop.',
  fix: 'Send the names in place of the star: Access-Control-Allow-Headers: X-Requested-With, Content-Type, Authorization. Homeservers do so themselves: see what replaces their header in front of {host}.',
  recipe: 'homeserver-cors',
  evaluate: whereApi(({ api, homeserver }, facts) => {
    const answers = [readLoginPreflight(api, facts), readVersionsPreflight(api, facts)];
    const [first, ...more] = answers.filter(({ kind }) => kind === 'by-star');
    if (first !== undefined) {
      return [
        fail({ values: { host: homeserver.host }, evidence: preflightEvidence([first, ...more]), at: first.look }),
      ];
    }
    return [answers.some(({ kind }) => kind === 'allowed') ? pass() : notTested('no preflight is allowed')];
  }),
} as const satisfies Check;
