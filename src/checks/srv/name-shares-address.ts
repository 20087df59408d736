import { seenValue } from '../../facts/observation.js';
import { listWords } from '../../facts/words/list-words.js';
import { sameAddress } from '../../spec/address-range.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { hostTargets, whereSrvUsed } from '../verdicts/where-srv.js';

export const nameSharesAddress = {
  id: 'srv/name-shares-address',
  title: 'Servers that mix up the name and its SRV target still arrive',
  failureTitle: '{name} has other addresses than its SRV target {target}',
  level: 'advice',
  severity: 'notice',
  affects: 'servers',
  spec: links.resolution,
  why: 'Without a well-known file, Tuwunel and conduwuit were seen to take the address of {name} itself ({own}) and only the port of the SRV record. They knock there at port {port} and get no answer, or a wrong one.',
  fix: 'Publish https://{name}/.well-known/matrix/server with {"m.server": "{target}:{port}"} and get a certificate for {target}: every homeserver understands that.',
  evaluate: whereSrvUsed((used, federation) => {
    const host = seenValue(federation.wellKnown)?.host;
    if (host === undefined || federation.delegatedName !== null) {
      return [notApplicable('the SRV record is that of the delegated host')];
    }
    if (host.addresses.length === 0) return [notApplicable(`${host.host} has no address of its own`)];
    const targets = hostTargets(used).filter(({ port }) => port > 0);
    const addresses = targets.flatMap((target) => target.addresses?.addresses ?? []);
    const [first] = targets;
    if (first === undefined || addresses.length === 0)
      return [notTested(`no target of ${used.owner} can be connected to`)];
    const evidence = [
      { label: host.host, value: listWords(host.addresses) },
      { label: listWords(targets.map(({ target }) => target)), value: listWords(addresses) },
    ];
    if (addresses.some((address) => host.addresses.some((own) => sameAddress(own, address)))) {
      return [pass(null, evidence)];
    }
    return [
      fail({
        values: { name: host.host, target: first.target, own: listWords(host.addresses), port: `${first.port}` },
        evidence,
      }),
    ];
  }),
} as const satisfies Check;
