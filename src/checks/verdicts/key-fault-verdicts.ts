import { quoted } from '../../facts/words/quoted.js';
import { isJsonObject, type JsonObject } from '../../spec/json.js';
import type { VerifyKeyFault } from '../../spec/signing-keys.js';
import { shortened } from '../../spec/text-words.js';
import type { Check } from '../check.js';
import { needsEd25519Key } from '../readings/keys-needs.js';
import { keysVerdicts } from './where-published-keys.js';

/** A check of the ed25519 keys for faults of these kinds; fills `{key}` (its id) and `{problem}` ("has 31 bytes, expected 32"). */
export const keyFaultVerdicts = (kinds: readonly VerifyKeyFault['kind'][]): Check['evaluate'] =>
  keysVerdicts(({ verifyKeys, members }) => {
    const faulty = verifyKeys
      .filter(({ algorithm }) => algorithm === 'ed25519')
      .flatMap(({ id, faults }) =>
        faults.filter(({ kind }) => kinds.includes(kind)).map(({ message }) => ({ id, message })),
      );
    const [first] = faulty;
    if (first === undefined) return null;
    return {
      values: { key: first.id, problem: first.message },
      // The title tells what is wrong with the first.
      seen: faulty
        .map(({ id, message }) => `${id} is ${keyWords(members, id)}${id === first.id ? '' : `, which ${message}`}`)
        .join('; '),
    };
  }, needsEd25519Key);

/** The key as it is written, or what stands there in its place. */
const keyWords = ({ verify_keys: keys }: JsonObject, id: string): string => {
  const entry = isJsonObject(keys) ? keys[id] : undefined;
  return isJsonObject(entry) && typeof entry.key === 'string' ? quoted(entry.key) : shortened(JSON.stringify(entry));
};
