import { expect, it } from 'vitest';
import { createProgressStore } from '../../src/tui/store.js';

it('knows each change at once, and tells of many at the same time once', async () => {
  const store = createProgressStore();
  let calls = 0;
  const end = store.subscribe(() => {
    calls += 1;
  });
  store.tell({ type: 'started', input: 'example.com', observedAt: '' });
  for (let step = 0; step < 100; step += 1) {
    store.tell({ type: 'asked', question: { kind: 'lookup', name: `${step}.example`, type: 'A' } });
  }
  expect(store.get().awaited).toHaveLength(100);
  expect(calls).toBe(0);
  await expect.poll(() => calls).toBe(1);
  end();
});
