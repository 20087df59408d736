import { listWords } from '../../facts/words/list-words.js';
import { quoted } from '../../facts/words/quoted.js';
import { isKnownVersion } from '../../spec/client-versions.js';
import { links } from '../../spec/links.js';
import { NEWEST_MINOR_VERSION } from '../../spec/spec-version.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereVersionsListed } from '../verdicts/where-versions-listed.js';
import { placeOf } from '../words/place.js';

export const versionsAccepted = {
  id: 'client-api/versions-accepted',
  title: 'The homeserver speaks a version that a client knows',
  failureTitle: 'The homeserver speaks no version that any client knows, only {versions}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.specVersions,
  why: 'Clients look for a version that they know, r0.6.1 or one of v1.1 to v1.{newest}, to tell by which paths they can ask. Without one, none of them goes on, and nobody can sign in.',
  fix: 'Let {url} list every version of the specification that the homeserver serves, the older ones too. If a proxy or a file answers there, forward everything below /_matrix to the homeserver.',
  evaluate: whereVersionsListed(({ versions, look }) => {
    if (versions.some(isKnownVersion)) return [pass()];
    return [
      fail({
        values: {
          versions: listWords(versions.map(quoted)),
          url: look.url,
          newest: `${NEWEST_MINOR_VERSION}`,
        },
        evidence: [{ label: placeOf(look), value: listWords(versions.map(quoted), 30) }],
      }),
    ];
  }),
} as const satisfies Check;
