import { describe, expect, it } from 'vitest';
import { inspectName } from '../../src/cli/inspect-name.js';
import { Interrupted } from '../../src/cli/interrupted.js';
import { diagnose } from '../../src/diagnose.js';
import type { InspectEvent } from '../../src/events.js';
import type { Facts } from '../../src/facts/facts.js';
import { parseFacts } from '../../src/facts/parse.js';
import { loadScenario } from '../../src/lab/load-scenario.js';
import { startLab } from '../../src/lab/start-lab.js';
import { renderers } from '../../src/render/index.js';
import { SCENARIOS } from '../facts-of.js';

/** Looks at a world until the moment that `isMoment` knows, and interrupts then. */
const interruptedAt = async (scenario: string, isMoment: (event: InspectEvent) => boolean): Promise<Facts> => {
  const lab = await startLab(await loadScenario(scenario, SCENARIOS));
  const controller = new AbortController();
  const onEvent = (event: InspectEvent): void => {
    if (isMoment(event)) controller.abort();
  };
  try {
    return await inspectName('example.com', lab.netOptions(), { allowPrivate: true, onEvent }, controller.signal);
  } finally {
    await lab.close();
  }
};

const text = { width: 80, unicode: false, colour: false, verbose: false };

describe('a run that is interrupted', () => {
  it('gives what was seen by then, and blames nobody for the rest', async () => {
    const facts = await interruptedAt('slow', ({ type }) => type === 'destination');
    expect(facts.setting).toMatchObject({ interrupted: true, timedOut: false, resolverControl: null });
    const report = diagnose(facts);
    expect(report).toMatchObject({
      outcome: 'unknown',
      setting: { interrupted: true },
      federation: { step: '3.3', summary: 'the run was interrupted before everything was seen' },
      client: { state: null, summary: 'the run was interrupted before everything was seen' },
      counts: { error: 0, warning: 0 },
    });
    expect(report.federation.destinations).toHaveLength(4);
    expect(report.findings.some(({ id, outcome }) => id === 'well-known/status' && outcome === 'pass')).toBe(true);
    expect(renderers.text(report, text)).toMatch(
      /^Interrupted after \d+\.\d s: this is what was known by then\.\n\nexample\.com\n/,
    );
    expect(renderers.quiet(report, text)).toMatch(/^example\.com \(interrupted\): unknown; /);
  });

  it('gives as much before the first answer', async () => {
    const facts = await interruptedAt('slow', ({ type }) => type === 'asked');
    const report = diagnose(facts);
    expect(report).toMatchObject({ outcome: 'unknown', counts: { error: 0, warning: 0 } });
    expect(facts.setting).toMatchObject({ interrupted: true, resolverControl: null });
  });

  it('was none where the signal came before the beginning', async () => {
    await expect(inspectName('example.com', {}, {}, AbortSignal.abort())).rejects.toThrow(Interrupted);
  });
});

it('takes facts that were saved before there was a word for it', async () => {
  const facts = await interruptedAt('healthy', () => false);
  const { interrupted, ...setting } = facts.setting;
  expect(interrupted).toBe(false);
  expect(parseFacts(JSON.parse(JSON.stringify({ ...facts, setting }))).setting.interrupted).toBe(false);
});
