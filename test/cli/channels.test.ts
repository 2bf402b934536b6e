import { expect, test } from 'vitest';
import { channelsCommand } from '../../src/cli/channels.ts';
import type { Io } from '../../src/cli/command.ts';
import { parseLineCommand } from '../../src/cli/parse.ts';
import type { ChannelId } from '../../src/model.ts';
import { ensureChannel } from '../../src/store/channels.ts';
import type { Database } from '../../src/store/database.ts';
import { storeTest } from '../support/store.ts';

function terminal(db?: Database): { io: Io; said: string[] } {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const open = async () => ({ db: db! });
  return { said, io: { json: true, env: {}, now: () => new Date(), out: say, err: say, progress: () => {}, open } };
}

storeTest('a channel is listed by its id and by the name that people know', async ({ db }) => {
  const channel = { language: 'en', zone: 'UTC', createdBy: null } as const;
  await ensureChannel(db, { ...channel, id: 'web:299d308a' as ChannelId, name: 'Work' });
  await ensureChannel(db, { ...channel, id: 'web:home' as ChannelId, name: null });
  const { io, said } = terminal(db);
  expect(await channelsCommand.run([], { ...io, json: false })).toBe(0);
  expect(said[0]).toMatch(/^web:299d308a “Work” {2}active .*follows nothing$/);
  expect(said[1]).toMatch(/^web:home {2}active/);
});

test('a line with several requests is shown as what it is taken for', async () => {
  const { io, said } = terminal();
  await parseLineCommand.run(['time 9am and pause'], io);
  await parseLineCommand.run(['time 9am'], io);
  expect(said.map((line) => JSON.parse(line))).toEqual([
    [
      { kind: 'command', command: { name: 'time', time: '09:00' } },
      { kind: 'command', command: { name: 'pause' } },
    ],
    { kind: 'command', command: { name: 'time', time: '09:00' }, address: null },
  ]);
});
