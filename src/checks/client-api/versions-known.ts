import { listWords } from '../../facts/words/list-words.js';
import { quoted } from '../../facts/words/quoted.js';
import { isKnownToBrowsers, isKnownToNheko, isKnownVersion } from '../../spec/client-versions.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereVersionsListed } from '../verdicts/where-versions-listed.js';
import { placeOf } from '../words/place.js';

export const versionsKnown = {
  id: 'client-api/versions-known',
  title: 'The homeserver speaks a version that every client knows',
  failureTitle: 'The homeserver speaks none of the versions that {clients}: {versions}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.specVersions,
  why: 'matrix-js-sdk, and with it Element Web and Desktop, demands one of v1.1 to v1.13 and calls the server too old otherwise; nheko demands one of v1.1 to v1.10. Element X does not mind.',
  fix: 'Update the homeserver. A homeserver that is newer than all that should go on listing the older versions that it still serves.',
  evaluate: whereVersionsListed(({ versions, look }) => {
    if (!versions.some(isKnownVersion)) return [notTested('no client knows any of the versions')];
    const clients = refusedBy(versions);
    if (clients === null) return [pass()];
    return [
      fail({
        values: { clients, versions: `only ${listWords(versions.map(quoted))}` },
        evidence: [{ label: placeOf(look), value: listWords(versions.map(quoted), 30) }],
      }),
    ];
  }),
} as const satisfies Check;

/** Which clients do not go on, as the end of "versions that ..."; null where all do. */
const refusedBy = (versions: readonly string[]): string | null => {
  if (!versions.some(isKnownToBrowsers)) return 'Element Web and nheko know';
  return versions.some(isKnownToNheko) ? null : 'nheko knows';
};
