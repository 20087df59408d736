import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { hostTargets, recordWords, whereSrvUsed } from '../verdicts/where-srv.js';

export const serviceOffered = {
  id: 'srv/service-offered',
  title: 'The SRV record names a server',
  failureTitle: 'The SRV record of {owner} says that there is no server (target ".")',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.rfc2782,
  why: 'A single "." means that the service is decidedly not offered. Synapse stops there: neither the older record nor port 8448 is tried.',
  fix: 'If federation is meant to be off, ignore this. Otherwise replace the record: "{owner}. IN SRV 10 0 8448 <host of the homeserver>.", or remove it and delegate by the well-known file.',
  evaluate: whereSrvUsed((used) => {
    const evidence = used.targets.map((target) => ({ label: `${used.owner} SRV`, value: recordWords(target) }));
    return [hostTargets(used).length > 0 ? pass(null, evidence) : fail({ values: { owner: used.owner }, evidence })];
  }),
} as const satisfies Check;
