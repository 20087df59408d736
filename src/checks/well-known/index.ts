import type { Check } from '../check.js';
import { absoluteRedirects } from './absolute-redirects.js';
import { answersInTime } from './answers-in-time.js';
import { cacheBelowTwoDays } from './cache-below-two-days.js';
import { cacheable } from './cacheable.js';
import { certificateChain } from './certificate-chain.js';
import { certificateDates } from './certificate-dates.js';
import { certificateExpiresSoon } from './certificate-expires-soon.js';
import { certificateName } from './certificate-name.js';
import { certificateTrust } from './certificate-trust.js';
import { contentType } from './content-type.js';
import { delegatedHostCopy } from './delegated-host-copy.js';
import { everyAddress } from './every-address.js';
import { fast } from './fast.js';
import { fewRedirects } from './few-redirects.js';
import { ipv6WithPort } from './ipv6-with-port.js';
import { json } from './json.js';
import { mServerPlain } from './m-server-plain.js';
import { mServerPresent } from './m-server-present.js';
import { mServerValid } from './m-server-valid.js';
import { noDuplicateMembers } from './no-duplicate-members.js';
import { noPointlessFile } from './no-pointless-file.js';
import { reachable } from './reachable.js';
import { redirectsEnd } from './redirects-end.js';
import { redirectsToHttps } from './redirects-to-https.js';
import { sameAnswer } from './same-answer.js';
import { sizeLimit } from './size-limit.js';
import { smallFile } from './small-file.js';
import { status } from './status.js';
import { tlsHandshake } from './tls-handshake.js';
import { wholeAnswer } from './whole-answer.js';

/** The checks of area well-known, in report order: as a fetch goes, then what the file says, then what surrounds it. */
export const wellKnownChecks: readonly Check[] = [
  reachable,
  answersInTime,
  wholeAnswer,
  tlsHandshake,
  certificateName,
  certificateTrust,
  certificateChain,
  certificateDates,
  certificateExpiresSoon,
  redirectsEnd,
  redirectsToHttps,
  fewRedirects,
  absoluteRedirects,
  status,
  sizeLimit,
  json,
  mServerPresent,
  mServerValid,
  mServerPlain,
  ipv6WithPort,
  sameAnswer,
  everyAddress,
  smallFile,
  contentType,
  noDuplicateMembers,
  cacheable,
  cacheBelowTwoDays,
  fast,
  delegatedHostCopy,
  noPointlessFile,
];
