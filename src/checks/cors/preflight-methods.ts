import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { allowsMethod, readLoginPreflight, readVersionsPreflight } from '../readings/preflight-answer.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereApi } from '../verdicts/where-api.js';
import { headerLine } from '../words/header-line.js';
import { placeOf } from '../words/place.js';

export const preflightMethods = {
  id: 'cors/preflight-methods',
  title: 'The answers to preflights allow the methods that clients use',
  failureTitle: 'The answers to preflights do not allow {methods}',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'browsers',
  spec: links.cors,
  why: 'Clients send messages by PUT and remove devices by DELETE, which a browser does only where the answer to its preflight lists them. It was asked for the login here; if the other endpoints of {host} answer in the same way, nobody can write from Element Web and Desktop.',
  fix: 'Send with every answer to OPTIONS: Access-Control-Allow-Methods: GET, POST, PUT, DELETE, OPTIONS. Homeservers do so themselves: see what replaces their header in front of {host}.',
  recipe: 'homeserver-cors',
  evaluate: whereApi(({ api, homeserver }, facts) => {
    const answers = [readLoginPreflight(api, facts), readVersionsPreflight(api, facts)].filter(
      ({ kind }) => kind === 'allowed' || kind === 'by-star',
    );
    const [first] = answers;
    if (first === undefined) return [notTested('no preflight is allowed')];
    const methods = NEEDED.filter((method) => !answers.some(({ look }) => allowsMethod(look, method)));
    if (methods.length === 0) return [pass()];
    return [
      fail({
        values: { methods: listWords(methods), host: homeserver.host },
        evidence: answers.map(({ look }) => ({
          label: `OPTIONS ${look.url} at ${placeOf(look)}`,
          value: headerLine(look, 'Access-Control-Allow-Methods'),
        })),
        at: first.look,
      }),
    ];
  }),
} as const satisfies Check;

/** Browsers send GET, HEAD and POST whatever the list says. */
const NEEDED = ['PUT', 'DELETE'];
