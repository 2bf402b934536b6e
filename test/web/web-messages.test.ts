import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { content } from '../../src/content.ts';
import type { ChannelId, PartId } from '../../src/model.ts';
import { ensureChannel } from '../../src/store/channels.ts';
import {
  channelMessages,
  recordPart,
  recordSaid,
  replyCounts,
  sweepWebMessages,
} from '../../src/store/web-messages.ts';
import { storeTest } from '../support/store.ts';

const now = new Date('2026-11-23T08:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

storeTest('people’s words are kept 30 days, ours 90, and nothing of a channel that is gone', async ({ db }) => {
  const here = 'web:here' as ChannelId;
  await ensureChannel(db, { id: here, name: null, language: 'en', zone: 'UTC', createdBy: null });
  const ours = (channel: ChannelId, days: number) =>
    recordPart(
      db,
      { channel, thread: null, part: randomUUID() as PartId, visibleTo: null },
      [{ body: { kind: 'said', content: content([]) }, story: null }],
      daysAgo(days),
    );
  const theirs = (text: string, days: number) =>
    recordSaid(db, { channel: here, thread: null, event: randomUUID(), person: 'me', text }, daysAgo(days));
  await ours(here, 91);
  const [kept] = await ours(here, 89);
  await theirs('old', 31);
  const recent = await theirs('recent', 29);
  await ours('web:gone' as ChannelId, 2);
  const [fresh] = await ours('web:gone' as ChannelId, 0);

  expect(await sweepWebMessages(db, now)).toBe(3);
  expect((await channelMessages(db, here, 'me')).map(({ id }) => id)).toEqual([kept, recent]);
  expect((await channelMessages(db, 'web:gone' as ChannelId, 'me')).map(({ id }) => id)).toEqual([fresh]);
});

storeTest('a whisper counts as a reply only for the one that it is for', async ({ db }) => {
  const here = 'web:here' as ChannelId;
  const place = { channel: here, part: randomUUID() as PartId, visibleTo: null };
  const body = { kind: 'said' as const, content: content([]) };
  const [root] = await recordPart(db, { ...place, thread: null }, [{ body, story: null }], now);
  const whispered = { ...place, thread: root!, part: randomUUID() as PartId, visibleTo: 'me' };
  await recordPart(db, whispered, [{ body, story: null }], now);

  expect(await replyCounts(db, [root!], 'me')).toEqual(new Map([[root, 1]]));
  expect(await replyCounts(db, [root!], 'another')).toEqual(new Map());
});
