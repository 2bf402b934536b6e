import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Many tests wait for a state rather than work.
    maxWorkers: 2,
    // Machines of a CI are noisy, and some tests hold a time: what is really wrong fails twice.
    retry: process.env.CI ? 1 : 0,
  },
});
