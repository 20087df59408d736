import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { needsSignable } from '../readings/keys-needs.js';
import type { PublishedKeys } from '../readings/keys-reading.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';
import { serverNameOf } from '../words/server-name-of.js';

export const signature = {
  id: 'keys/signature',
  title: 'The key answer is signed with its own key',
  failureTitle: 'The signature of the keys of {name} at {where} does not hold: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.checkingSignature,
  why: 'Without a valid signature, other servers drop the keys, and then everything that {name} signs: no event and no request of it is accepted.',
  fix: 'See that every address leads to one homeserver with one signing key, that no proxy or cache changes or keeps the answer of /_matrix/key/v2/server, and that the homeserver was restarted after its key file was changed (Synapse: signing_key_path).',
  evaluate: keysVerdicts((keys, facts) => {
    const problem = problemOf(keys);
    return problem === null ? null : { values: { name: serverNameOf(facts), problem }, seen: problem };
  }, needsSignable),
} as const satisfies Check;

/** One valid signature is enough, and no listed key may have a wrong one. */
const problemOf = ({ verifyKeys, unlistedSignatures }: PublishedKeys): string | null => {
  const broken = verifyKeys.find(({ signature }) => signature === 'invalid' || signature === 'undecodable');
  if (broken !== undefined) {
    return broken.signature === 'invalid'
      ? `that of ${broken.id} does not fit the content`
      : `that of ${broken.id} is not 64 bytes in base64`;
  }
  if (verifyKeys.some(({ signature }) => signature === 'valid')) return null;
  const [unlisted] = unlistedSignatures;
  return unlisted === undefined ? 'none of its keys signed' : `only ${unlisted} signed, which is not among its keys`;
};
