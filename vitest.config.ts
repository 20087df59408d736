import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // vitest leaves one processor to itself, which is half of a small machine.
    maxWorkers: '100%',
  },
});
