import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { corsHop } from '../readings/browser-block.js';
import { loginAnswer } from '../readings/sign-in-reading.js';
import { notTested } from '../verdict.js';
import { corsVerdict } from '../verdicts/cors-verdicts.js';
import { whereWebClientsRead } from '../verdicts/where-web-clients-read.js';

export const loginReadable = {
  id: 'cors/login-readable',
  title: 'Web clients may read how to sign in',
  failureTitle: 'Web clients may not read how to sign in: the answer of /login has {problem}',
  level: 'SHOULD',
  severity: 'error',
  affects: 'browsers',
  spec: links.cors,
  why: 'The answer for the versions may be read, but that of {url} may not, so Element Web and Desktop find the homeserver and cannot show how to sign in, while apps on phones work. Another server answers there, most often, or other rules of the proxy hold for it.',
  fix: 'See what answers {url}: the homeserver itself, or the authentication service beside it. Both send the header once; let nothing in front of {host} take it out, or add another.',
  recipe: 'homeserver-cors',
  evaluate: whereWebClientsRead((asked, facts) => {
    const { state, look, answer } = loginAnswer(asked, facts);
    const hop = corsHop(look);
    // That something else answers, or nothing, is said by areas client-api and sign-in.
    if (hop === null || state !== 'flows') return [notTested(`${look.url}: ${answer.words}`)];
    return [corsVerdict([hop], () => true, { host: asked.homeserver.host })];
  }),
} as const satisfies Check;
