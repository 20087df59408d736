import type { Check } from '../check.js';
import { answers } from './answers.js';
import { canonical } from './canonical.js';
import { ed25519Key } from './ed25519-key.js';
import { everyKeySigns } from './every-key-signs.js';
import { json } from './json.js';
import { keyEncoding } from './key-encoding.js';
import { keyId } from './key-id.js';
import { keyUsable } from './key-usable.js';
import { members } from './members.js';
import { noDuplicateMembers } from './no-duplicate-members.js';
import { noUnlistedSignatures } from './no-unlisted-signatures.js';
import { oldKeys } from './old-keys.js';
import { plainNumbers } from './plain-numbers.js';
import { sameEverywhere } from './same-everywhere.js';
import { serverName } from './server-name.js';
import { signature } from './signature.js';
import { validForAWeek } from './valid-for-a-week.js';
import { validForAnHour } from './valid-for-an-hour.js';
import { validUntil } from './valid-until.js';
import { validUntilMilliseconds } from './valid-until-milliseconds.js';

/** The checks of area keys, in report order. */
export const keysChecks: readonly Check[] = [
  answers,
  json,
  members,
  serverName,
  ed25519Key,
  keyUsable,
  keyEncoding,
  keyId,
  canonical,
  signature,
  everyKeySigns,
  noUnlistedSignatures,
  noDuplicateMembers,
  plainNumbers,
  validUntilMilliseconds,
  validUntil,
  validForAnHour,
  validForAWeek,
  oldKeys,
  sameEverywhere,
];
