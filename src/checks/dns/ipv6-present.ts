import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { familyVerdicts } from '../verdicts/family-verdicts.js';

export const ipv6Present = {
  id: 'dns/ipv6-present',
  title: 'The homeserver has an IPv6 address',
  failureTitle: '{host} has no IPv6 address, only {addresses}',
  level: 'advice',
  severity: 'info',
  affects: 'servers',
  spec: links.resolution,
  why: 'Nearly every homeserver reaches IPv4, so nothing is broken. Those with IPv6 only cannot talk to this one.',
  fix: 'If the machine has IPv6, let the web server listen on it and add an AAAA record for {host}. Do not add one before it works: a dead address is worse than none.',
  evaluate: familyVerdicts('IPv6'),
} as const satisfies Check;
