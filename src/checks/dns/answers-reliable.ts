import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { askedHosts, lookupsOf } from '../readings/asked-hosts.js';
import { cutOff } from '../readings/cut-off.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereFederationSeen } from '../verdicts/where-federation-seen.js';
import { lookupFailed, lookupWords } from '../words/lookup-words.js';

export const answersReliable = {
  id: 'dns/answers-reliable',
  title: 'DNS gives clear answers for the addresses of every host',
  failureTitle: 'DNS gives no clear answer for the addresses of {host}: {problem}',
  level: 'advice',
  severity: 'error',
  affects: 'servers',
  spec: links.rfc1035,
  why: 'This is neither an address nor a "there is none". Some homeservers give up at that, others go on as if the name did not exist, so that {host} is reached by some and not by others, or by nobody.',
  fix: 'Ask every name server of the zone by itself: dig NS <zone>, then dig @<each of them> {host} A. Mend the one that fails; for SERVFAIL also check DNSSEC (an expired signature, or a DS record left behind at the registrar): delv {host} A.',
  evaluate: whereFederationSeen((federation, facts) => {
    const hosts = askedHosts(federation);
    if (hosts.length === 0) return [notApplicable('no host name is resolved on this path')];
    return hosts.map((host) => {
      const failures = lookupsOf(host).filter(lookupFailed);
      const [first] = failures;
      const cut = cutOff(facts);
      if (cut !== null && first?.outcome === 'timeout') return notTested(`${host.host}: ${cut}`);
      return first === undefined || host.addresses.length > 0
        ? pass(host.host)
        : fail({
            subject: host.host,
            values: { host: host.host, problem: lookupWords(first) },
            evidence: failures.map((lookup) => ({
              label: `${lookup.name} ${lookup.type}`,
              value: `${lookupWords(lookup)}${lookup.server === null ? '' : `, says ${lookup.server}`}`,
            })),
          });
    });
  }),
} as const satisfies Check;
