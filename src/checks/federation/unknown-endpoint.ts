import type { HttpLook, HttpResponse } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { lookWords } from '../../facts/words/failure-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { versionBarrier } from '../readings/barriers.js';
import { notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereEndpoints } from '../verdicts/where-endpoints.js';
import { matrixErrorCode } from '../words/federation-advice.js';
import { placeOf } from '../words/place.js';

export const unknownEndpoint = {
  id: 'federation/unknown-endpoint',
  title: 'Unknown federation requests reach the homeserver (404 M_UNRECOGNIZED)',
  failureTitle: 'The answer to an unknown federation request at {where} is {found}, not 404 M_UNRECOGNIZED',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.unsupportedEndpoints,
  why: 'Newer servers ask for things that older ones do not know, and tell "not supported" from "broken" by M_UNRECOGNIZED. Another answer usually means that the reverse proxy forwards only a part of /_matrix, so that some requests never arrive.',
  fix: 'Forward all of /_matrix to the homeserver, not a list of paths. If everything is forwarded already, the homeserver itself answers so: update it, since Matrix v1.6 asks for 404 M_UNRECOGNIZED.',
  recipe: 'homeserver-proxy',
  evaluate: whereEndpoints(versionBarrier, (endpoints) => {
    const asked = endpoints.flatMap((endpoint) => {
      const look = seenValue(endpoint.unknownPath);
      const response = look === undefined ? undefined : seenValue(look.response);
      return look === undefined || response === undefined ? [] : [{ look, response }];
    });
    if (asked.length === 0)
      return [notTested(`no answer to an unknown federation request${reasonOf(endpoints[0]?.unknownPath)}`)];
    return [
      sharedVerdict(
        asked,
        ({ look }) => placeOf(look),
        ({ look, response }) =>
          response.status === 404 && matrixErrorCode(response) === 'M_UNRECOGNIZED'
            ? null
            : { values: { found: answerWords(response) }, seen: answerWords(response), at: look },
      ),
    ];
  }),
} as const satisfies Check;

const reasonOf = (unknownPath?: { readonly kind: string; readonly value?: HttpLook }): string =>
  unknownPath?.value === undefined ? '' : ` (${lookWords(unknownPath.value)})`;

const answerWords = (response: HttpResponse): string => {
  const code = matrixErrorCode(response);
  return `${response.status} ${code ?? 'without a Matrix error code'}`;
};
