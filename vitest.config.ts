import { defineConfig } from 'vitest/config';

/** They start programs, servers or a browser, and wait for them more than they compute. */
const programs = [
  'test/fleet.test.ts',
  'test/line.test.ts',
  'test/browser/*.test.ts',
  'test/**/{program,whole}.test.ts',
  'test/brief/write-race.test.ts',
  'test/jobs/queues.test.ts',
  'test/store/embedded.test.ts',
];
/** They hold a few milliseconds, which anything beside them would spoil. */
const timed = [
  'test/nearest.test.ts',
  'test/answer/{model-speed,retrieve,speak}.test.ts',
  'test/brief/extract.test.ts',
  'test/adapters/discord/render.test.ts',
];
const all = {
  testTimeout: 20_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
  // Machines of a CI are noisy, and some tests hold a time: what is really wrong fails three times.
  retry: process.env.CI ? 2 : 0,
};

// Group after group. All their workers together stay under the 100 connections that a server lets in.
export default defineConfig({
  test: {
    globalSetup: ['test/support/global.ts'],
    projects: [
      {
        test: {
          ...all,
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: [...programs, ...timed],
          // One process for many files: starting one and loading the modules takes longer than most files.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      { test: { ...all, name: 'programs', include: programs, maxWorkers: 3, sequence: { groupOrder: 2 } } },
      {
        test: { ...all, name: 'timed', include: timed, isolate: false, maxWorkers: 1, sequence: { groupOrder: 3 } },
      },
    ],
  },
});
