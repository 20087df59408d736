import type { Check } from '../check.js';
import { answers } from './answers.js';
import { contentType } from './content-type.js';
import { noRedirect } from './no-redirect.js';
import { sameSoftware } from './same-software.js';
import { unknownEndpoint } from './unknown-endpoint.js';
import { version } from './version.js';
import { versionJson } from './version-json.js';
import { versionMembers } from './version-members.js';

/** The checks of area federation, in report order. */
export const federationChecks: readonly Check[] = [
  answers,
  noRedirect,
  version,
  versionJson,
  versionMembers,
  contentType,
  unknownEndpoint,
  sameSoftware,
];
