import { isJsonObject, type JsonObject } from '../../spec/json.js';
import { links } from '../../spec/links.js';
import { nearest } from '../../spec/nearest.js';
import type { Check } from '../check.js';
import { holdsServerFile } from '../readings/holds-server-file.js';
import { notTested } from '../verdict.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { clientFileEvidence } from '../words/client-file-words.js';
import { suggestedClientFile } from '../words/suggested-client-file.js';

export const baseUrlPresent = {
  id: 'client/base-url-present',
  title: 'The client file names a base URL for the homeserver',
  failureTitle: 'The client file does not say where the homeserver is: {found}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownClient,
  why: 'Clients read the address of the homeserver from base_url in m.homeserver, and from nowhere else. Without it they report that the server is set up wrongly (FAIL_PROMPT).',
  fix: '{hint}The smallest client file is {json}, with the address of your homeserver if {homeserver} is not the one.',
  evaluate: atClientFileStage('base-url', ({ fetched, counted }, _client, facts) => {
    if (holdsServerFile(fetched)) return notTested('the server file is served at the path of the client file');
    const reading = fetched?.reading;
    if (reading?.kind !== 'missing-base-url') return notTested('the client file cannot be read');
    return {
      values: { found: reading.found, hint: hintFor(reading.members), ...suggestedClientFile(facts) },
      evidence: [
        ...clientFileEvidence(counted),
        { label: 'members of the file', value: Object.keys(reading.members).join(', ') || 'none' },
      ],
    };
  }),
} as const satisfies Check;

/** A name that was meant to be the right one; empty where there is none. */
const hintFor = (members: JsonObject): string => {
  const homeserver = members['m.homeserver'];
  if (isJsonObject(homeserver)) {
    const key = misspelt(Object.keys(homeserver), 'base_url', /^(url|server[-_ ]?url|homeserver[-_ ]?url)$/iu);
    return key === undefined ? '' : `Write base_url in place of ${key}. `;
  }
  if (homeserver !== undefined) return '';
  const key = misspelt(Object.keys(members), 'm.homeserver', /^(m[._-])?hs$/iu);
  if (key !== undefined) return `Write m.homeserver in place of ${key}. `;
  return Object.hasOwn(members, 'base_url') ? 'Put base_url into an object that is the value of m.homeserver. ' : '';
};

/** The name that most likely stands for `right`, by its letters or because it is a usual slip. */
const misspelt = (names: readonly string[], right: string, slip: RegExp): string | undefined =>
  names.find((name) => name !== right && (nearest(name, [right]) !== null || slip.test(name)));
