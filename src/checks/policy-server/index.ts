import type { Check } from '../check.js';
import { fileJson } from './file-json.js';
import { publicKey } from './public-key.js';
import { readableByWebClients } from './readable-by-web-clients.js';

/** The checks of area policy-server, in report order. */
export const policyServerChecks: readonly Check[] = [fileJson, publicKey, readableByWebClients];
