import { answers } from './answers.js';
import type { Behaviour } from './behaviour.js';
import { packets } from './packets.js';
import { records } from './records.js';
import { transports } from './transports.js';
import { wire } from './wire.js';

/** Everything that the hostile DNS server can do. */
export const catalogue: readonly Behaviour[] = [...packets, ...transports, ...answers, ...records, ...wire];
