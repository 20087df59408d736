import { afterEach } from 'vitest';
import { type NetOptions, openNet } from '../../src/net/live.js';
import type { Net } from '../../src/net/net.js';

const toClose: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

/** Closes it after the test that is running. */
export const closing = <Closable extends { close(): Promise<unknown> }>(closable: Closable): Closable => {
  toClose.push(() => closable.close());
  return closable;
};

/** Long enough for a loaded machine. */
export const AMPLE_MS = 60_000;

/** A port that knows nothing of this machine, closed after the test. */
export const openTestNet = (options: NetOptions = {}): Net =>
  closing(
    openNet({
      trustStore: { certificates: [], facts: { sources: [] } },
      env: {},
      timeoutMs: AMPLE_MS,
      resolvers: ['127.0.0.1:1'],
      ...options,
    }),
  );
