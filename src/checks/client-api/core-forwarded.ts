import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { corePart, isLost, unforwardedParts } from '../readings/api-parts.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereApi } from '../verdicts/where-api.js';
import { FORWARD_ALL, forwardAdvice } from '../words/forward-advice.js';

export const coreForwarded = {
  id: 'client-api/core-forwarded',
  title: 'What clients ask for most reaches the homeserver',
  failureTitle: 'The homeserver gets no requests below {parts}: {url} is answered with {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.accessTokens,
  why: 'Only a part of /_matrix gets to the homeserver: it tells its versions, so that clients find it, but signing in, reading and sending go to /_matrix/client/v3, where something else answers.',
  fix: '{advice}',
  usualFix: FORWARD_ALL,
  recipe: 'homeserver-proxy',
  evaluate: whereApi((asked, facts) => {
    const core = corePart(asked, facts);
    if (core.answer.kind === 'unseen') return [notTested(`${core.look.url}: ${core.answer.words}`)];
    if (!isLost(core)) return [pass()];
    const lost = [core, ...unforwardedParts(asked, facts)];
    return [
      fail({
        values: {
          parts: listWords(lost.map(({ path }) => path)),
          url: core.look.url,
          problem: core.answer.words,
          advice: forwardAdvice(core),
        },
        evidence: lost.map(({ look, answer }) => ({ label: look.url, value: answer.words })),
        at: core.look,
      }),
    ];
  }),
} as const satisfies Check;
