import type { Check } from '../check.js';
import { allNumeric } from './all-numeric.js';
import { atMost230Characters } from './at-most-230-characters.js';
import { finalDot } from './final-dot.js';
import { hyphens } from './hyphens.js';
import { ipLiteral } from './ip-literal.js';
import { ipv6Spelling } from './ipv6-spelling.js';
import { isServerName } from './is-server-name.js';
import { portLeadingZeros } from './port-leading-zeros.js';
import { singleLabel } from './single-label.js';
import { takenFromInput } from './taken-from-input.js';
import { upperCase } from './upper-case.js';

/** The checks of area server-name, in report order. */
export const serverNameChecks: readonly Check[] = [
  isServerName,
  takenFromInput,
  upperCase,
  finalDot,
  portLeadingZeros,
  ipv6Spelling,
  atMost230Characters,
  singleLabel,
  ipLiteral,
  allNumeric,
  hyphens,
];
