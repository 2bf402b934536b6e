import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // One file at a time: some start whole fleets, and a server lets in 100 connections.
    maxWorkers: 1,
    // Machines of a CI are noisy, and some tests hold a time: what is really wrong fails twice.
    retry: process.env.CI ? 1 : 0,
  },
});
