import type { VerifyKeyFault } from '../../spec/signing-keys.js';
import type { Check } from '../check.js';
import { needsEd25519Key } from '../readings/keys-needs.js';
import { keysVerdicts } from './where-published-keys.js';

/** A check of the ed25519 keys for faults of these kinds; fills `{key}` (its id) and `{problem}` ("has 31 bytes, expected 32"). */
export const keyFaultVerdicts = (kinds: readonly VerifyKeyFault['kind'][]): Check['evaluate'] =>
  keysVerdicts(({ verifyKeys }) => {
    const faulty = verifyKeys
      .filter(({ algorithm }) => algorithm === 'ed25519')
      .flatMap(({ id, faults }) =>
        faults.filter(({ kind }) => kinds.includes(kind)).map(({ message }) => ({ id, message })),
      );
    const [first] = faulty;
    if (first === undefined) return null;
    return {
      values: { key: first.id, problem: first.message },
      seen: faulty.map(({ id, message }) => `${id} ${message}`).join('; '),
    };
  }, needsEd25519Key);
