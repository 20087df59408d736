import type { Check } from '../check.js';
import { fileComplete } from './file-complete.js';
import { fileContentType } from './file-content-type.js';
import { fileFetchable } from './file-fetchable.js';
import { fileFound } from './file-found.js';
import { fileJson } from './file-json.js';
import { readableByWebClients } from './readable-by-web-clients.js';

/** The checks of area support, in report order. */
export const supportChecks: readonly Check[] = [
  fileFound,
  fileFetchable,
  fileJson,
  fileComplete,
  fileContentType,
  readableByWebClients,
];
