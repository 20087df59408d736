import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { isGlobal, rangeWords } from '../readings/address-groups.js';
import { clientHosts } from '../readings/client-hosts.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';

export const noPrivateAddresses = {
  id: 'client/no-private-addresses',
  title: 'The hosts that clients ask have no address that only means something in one network',
  failureTitle: '{host} also has an address that cannot be reached from the Internet: {addresses}',
  level: 'advice',
  severity: 'warning',
  spec: links.ianaSpecialIPv4,
  why: 'A client that tries this address first waits in vain, or reaches something else in its own network.',
  fix: 'Remove the record of {addresses} for {host} from the public DNS. For a network that is meant to be closed, run this with --allow-private.',
  evaluate: whereClientSeen((client, _progress, { setting }) => {
    if (setting.allowPrivate) return [notApplicable('--allow-private: such addresses are meant here')];
    const hosts = clientHosts(client);
    if (hosts.length === 0) return [notApplicable('there is no address to judge')];
    const closed = hosts.filter(({ addresses }) => !addresses.some(isGlobal));
    if (closed.length === hosts.length) {
      return [notTested(`there is no address of the public Internet for ${listWords(closed.map(({ host }) => host))}`)];
    }
    return hosts.flatMap(({ host, addresses }) => {
      const inside = addresses.filter((address) => !isGlobal(address));
      if (inside.length === 0) return [pass(host)];
      // That is the finding of client/public-addresses.
      if (inside.length === addresses.length) return [];
      return [
        fail({
          subject: host,
          values: { host, addresses: listWords(inside.map(rangeWords)) },
          evidence: [{ label: host, value: listWords(addresses) }],
        }),
      ];
    });
  }),
} as const satisfies Check;
