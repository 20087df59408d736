import { certificateFaults } from '../../facts/certificate-state.js';
import type { EndpointFacts } from '../../facts/federation.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { type Evidence, fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereSurveySeen } from '../verdicts/where-survey-seen.js';
import { lookWords } from '../words/failure-words.js';
import { listWords } from '../words/list-words.js';
import { placeOf } from '../words/place.js';
import { hostnameOf } from '../words/server-name-of.js';

export const hiddenFallbackWorks = {
  id: 'srv/hidden-fallback-works',
  title: 'While the well-known file is down, its SRV fallback leads to the homeserver',
  failureTitle: 'The fallback {owners}, which servers take while the well-known file is down, does not work',
  level: 'advice',
  severity: 'warning',
  spec: links.resolution,
  why: 'Now the well-known file comes first and all is well. But whenever it cannot be fetched, servers go by that record, fail there, and remember it for an hour or longer. The certificate there must be for {name}, not for the target of the record.',
  fix: 'Remove {owners} from DNS if the well-known file is what you use. Or make it work: the server behind it must show a certificate for {name} and answer to "Host: {name}".',
  evaluate: whereSurveySeen(({ hiddenSrv, hiddenSrvEndpoints }, { delegatedName }, facts) => {
    const name = hostnameOf(facts);
    const owners = hiddenSrv.map(({ owner }) => owner).filter((owner) => owner.endsWith(`._tcp.${name}`));
    if (delegatedName === null) return [notApplicable('there is no well-known file that hides SRV records')];
    if (owners.length === 0) return [notApplicable(`${name} has no SRV records`)];
    const endpoints = hiddenSrvEndpoints.filter(({ destination }) => destination.certificateName === name);
    const judged = endpoints.filter((endpoint) => !unroutable(endpoint));
    const evidence = judged.flatMap((endpoint) => faultOf(endpoint, facts.observedAt));
    if (endpoints.length > 0 && judged.length === 0) {
      return [notTested('this machine has no route to where they lead')];
    }
    if (judged.length > 0 && evidence.length === 0) return [pass()];
    return [
      fail({
        values: { owners: listWords(owners), name },
        evidence: judged.length > 0 ? evidence : [{ label: listWords(owners), value: 'its targets have no address' }],
      }),
    ];
  }),
} as const satisfies Check;

const unroutable = ({ version: { connection } }: EndpointFacts): boolean =>
  connection.kind === 'failed' && connection.failure.reason === 'network-unreachable';

/** What would stop a server there; empty where nothing would. */
const faultOf = ({ version }: EndpointFacts, observedAt: string): readonly Evidence[] => {
  const faults = certificateFaults(version, observedAt);
  const words = faults.length > 0 ? FAULT_WORDS[faults[0] ?? 'unreadable'] : lookWords(version);
  return words === '200' ? [] : [{ label: placeOf(version), value: words }];
};

const FAULT_WORDS = {
  name: 'the certificate is for another name',
  trust: 'the certificate is not trusted',
  expired: 'the certificate has expired',
  'not-yet-valid': 'the certificate is not valid yet',
  unreadable: 'the certificate cannot be read',
} as const;
