import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { runInOwnProcess } from '../own-process.js';
import { HOSTILE_NAME } from './dns/behaviour.js';
import { catalogue } from './dns/catalogue.js';
import type { Outcomes } from './dns/run-catalogue.js';

/** Of all together, in octets; a dozen are under way at any time, so that each has a third of the 32 MiB that one may take. */
const MOST_MEMORY = 128 * 2 ** 20;
/** Checks that speak of what DNS answers. */
const DNS_FINDINGS =
  /^dns\/(host-resolves|answers-reliable|both-families-answer|within-limits)$|^srv\/(lookup-answers|service-offered|port-usable|target-)/;

let seen: Outcomes;
beforeAll(async () => {
  const server = fileURLToPath(new URL('dns/server.mjs', import.meta.url));
  // The process ends by itself only if nothing of it is left.
  const printed = await runInOwnProcess(`
    import { runCatalogue } from './test/hostile/dns/run-catalogue.ts';
    console.log(JSON.stringify(await runCatalogue(${JSON.stringify(server)})));
  `);
  seen = JSON.parse(printed);
  console.log(
    `${seen.outcomes.length} behaviours of a hostile DNS server were tried; memory grew by ${Math.round(seen.grownBy / 2 ** 20)} MiB at most`,
  );
}, 90_000);

it('the catalogue is long, and every behaviour has a name of its own', () => {
  expect(catalogue.length).toBeGreaterThanOrEqual(100);
  expect(new Set(catalogue.map(({ name, type }) => `${type} ${name}`)).size).toBe(catalogue.length);
});

describe('a DNS server that sends', () => {
  it.each(catalogue.map((behaviour, index) => [behaviour.name, behaviour, index] as const))(
    '%s',
    (_name, behaviour, index) => {
      const { remark = '', finding, outcome, ...rest } = behaviour.expected;
      const { lookup, findings, timeoutMs, durationMs } = seen.outcomes[index] ?? expect.fail('it was not tried');
      const asked = HOSTILE_NAME;
      const wanted = {
        ...rest,
        records: Array.isArray(rest.records)
          ? rest.records.map((text) => (text === '@asked' ? asked : text))
          : rest.records,
      };
      expect(lookup).toMatchObject({ name: asked, outcome, ...wanted });
      expect(lookup.remarks.join('; ')).toContain(remark);
      expect(findings.filter((id) => DNS_FINDINGS.test(id))).toEqual(finding === null ? [] : [finding]);
      expect(lookup.ms).toBeLessThan(timeoutMs);
      expect(durationMs).toBeLessThan(timeoutMs * 1.1 + 100);
    },
  );
});

it('no socket and no timer is left', () => {
  expect(seen.left).toEqual([]);
});

it('memory stays within bounds', () => {
  expect(seen.grownBy).toBeLessThan(MOST_MEMORY);
});
