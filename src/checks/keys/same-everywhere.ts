import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import type { PublishedKeys } from '../readings/keys-reading.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { wherePublishedKeys } from '../verdicts/where-published-keys.js';
import { serverNameOf } from '../words/server-name-of.js';

export const sameEverywhere = {
  id: 'keys/same-everywhere',
  title: 'Every address gives the same signing keys',
  failureTitle: 'The addresses of {name} give different signing keys',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.serverKeys,
  why: 'There are two homeservers behind one name. A server that fetched the keys of one refuses what the other signs, and which one it meets is a matter of chance.',
  fix: 'Let {places} lead to one homeserver. Usually an address or an SRV target still points to an old machine or to a new one that was set up afresh: move the signing key along (Synapse: the file in signing_key_path), or remove the address.',
  evaluate: wherePublishedKeys((published, facts) => {
    const [first] = published;
    if (first === undefined || published.length < 2) return [notApplicable('only one address gives keys')];
    const evidence = published.map(({ place, keys }) => ({ label: place, value: keysWords(keys) }));
    if (published.every(({ keys }) => fingerprint(keys) === fingerprint(first.keys))) return [pass(null, evidence)];
    return [
      fail({ values: { name: serverNameOf(facts), places: listWords(published.map(({ place }) => place)) }, evidence }),
    ];
  }),
} as const satisfies Check;

const keysWords = ({ verifyKeys }: PublishedKeys): string =>
  listWords(verifyKeys.map(({ id, key }) => `${id} ${key ?? 'unreadable'}`));

const fingerprint = ({ verifyKeys }: PublishedKeys): string =>
  verifyKeys
    .map(({ id, key }) => `${id} ${key}`)
    .toSorted()
    .join('\n');
