import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { familyVerdicts } from '../verdicts/family-verdicts.js';

export const ipv4Present = {
  id: 'dns/ipv4-present',
  title: 'The homeserver has an IPv4 address',
  failureTitle: '{host} has no IPv4 address, only {addresses}',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.resolution,
  why: 'Many homeservers still have IPv4 only, and cannot talk to this one.',
  fix: 'Add an A record for {host}. Where the machine has no IPv4 address, put a reverse proxy or a tunnel with one in front of it.',
  evaluate: familyVerdicts('IPv4'),
} as const satisfies Check;
