import type { Check } from '../check.js';
import { baseUrlFinalSlashes } from './base-url-final-slashes.js';
import { baseUrlHostName } from './base-url-host-name.js';
import { baseUrlHostPlain } from './base-url-host-plain.js';
import { baseUrlHostResolves } from './base-url-host-resolves.js';
import { baseUrlHttps } from './base-url-https.js';
import { baseUrlIsUrl } from './base-url-is-url.js';
import { baseUrlLowerCaseScheme } from './base-url-lower-case-scheme.js';
import { baseUrlMatrixPath } from './base-url-matrix-path.js';
import { baseUrlPlaceholder } from './base-url-placeholder.js';
import { baseUrlPlain } from './base-url-plain.js';
import { baseUrlPresent } from './base-url-present.js';
import { baseUrlWithoutPath } from './base-url-without-path.js';
import { copiesAgree } from './copies-agree.js';
import { everyAddress } from './every-address.js';
import { fast } from './fast.js';
import { fileContentType } from './file-content-type.js';
import { fileElsewhereOnly } from './file-elsewhere-only.js';
import { fileFound } from './file-found.js';
import { fileJson } from './file-json.js';
import { fileNoWebPage } from './file-no-web-page.js';
import { fileNotEmpty } from './file-not-empty.js';
import { fileNotForbidden } from './file-not-forbidden.js';
import { fileNotRedirected } from './file-not-redirected.js';
import { fileNotRedirectedAway } from './file-not-redirected-away.js';
import { fileObject } from './file-object.js';
import { fileReachable } from './file-reachable.js';
import { fileStatus } from './file-status.js';
import { fileWhole } from './file-whole.js';
import { fileWithoutChallenge } from './file-without-challenge.js';
import { fileWithoutLogin } from './file-without-login.js';
import { findable } from './findable.js';
import { hostResolves } from './host-resolves.js';
import { identityServerAnswers } from './identity-server-answers.js';
import { identityServerNotNull } from './identity-server-not-null.js';
import { identityServerValid } from './identity-server-valid.js';
import { ipv4Present } from './ipv4-present.js';
import { namespacedMembers } from './namespaced-members.js';
import { noOutdatedMembers } from './no-outdated-members.js';
import { noPrivateAddresses } from './no-private-addresses.js';
import { noSupersededMembers } from './no-superseded-members.js';
import { notInsideOnly } from './not-inside-only.js';
import { notLongCached } from './not-long-cached.js';
import { notTheServerFile } from './not-the-server-file.js';
import { portInName } from './port-in-name.js';
import { publicAddresses } from './public-addresses.js';
import { redirectsEnd } from './redirects-end.js';
import { saidOnce } from './said-once.js';
import { sameAnswer } from './same-answer.js';
import { strictReading } from './strict-reading.js';

/** The checks of area client, in report order: the way to the file, the file, the base URL in it, what else is in it. */
export const clientChecks: readonly Check[] = [
  hostResolves,
  fileReachable,
  redirectsEnd,
  fileWithoutLogin,
  fileWithoutChallenge,
  fileNotForbidden,
  fileStatus,
  findable,
  fileElsewhereOnly,
  fileFound,
  fileWhole,
  fileNotEmpty,
  fileNotRedirectedAway,
  fileNoWebPage,
  fileJson,
  fileObject,
  notTheServerFile,
  baseUrlPresent,
  baseUrlPlaceholder,
  baseUrlIsUrl,
  baseUrlHttps,
  baseUrlMatrixPath,
  baseUrlHostResolves,
  strictReading,
  publicAddresses,
  notInsideOnly,
  noPrivateAddresses,
  ipv4Present,
  everyAddress,
  sameAnswer,
  fast,
  fileNotRedirected,
  fileContentType,
  notLongCached,
  baseUrlPlain,
  baseUrlWithoutPath,
  baseUrlFinalSlashes,
  baseUrlHostName,
  baseUrlHostPlain,
  baseUrlLowerCaseScheme,
  identityServerNotNull,
  identityServerValid,
  identityServerAnswers,
  saidOnce,
  copiesAgree,
  noOutdatedMembers,
  noSupersededMembers,
  namespacedMembers,
  portInName,
];
