import type { Facts } from '../../facts/facts.js';
import { listWords } from '../../facts/words/list-words.js';
import { type AddressGroup, isGlobal, rangeWords } from '../readings/address-groups.js';
import { fail, notApplicable, pass, type Verdict } from '../verdict.js';

/**
 * Whether every host can be reached from the Internet at all. One cause, one finding: fills `{hosts}` and `{addresses}`. Of those that cannot,
 * `isCounted` picks the ones that this is about.
 */
export const publicAddressesVerdicts = (
  groups: readonly AddressGroup[],
  facts: Facts,
  isCounted: (group: AddressGroup) => boolean = () => true,
): readonly Verdict[] => {
  if (facts.setting.allowPrivate) return [MEANT];
  if (groups.length === 0) return [notApplicable('there is no address to judge')];
  const closed = groups.filter((group) => !group.addresses.some(isGlobal) && isCounted(group));
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
};

/** Whether a host that can be reached from the Internet has other addresses beside; fills `{host}` and `{addresses}`. */
export const noPrivateAddressesVerdicts = (groups: readonly AddressGroup[], facts: Facts): readonly Verdict[] => {
  if (facts.setting.allowPrivate) return [MEANT];
  const open = groups.filter(({ addresses }) => addresses.some(isGlobal));
  if (open.length === 0) return [notApplicable('there is no public address beside which another could stand')];
  return open.map(({ host, addresses }) => {
    const others = addresses.filter((address) => !isGlobal(address));
    return others.length === 0
      ? pass(host)
      : fail({
          subject: host,
          values: { host, addresses: listWords(others.map(rangeWords)) },
          evidence: [{ label: host, value: listWords(addresses) }],
        });
  });
};

const MEANT = notApplicable('--allow-private: such addresses are meant here');
