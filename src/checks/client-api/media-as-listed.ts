import { links } from '../../spec/links.js';
import { listsFrom } from '../../spec/spec-version.js';
import type { Check } from '../check.js';
import { lostWith } from '../readings/api-parts.js';
import { isUnrecognized, readMatrixAnswer } from '../readings/matrix-answer.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereApi } from '../verdicts/where-api.js';

export const mediaAsListed = {
  id: 'client-api/media-as-listed',
  title: 'The homeserver has the media endpoints of the versions that it lists',
  failureTitle: 'The homeserver lists v1.11 or newer, but {url} is answered with {found}',
  level: 'MUST',
  severity: 'warning',
  affects: 'clients',
  spec: links.mediaConfig,
  why: 'From v1.11 on clients fetch pictures and files from /_matrix/client/v1/media with a token. Where the homeserver lists that version, they do not fall back to the old paths, so nothing is shown.',
  fix: 'Let requests below /_matrix/client/v1/media go to the part that serves media: a media worker or media repository that runs and is as new as the homeserver, else the homeserver itself.',
  evaluate: whereApi((asked, facts) => {
    const { mediaConfig } = asked.api;
    if (!listsFrom(asked.versions, 11)) return [notApplicable('the homeserver lists no version from v1.11 on')];
    const answer = readMatrixAnswer(mediaConfig, facts);
    if (answer.kind === 'unseen' || lostWith(mediaConfig, asked, facts) !== undefined)
      return [notTested(`${mediaConfig.url}: ${answer.words}`)];
    const isMissing = isUnrecognized(answer) || (answer.kind === 'error' && answer.status >= 500);
    if (!isMissing) return [pass()];
    return [
      fail({
        values: { url: mediaConfig.url, found: answer.words },
        evidence: [{ label: mediaConfig.url, value: answer.words }],
      }),
    ];
  }),
} as const satisfies Check;
