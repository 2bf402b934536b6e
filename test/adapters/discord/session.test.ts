import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSessions, type Sessions } from '../../../adapters/discord/session.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const session = { sessionId: 'a', sequence: 7, shardId: 0, shardCount: 1, resumeURL: 'wss://gateway.example' };

/** Processes on one database. A killed one says nothing more. @param fastMs how much its clock is ahead. */
function aDatabase() {
  const kept = new Map<string, unknown>();
  return function aProcess(fastMs = 0): { sessions: Sessions; kill(): void } {
    let alive = true;
    const settings = {
      get: async (key: string) => kept.get(key) ?? null,
      set: async (key: string, value: unknown) => void (alive && kept.set(key, value)),
    };
    const kill = () => {
      alive = false;
    };
    return { sessions: createSessions(settings, () => new Date(Date.now() + fastMs)), kill };
  };
}

async function after<T>(ms: number, waiting: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(ms);
  return waiting;
}

test('a session left in peace is taken over at once', async () => {
  const aProcess = aDatabase();
  const first = aProcess();
  first.sessions.update(0, session);
  await first.sessions.park();
  first.sessions.update(0, null);

  expect(await aProcess().sessions.retrieve(0)).toEqual(session);
});

test.for([0, -20_000, 20_000])(
  'the session of a process that lives is left alone, %d ms ahead of us',
  async (fastMs) => {
    const aProcess = aDatabase();
    aProcess(fastMs).sessions.update(0, session);
    await vi.advanceTimersByTimeAsync(60_000);

    expect(await after(1_250, aProcess().sessions.retrieve(0))).toBeNull();
  },
);

test('a process that ends while it is watched leaves its session in peace', async () => {
  const aProcess = aDatabase();
  const first = aProcess();
  first.sessions.update(0, session);
  await vi.advanceTimersByTimeAsync(1_000);
  const second = aProcess().sessions.retrieve(0);
  await vi.advanceTimersByTimeAsync(500);
  await first.sessions.park();

  expect(await after(250, second)).toEqual(session);
});

test.for([0, -20_000, 20_000])(
  'that of a process that was killed is taken over as far as it had read, %d ms ahead of us',
  async (fastMs) => {
    const aProcess = aDatabase();
    const first = aProcess(fastMs);
    first.sessions.update(0, { ...session, sequence: 6 });
    await vi.advanceTimersByTimeAsync(2_000);
    first.sessions.update(0, session);
    await vi.advanceTimersByTimeAsync(2_000);
    first.kill();

    expect(await after(2_500, aProcess().sessions.retrieve(0))).toEqual(session);
  },
);

test('what Discord has forgotten is not asked for', async () => {
  const aProcess = aDatabase();
  const first = aProcess();
  first.sessions.update(0, session);
  await first.sessions.park();
  await vi.advanceTimersByTimeAsync(5 * 60_000);

  expect(await aProcess().sessions.retrieve(0)).toBeNull();
});

test('a session that ended is nobody’s', async () => {
  const aProcess = aDatabase();
  const first = aProcess();
  first.sessions.update(0, session);
  first.sessions.update(0, null);
  await first.sessions.park();

  expect(await aProcess().sessions.retrieve(0)).toBeNull();
});
