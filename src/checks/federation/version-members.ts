import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { versionBarrier } from '../readings/barriers.js';
import { readVersionAnswer } from '../readings/version-reading.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereEndpoints } from '../verdicts/where-endpoints.js';
import { placeOf } from '../words/place.js';

export const versionMembers = {
  id: 'federation/version-members',
  title: 'The version answer names the software and its version',
  failureTitle: 'The version answer at {where} has no {missing}',
  level: 'advice',
  severity: 'notice',
  affects: 'servers',
  spec: links.federationVersion,
  why: 'Both are optional, so federation works. Without them, administrators of other servers cannot tell you of known faults in your version.',
  fix: 'Answer {"server": {"name": "<software>", "version": "<version>"}} there. If a proxy answers in place of the homeserver, forward /_matrix to the homeserver instead.',
  evaluate: whereEndpoints(versionBarrier, (endpoints, _federation, facts) => [
    sharedVerdict(endpoints, placeOf, (endpoint) => {
      const reading = readVersionAnswer(endpoint, facts);
      if (reading.kind !== 'version') return null;
      const missing = [
        ...(reading.name === null ? ['server.name'] : []),
        ...(reading.version === null ? ['server.version'] : []),
      ].join(' and no ');
      return missing === '' ? null : { values: { missing }, seen: `no ${missing}` };
    }),
  ]),
} as const satisfies Check;
