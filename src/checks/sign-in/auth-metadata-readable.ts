import { seenValue } from '../../facts/observation.js';
import { WEB_CLIENT_ORIGIN } from '../../spec/constants.js';
import { corsCheck } from '../../spec/cors.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { corsWords } from '../readings/browser-block.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereAuthMetadata } from '../verdicts/auth-metadata-verdicts.js';
import { placeOf } from '../words/place.js';

export const authMetadataReadable = {
  id: 'sign-in/auth-metadata-readable',
  title: 'Web clients may read the metadata for OAuth 2.0',
  failureTitle: 'Web clients may not read the metadata for OAuth 2.0: {problem}',
  level: 'SHOULD',
  severity: 'error',
  affects: 'browsers',
  spec: links.cors,
  why: 'A browser shows nothing of {url} to a web client then. Element Web says "Your Element is misconfigured" and cannot sign in by OAuth 2.0, while apps on phones work.',
  fix: 'Let {url} have Access-Control-Allow-Origin: * once. Homeservers send it themselves, so see first which rule of the proxy, for this path alone, adds or removes it, or answers in place of the homeserver.',
  recipe: 'homeserver-cors',
  evaluate: whereAuthMetadata((answers, { homeserver }) => {
    const given = answers.filter(({ state }) => state === 'offered');
    if (given.length === 0) return [notApplicable('OAuth 2.0 is not offered')];
    const versions = homeserver.versions.best?.response;
    if (versions && corsCheck(versions.headers, WEB_CLIENT_ORIGIN).kind === 'blocked')
      return [notTested('web clients may not read anything that the homeserver answers')];
    const blocked = given.flatMap(({ look }) => {
      const reading = corsCheck(seenValue(look.response)?.headers ?? [], WEB_CLIENT_ORIGIN);
      return reading.kind === 'blocked' ? [{ look, words: corsWords(reading) }] : [];
    });
    const [first] = blocked;
    if (first === undefined) return [pass()];
    return [
      fail({
        values: { url: first.look.url, problem: first.words },
        evidence: blocked.map(({ look, words }) => ({ label: `${look.url} at ${placeOf(look)}`, value: words })),
        at: first.look,
      }),
    ];
  }),
} as const satisfies Check;
