import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenWorld, type ChangingWorld, openChangingWorld, worldWith } from '../changing-world.js';
import { type BuiltPackage, buildPackage } from '../cli/built-package.js';
import { canOpenRealTerminal, openRealTerminal, type RealTerminal } from './real-terminal.js';

/** The program as it is published, in a pseudo terminal. */
describe.runIf(canOpenRealTerminal)('the built program', () => {
  let built: BuiltPackage;
  let world: ChangingWorld;
  beforeAll(async () => {
    [built, world] = await Promise.all([buildPackage('--no-types'), openChangingWorld(await brokenWorld())]);
  });
  afterAll(async () => {
    await Promise.all([built.remove(), world.close()]);
  });

  const open = async (...args: readonly string[]): Promise<RealTerminal> => {
    const words = [process.execPath, built.bin, 'check', 'example.com', ...args, ...world.options];
    return openRealTerminal({ columns: 80, rows: 24, command: words.map((word) => `'${word}'`).join(' ') });
  };

  it('is moved about in: down, open, filter, again after the fault is mended, resized, left', {
    timeout: 90_000,
  }, async () => {
    const { until, type, resize, lines, ended, close, isSecondScreen } = await open('--interactive');
    try {
      await until(/\n> \u2717 error: The certificate/);
      type('\u001b[B');
      await until(/\n> \u2717 error: Clients ask/);
      type('\r');
      await until(/client-tls\/certificate-dates[\s\S]*Esc back/);
      type('\u001b');
      await until(/\? help, Enter opens/);
      type('/handshake\r');
      await until(/filter "handshake"/);
      type('\u001b');
      await until(/Findings \(2\)/);
      await world.become(await worldWith());
      type('r');
      await until(/better: Federation: ok, was failed/);
      await resize(40, 15);
      await until(/^example\.com\nFederation {2}\u2713 ok: .*\u2026$/m);
      type('q');
      expect(await ended).toBe(0);
      expect(isSecondScreen()).toBe(false);
      expect(lines()[0]).toBe('example.com');
      expect(lines().at(-1)).toMatch(/^182 passed/);
    } finally {
      await close();
    }
  });

  it('gives 130 for Ctrl-C, which the terminal makes no signal of', { timeout: 90_000 }, async () => {
    const { until, type, ended, close, isSecondScreen } = await open('--watch');
    try {
      await until(/run 1 at/);
      type('\u0003');
      expect(await ended).toBe(130);
      expect(isSecondScreen()).toBe(false);
    } finally {
      await close();
    }
  });
});
