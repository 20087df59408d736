import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { askedHosts, lookupsOf } from '../readings/asked-hosts.js';
import { cutOff } from '../readings/cut-off.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereFederationSeen } from '../verdicts/where-federation-seen.js';
import { lookupFailed, lookupWords } from '../words/lookup-words.js';

export const bothFamiliesAnswer = {
  id: 'dns/both-families-answer',
  title: 'Both address questions (A and AAAA) get an answer',
  failureTitle: 'The question for the {type} records of {host} fails: {problem}',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.rfc1035,
  why: 'Most resolvers ask for IPv4 and IPv6 addresses at once. Where one question fails instead of being answered with "no such record", some wait for it, and some take the whole name for broken.',
  fix: 'Make the name servers of {host} answer every type: NOERROR with an empty answer where there is no such record. Old load balancers and home-made DNS servers often fail at AAAA. Try: dig {host} {type}.',
  evaluate: whereFederationSeen((federation, facts) => {
    const hosts = askedHosts(federation).filter(({ addresses }) => addresses.length > 0);
    if (hosts.length === 0) return [notApplicable('no host name has an address here')];
    return hosts.map((host) => {
      const failure = lookupsOf(host).find(lookupFailed);
      const cut = cutOff(facts);
      if (cut !== null && failure?.outcome === 'timeout') return notTested(`${host.host}: ${cut}`);
      return failure === undefined
        ? pass(host.host)
        : fail({
            subject: host.host,
            values: { host: host.host, type: failure.type, problem: lookupWords(failure) },
            evidence: lookupsOf(host).map((lookup) => ({
              label: `${host.host} ${lookup.type}`,
              value: lookupWords(lookup),
            })),
          });
    });
  }),
} as const satisfies Check;
