import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { isLost } from '../readings/api-parts.js';
import { readMatrixAnswer } from '../readings/matrix-answer.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereApi } from '../verdicts/where-api.js';

export const unknownEndpoint = {
  id: 'client-api/unknown-endpoint',
  title: 'The homeserver says so where it does not know a request (404 M_UNRECOGNIZED)',
  failureTitle: 'An unknown request is answered with {found}, not with 404 M_UNRECOGNIZED',
  level: 'MUST',
  severity: 'notice',
  affects: 'clients',
  spec: links.commonErrorCodes,
  why: 'Clients try what is new and tell "not supported" from "broken" by that code, since Matrix v1.6. At another one some show an error for what the homeserver simply does not have.',
  fix: 'Update the homeserver, or whatever answers {url} in its place.',
  evaluate: whereApi(({ api: { unknownPath } }, facts) => {
    const answer = readMatrixAnswer(unknownPath, facts);
    if (answer.kind === 'unseen' || isLost({ answer })) return [notTested(`${unknownPath.url}: ${answer.words}`)];
    if (answer.kind === 'error' && answer.status === 404 && answer.errcode === 'M_UNRECOGNIZED') return [pass()];
    return [
      fail({
        values: { found: answer.words, url: unknownPath.url },
        evidence: [{ label: unknownPath.url, value: answer.words }],
      }),
    ];
  }),
} as const satisfies Check;
