import { describe, expect, it } from 'vitest';
import { sameAddress } from '../../../src/spec/address-range.js';
import { CLOSED_ADDRESSES, ODD_SPELLINGS } from './closed-addresses.js';
import { openClosedWorld, type Run, type Target } from './closed-world.js';
import { WAYS, type Way } from './ways.js';

/** As many addresses of one host as a run asks, where one more stands beside. */
const TOGETHER = 7;

const written = (address: string): string => (address.includes(':') ? `[${address}]` : address);
const literals: readonly Target[] = CLOSED_ADDRESSES.map((address) => ({
  written: written(address),
  addresses: [address],
}));
const hosts: readonly Target[] = Array.from({ length: Math.ceil(CLOSED_ADDRESSES.length / TOGETHER) }, (_, group) => ({
  written: `closed${group}.example.net`,
  addresses: CLOSED_ADDRESSES.slice(group * TOGETHER, (group + 1) * TOGETHER),
}));
/** One of so many, for each way others than for the one before: all of a list comes by in turn. */
const someOf = <T>(list: readonly T[], way: Way, oneIn: number): readonly T[] =>
  list.filter((_one, index) => (index + WAYS.indexOf(way)) % oneIn === 0);

const targetsOf = (way: Way): readonly Target[] => {
  const some = someOf(literals, way, 8);
  return { host: hosts, address: literals, either: [...hosts, ...some] }[way.takes];
};

/** Refused looks, of those that went to this address; a look that got any further is there as what it is. */
const endsAt = ({ looks }: Run, address: string): readonly string[] => [
  ...new Set(
    looks
      .filter(({ destination }) => sameAddress(destination.address, address))
      .map(({ connection }) => (connection.kind === 'failed' ? connection.failure.reason : connection.kind)),
  ),
];

describe('only public addresses', { timeout: 120_000 }, () => {
  let combinations = 0;
  it.concurrent.each(WAYS)('$way leads to none that is not', async (way) => {
    const targets = targetsOf(way);
    const world = await openClosedWorld(way, targets);
    try {
      const led = await world.run(0, false);
      expect(led.connections).toBeGreaterThan(0);
      expect(targets[0]?.addresses).toContain(led.dialled[0]);

      for (const [index, { addresses, written: target }] of targets.entries()) {
        const run = await world.run(index, true);
        expect([run.dialled, run.connections], target).toEqual([[], 0]);
        for (const address of addresses) {
          expect(endsAt(run, address), `${target} ${address}`).toEqual(['not-public']);
          combinations += 1;
        }
      }
    } finally {
      await world.close();
    }
  });

  it.concurrent.each(WAYS.filter(({ takes }) => takes === 'either'))(
    '$way leads to none by an odd spelling',
    async (way) => {
      const spellings = someOf(ODD_SPELLINGS, way, 5);
      const world = await openClosedWorld(
        way,
        spellings.map((spelling) => ({ written: spelling, addresses: [] })),
      );
      try {
        for (const [index, spelling] of spellings.entries()) {
          const { dialled, connections } = await world.run(index, true);
          expect([dialled, connections], spelling).toEqual([[], 0]);
          combinations += 1;
        }
      } finally {
        await world.close();
      }
    },
  );

  it('was tried in 600 combinations of a way and an address at least', () => {
    console.log(`${combinations} combinations of a way and an address were tried, and none was connected to.`);
    expect(combinations).toBeGreaterThanOrEqual(600);
  });
});
