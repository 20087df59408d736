import type { Check } from '../check.js';
import { answersReliable } from './answers-reliable.js';
import { bothFamiliesAnswer } from './both-families-answer.js';
import { hostResolves } from './host-resolves.js';
import { ipv4Present } from './ipv4-present.js';
import { ipv6Present } from './ipv6-present.js';
import { noPrivateAddresses } from './no-private-addresses.js';
import { publicAddresses } from './public-addresses.js';
import { withinLimits } from './within-limits.js';

/** The checks of area dns, in report order. */
export const dnsChecks: readonly Check[] = [
  hostResolves,
  answersReliable,
  bothFamiliesAnswer,
  publicAddresses,
  noPrivateAddresses,
  ipv4Present,
  ipv6Present,
  withinLimits,
];
