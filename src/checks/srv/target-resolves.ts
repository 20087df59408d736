import { isIP } from 'node:net';
import type { SrvTarget } from '../../facts/federation.js';
import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { lookupsOf } from '../readings/asked-hosts.js';
import { doubledName } from '../readings/doubled-name.js';
import { notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { hostTargets, recordWords, whereSrvUsed } from '../verdicts/where-srv.js';
import { lookupFailed, lookupWords } from '../words/lookup-words.js';

export const targetResolves = {
  id: 'srv/target-resolves',
  title: 'Every SRV target has an address',
  failureTitle: 'The SRV target {target} has no address: {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.rfc2782,
  why: 'Other targets of {owner} work. But half of the homeservers try only one of the records, and those that pick this one fail.',
  fix: 'Create an A or AAAA record for {target}, or take it out: remove "{owner}. IN SRV {record}".{hint}',
  evaluate: whereSrvUsed((used) => {
    const targets = hostTargets(used).filter(({ target }) => isIP(target) === 0);
    if (targets.every(lacksAddress)) {
      return [
        notTested(targets.length === 0 ? `${used.owner} names no host` : `no target of ${used.owner} has an address`),
      ];
    }
    return [
      sharedVerdict(
        targets,
        ({ target }) => target,
        (target) =>
          lacksAddress(target)
            ? {
                values: {
                  owner: used.owner,
                  target: target.target,
                  record: recordWords(target),
                  problem: problemOf(target),
                  hint: doubledHint(target.target),
                },
                seen: problemOf(target),
              }
            : null,
      ),
    ];
  }),
} as const satisfies Check;

/** Whether it is known to have none: a failed question is another check's. */
const lacksAddress = ({ addresses }: SrvTarget): boolean =>
  addresses !== null && addresses.addresses.length === 0 && !lookupsOf(addresses).some(lookupFailed);

const problemOf = ({ addresses }: SrvTarget): string =>
  addresses === null
    ? 'it was not looked up'
    : listWords(lookupsOf(addresses).map((lookup) => `${lookup.type}: ${lookupWords(lookup)}`));

const doubledHint = (target: string): string => {
  const single = doubledName(target);
  return single === null ? '' : ` The name looks doubled: write it with a final dot in the zone file, "${single}.".`;
};
