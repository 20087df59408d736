import { certificateFaults } from '../../facts/certificate-state.js';
import type { Facts } from '../../facts/facts.js';
import type { EndpointFacts } from '../../facts/federation.js';
import { isNotFound } from '../../facts/lookup-state.js';
import { certificateFaultWords } from '../../facts/words/certificate-fault-words.js';
import { lookWords } from '../../facts/words/failure-words.js';
import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { lookupsOf } from '../readings/asked-hosts.js';
import { isBlameless } from '../readings/blameless.js';
import { lookFailure } from '../readings/look-failure.js';
import { type Evidence, fail, notApplicable, notTested, pass } from '../verdict.js';
import { hostTargets } from '../verdicts/where-srv.js';
import { whereSurveySeen } from '../verdicts/where-survey-seen.js';
import { byPlaceWords } from '../words/by-place-words.js';
import { placeOf } from '../words/place.js';
import { hostnameOf } from '../words/server-name-of.js';

export const hiddenFallbackWorks = {
  id: 'srv/hidden-fallback-works',
  title: 'While the well-known file is down, its SRV fallback leads to the homeserver',
  failureTitle: 'The fallback {owner}, which servers take while the well-known file is down, does not work',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.resolution,
  why: 'Now the well-known file comes first and all is well. But whenever it cannot be fetched, servers go by that record, fail there, and remember it for an hour or longer. The certificate there must be for {name}, not for the target of the record.',
  fix: 'Remove {owner} from DNS if the well-known file is what you use. Or make it work: the server behind it must show a certificate for {name} and answer to "Host: {name}".',
  evaluate: whereSurveySeen(({ hiddenSrv, hiddenSrvEndpoints }, { delegatedName }, facts) => {
    const name = hostnameOf(facts);
    if (delegatedName === null) return [notApplicable('there is no well-known file that hides SRV records')];
    // The current service stands first, and servers that find it do not ask for the deprecated one.
    const fallback = hiddenSrv.find(({ owner }) => owner.endsWith(`._tcp.${name}`));
    if (fallback === undefined) return [notApplicable(`${name} has no SRV records`)];
    const targets = hostTargets(fallback);
    if (targets.length === 0) return [notApplicable(`${fallback.owner} says that there is no fallback (target ".")`)];
    const hosts = targets.flatMap(({ addresses }) => (addresses === null ? [] : [addresses]));
    const endpoints = hiddenSrvEndpoints.filter(
      ({ destination: { certificateName, host } }) =>
        certificateName === name && hosts.some((target) => target.host === host),
    );
    if (endpoints.length === 0 && hosts.flatMap(lookupsOf).some((lookup) => !isNotFound(lookup))) {
      return [notTested(`DNS gives no clear answer for ${listWords(hosts.map(({ host }) => host))}`)];
    }
    const judged = endpoints.filter((endpoint) => !isUnknown(endpoint, facts));
    if (endpoints.length > 0 && judged.length === 0) {
      return [
        notTested(
          byPlaceWords(endpoints.map(({ version }) => ({ place: placeOf(version), words: lookWords(version) }))),
        ),
      ];
    }
    const faulty = judged.flatMap((endpoint) => faultOf(endpoint, facts.observedAt));
    if (faulty.length < judged.length) return [pass()];
    return [
      fail({
        values: { owner: fallback.owner, name },
        evidence:
          judged.length > 0
            ? faulty
            : targets.map(({ target }) => ({ label: `${fallback.owner} SRV`, value: `${target} has no address` })),
      }),
    ];
  }),
} as const satisfies Check;

/** A failure that says nothing about the server. */
const isUnknown = ({ version }: EndpointFacts, facts: Facts): boolean => {
  const failure = lookFailure(version);
  return failure !== null && isBlameless(failure, facts);
};

/** What would stop a server there; empty where nothing would. */
const faultOf = ({ version }: EndpointFacts, observedAt: string): readonly Evidence[] => {
  const [fault] = certificateFaults(version, observedAt);
  const words =
    fault === undefined ? lookWords(version) : certificateFaultWords(fault, version.destination.certificateName);
  return words === '200' ? [] : [{ label: placeOf(version), value: words }];
};
