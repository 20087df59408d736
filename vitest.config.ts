import { configDefaults, defineConfig } from 'vitest/config';

/**
 * What takes longer than all the rest together: hostile servers by the hundred, the built program at a real terminal and in real shells, and
 * what client libraries do. `npm run test:long` runs these, `npm test` the others.
 */
const LONG = [
  'test/hostile/**/*.test.ts',
  'test/tui/{at-a-terminal,interactive-pty,watch}.test.ts',
  'test/cli/{bin,completion,transcripts}.test.ts',
  'test/checks/client/conditions.test.ts',
];

export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'long' ? LONG : ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'long' ? [] : LONG)],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // vitest leaves one processor to itself, which is half of a small machine.
    maxWorkers: '100%',
  },
}));
