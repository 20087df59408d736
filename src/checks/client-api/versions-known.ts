import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereVersionsListed } from '../verdicts/where-versions-listed.js';
import { placeOf } from '../words/place.js';

export const versionsKnown = {
  id: 'client-api/versions-known',
  title: 'The homeserver speaks a version that Element Web speaks',
  failureTitle: 'The homeserver speaks none of the versions that Element Web knows, only {versions}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.specVersions,
  why: 'matrix-js-sdk, and with it Element Web and Desktop, demands one of v1.1 to v1.13 and calls the server too old otherwise; nheko demands one of v1.1 to v1.10. Element X does not mind.',
  fix: 'Update the homeserver. A homeserver that is newer than all that should go on listing the older versions that it still serves.',
  evaluate: whereVersionsListed(({ versions, look }) => {
    if (versions.some((version) => KNOWN.test(version))) return [pass()];
    return [
      fail({
        values: { versions: listWords(versions) },
        evidence: [{ label: placeOf(look), value: listWords(versions, 30) }],
      }),
    ];
  }),
} as const satisfies Check;

/** v1.1 to v1.13 */
const KNOWN = /^v1\.([1-9]|1[0-3])$/u;
