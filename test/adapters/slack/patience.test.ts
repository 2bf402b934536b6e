import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPatience } from '../../../adapters/slack/patience.ts';
import { GiveUp, TryLater } from '../../../src/errors.ts';
import { quiet } from './support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const unreachable = async () => Promise.reject(new TryLater('slack auth.test: no answer', 15));
const connected = async () => {};

test('tries again after 1 s, 2 s, 4 s, and no longer than a minute apart', async () => {
  const connect = vi.fn(unreachable);
  await createPatience(quiet).start(connect, connected);
  const counts: number[] = [];
  for (const ms of [999, 1, 2_000, 4_000, 600_000]) {
    await vi.advanceTimersByTimeAsync(ms);
    counts.push(connect.mock.calls.length);
  }

  expect(counts).toEqual([1, 2, 3, 4, 16]);
});

test('connected, it rests', async () => {
  const connect = vi.fn(connected);
  connect.mockImplementationOnce(unreachable);
  await createPatience(quiet).start(connect, connected);
  await vi.advanceTimersByTimeAsync(600_000);

  expect(connect).toHaveBeenCalledTimes(2);
});

test('stopped, it tries no more', async () => {
  const connect = vi.fn(unreachable);
  const patience = createPatience(quiet);
  await patience.start(connect, connected);
  patience.stop();
  await vi.advanceTimersByTimeAsync(600_000);

  expect(connect).toHaveBeenCalledTimes(1);
});

test('stopped while it connects, it lets go of what it connected', async () => {
  const disconnect = vi.fn(connected);
  const patience = createPatience(quiet);
  const starting = patience.start(async () => void patience.stop(), disconnect);
  await starting;

  expect(disconnect).toHaveBeenCalledOnce();
});

test('what waiting cannot mend is thrown at the start, and logged later', async () => {
  const refused = async () => Promise.reject(new GiveUp('slack auth.test: invalid_auth'));
  await expect(createPatience(quiet).start(refused, connected)).rejects.toBeInstanceOf(GiveUp);
  const error = vi.fn();
  const connect = vi.fn(refused);
  connect.mockImplementationOnce(unreachable);
  await createPatience({ ...quiet, error }).start(connect, connected);
  await vi.advanceTimersByTimeAsync(600_000);

  expect(connect).toHaveBeenCalledTimes(2);
  expect(error).toHaveBeenCalledOnce();
});
