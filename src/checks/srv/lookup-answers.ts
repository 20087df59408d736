import type { DnsLookup } from '../../facts/dns.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { cutOff } from '../readings/cut-off.js';
import { notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereSrvAsked } from '../verdicts/where-srv.js';
import { lookupFailed, lookupWords } from '../words/lookup-words.js';

export const lookupAnswers = {
  id: 'srv/lookup-answers',
  title: 'DNS gives clear answers to the questions for SRV records',
  failureTitle: 'DNS gives no clear answer for the SRV records of {owner}: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.resolution,
  why: 'Servers may go on only where the record "was not found", and this is not such an answer. {reaction}: so some may reach you and some not.',
  fix: 'Mend the name servers of the zone: they must answer SRV questions, with NOERROR and no record or NXDOMAIN where there is none. Ask each of them: dig @<name server> {owner} SRV. For SERVFAIL also check DNSSEC: delv {owner} SRV. A port in m.server ("<host>:443") spares servers these questions.',
  evaluate: whereSrvAsked((looks, _federation, facts) => {
    const cut = cutOff(facts);
    if (cut !== null && looks.some(({ lookup }) => lookup.outcome === 'timeout')) return [notTested(cut)];
    return [
      sharedVerdict(
        looks,
        ({ owner }) => `${owner} SRV`,
        ({ owner, lookup }) =>
          lookupFailed(lookup)
            ? {
                values: { owner, problem: lookupWords(lookup), reaction: reactionTo(lookup) },
                seen: lookupWords(lookup),
              }
            : null,
        ({ lookup }) => lookupWords(lookup),
      ),
    ];
  }),
} as const satisfies Check;

/** As read in, and seen of, these homeservers. */
const reactionTo = ({ outcome, rcode }: DnsLookup): string => {
  if (rcode === 'NOTIMP') return 'Synapse goes on to the next step, Dendrite straight to port 8448';
  const gaveUp = outcome === 'timeout' ? 'Synapse and Tuwunel give up' : 'Synapse gives up';
  return `${gaveUp} here, Dendrite goes to port 8448, others ask for the older record`;
};
