import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { corePart, isLost, unforwardedParts } from '../readings/api-parts.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereApi } from '../verdicts/where-api.js';
import { FORWARD_ALL, forwardAdvice } from '../words/forward-advice.js';

export const allForwarded = {
  id: 'client-api/all-forwarded',
  title: 'Everything below /_matrix reaches the homeserver',
  failureTitle: 'The homeserver gets no requests below {parts}: {url} is answered with {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'clients',
  spec: links.commonErrorCodes,
  why: 'Only a part of /_matrix gets to the homeserver, which answers every request in JSON, also those that it does not know. {missed}',
  fix: '{advice}',
  usualFix: FORWARD_ALL,
  recipe: 'homeserver-proxy',
  evaluate: whereApi((asked, facts) => {
    const core = corePart(asked, facts);
    if (isLost(core)) return [notTested(`requests below ${core.path} do not reach the homeserver either`)];
    const lost = unforwardedParts(asked, facts);
    const [first] = lost;
    if (first === undefined) return [pass()];
    return [
      fail({
        values: {
          parts: listWords(lost.map(({ path }) => path)),
          url: first.look.url,
          problem: first.answer.words,
          missed: lost.map(({ missed }) => missed).join(' '),
          advice: forwardAdvice(first),
        },
        evidence: lost.map(({ look, answer }) => ({ label: look.url, value: answer.words })),
        at: first.look,
      }),
    ];
  }),
} as const satisfies Check;
