import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereVersionsListed } from '../verdicts/where-versions-listed.js';
import { placeOf } from '../words/place.js';

export const noVersion10 = {
  id: 'client-api/no-version-1-0',
  title: 'The homeserver does not claim the version v1.0',
  failureTitle: 'The homeserver claims the version v1.0, which never existed',
  level: 'SHOULD',
  severity: 'notice',
  affects: 'clients',
  spec: links.specVersions,
  why: 'The specification went from r0.6.1 to v1.1, and says that v1.0 should not be listed. Clients pass over it today; those that compare versions may draw wrong conclusions from it. Dendrite lists it.',
  fix: 'Update the homeserver, or take v1.0 out of the list that it answers at {url}.',
  evaluate: whereVersionsListed(({ versions, look }) => [
    versions.includes('v1.0')
      ? fail({ values: { url: look.url }, evidence: [{ label: placeOf(look), value: listWords(versions, 30) }] })
      : pass(),
  ]),
} as const satisfies Check;
