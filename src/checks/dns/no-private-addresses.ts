import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { addressGroups, isGlobal, rangeWords } from '../readings/address-groups.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { whereFederationSeen } from '../verdicts/where-federation-seen.js';

export const noPrivateAddresses = {
  id: 'dns/no-private-addresses',
  title: 'No private address stands among the public ones',
  failureTitle: '{host} has {addresses} among its addresses, which nobody outside can reach',
  level: 'advice',
  severity: 'warning',
  spec: links.ianaSpecialIPv4,
  why: 'Servers that pick this address wait until they give up. Synapse drops addresses that are not public, other homeservers try them.',
  fix: 'Remove the record from the public zone of {host}. If only machines inside need it, serve it from an internal resolver (split DNS). For a network that is meant to be closed, run this with --allow-private.',
  evaluate: whereFederationSeen((federation, { setting }) => {
    if (setting.allowPrivate) return [notApplicable('--allow-private: such addresses are meant here')];
    const groups = addressGroups(federation).filter(({ addresses }) => addresses.some(isGlobal));
    if (groups.length === 0) return [notApplicable('there is no public address beside which another could stand')];
    return groups.map(({ host, addresses }) => {
      const others = addresses.filter((address) => !isGlobal(address));
      return others.length === 0
        ? pass(host)
        : fail({
            subject: host,
            values: { host, addresses: listWords(others.map(rangeWords)) },
            evidence: [{ label: host, value: listWords(addresses) }],
          });
    });
  }),
} as const satisfies Check;
