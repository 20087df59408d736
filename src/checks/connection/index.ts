import type { Check } from '../check.js';
import { everyAddress } from './every-address.js';
import { reachable } from './reachable.js';
import { speaksTls } from './speaks-tls.js';

/** The checks of area connection, in report order. */
export const connectionChecks: readonly Check[] = [reachable, everyAddress, speaksTls];
