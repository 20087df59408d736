import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { isGlobal, rangeWords } from '../readings/address-groups.js';
import { clientHosts } from '../readings/client-hosts.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';

export const publicAddresses = {
  id: 'client/public-addresses',
  title: 'The hosts that clients ask have addresses of the public Internet',
  failureTitle: 'Clients find no address of the public Internet for {hosts}, only {addresses}',
  level: 'advice',
  severity: 'error',
  spec: links.ianaSpecialIPv4,
  why: 'Such an address means something inside of one network only. Clients elsewhere, phones above all, cannot connect to it.',
  fix: 'Publish the public address of {hosts} in DNS. If it was resolved inside of your own network (split DNS), ask a public resolver: --resolver 9.9.9.9. For a network that is meant to be closed, run this with --allow-private.',
  evaluate: whereClientSeen((client, _progress, { setting }) => {
    if (setting.allowPrivate) return [notApplicable('--allow-private: such addresses are meant here')];
    const hosts = clientHosts(client);
    if (hosts.length === 0) return [notApplicable('there is no address to judge')];
    const closed = hosts.filter(({ addresses }) => !addresses.some(isGlobal));
    if (closed.length === 0) return [pass()];
    return [
      fail({
        values: {
          hosts: listWords(closed.map(({ host }) => host)),
          addresses: listWords(closed.flatMap(({ addresses }) => addresses.map(rangeWords))),
        },
        evidence: closed.map(({ host, addresses }) => ({ label: host, value: listWords(addresses) })),
      }),
    ];
  }),
} as const satisfies Check;
