import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { createWebAdapter } from '../../../adapters/web/adapter.ts';
import type { ReplyTo } from '../../../src/adapter.ts';
import { content, paragraph } from '../../../src/content.ts';
import { GiveUp } from '../../../src/errors.ts';
import type { ChannelId, MessageId, PartId } from '../../../src/model.ts';
import { ensureChannel } from '../../../src/store/channels.ts';
import type { Database } from '../../../src/store/database.ts';
import { channelMessages } from '../../../src/store/web-messages.ts';
import { aChannel, aDigest, aDigestStory, partIds } from '../../support/builders.ts';
import { storeTest } from '../../support/store.ts';

const channel = aChannel();
const place = { channel: channel.id, thread: null };
const to: ReplyTo = {
  place,
  handle: null,
  message: null,
  author: { id: 'me', name: null, administrator: null },
  title: null,
  repeated: false,
};
const newPart = () => randomUUID() as PartId;
const said = (text: string) => content([paragraph(text)]);

async function start(db: Database, now = () => new Date()) {
  await ensureChannel(db, { id: channel.id, name: 'Test', language: 'en', zone: 'UTC', createdBy: null });
  return createWebAdapter({ db, now });
}

storeTest('a part posted again, even at the same time, keeps its messages', async ({ db }) => {
  const web = await start(db);
  const [part] = web.render(aDigest({ stories: 4 }), channel, partIds());
  const [one, two] = await Promise.all([web.post(place, part!), web.post(place, part!)]);

  expect(one).toEqual(two);
  expect(await web.find!(place, part!.id)).toEqual(one);
  expect(await channelMessages(db, channel.id, 'me')).toHaveLength(5);
});

storeTest('a stream that broke is found by nobody, and put right by the reply', async ({ db }) => {
  const web = await start(db);
  const part = newPart();
  const stream = await web.stream!(to, part);
  await stream.append('It ope');

  expect(await web.find!(place, part)).toBeNull();
  expect(await web.reply(to, said('It opened on Monday.'), part)).toEqual(stream.posted);
  expect(await channelMessages(db, channel.id, 'me')).toMatchObject([{ state: 'done', body: { kind: 'said' } }]);
});

storeTest('a finished answer stays as it is when its part comes again', async ({ db }) => {
  const web = await start(db);
  const part = newPart();
  await web.reply(to, said('First.'), part);
  await web.reply(to, said('Second.'), part);

  expect(JSON.stringify(await channelMessages(db, channel.id, 'me'))).not.toContain('Second.');
});

storeTest('a stream writes at most ten times a second, and its end is whole', async ({ db }) => {
  let ms = 0;
  const web = await start(db, () => new Date(1_700_000_000_000 + ms));
  const stream = await web.stream!(to, newPart());
  const before = (await channelMessages(db, channel.id, 'me'))[0]!.version;
  for (let piece = 0; piece < 100; piece += 1) {
    ms += 10;
    await stream.append('word ');
  }
  await stream.finish(said('All of it.'));
  const [message] = await channelMessages(db, channel.id, 'me');

  expect(message!.version - before).toBeLessThanOrEqual(12);
  expect(message!.body).toEqual({ kind: 'said', content: said('All of it.') });
});

storeTest('what is gone cannot be edited', async ({ db }) => {
  const web = await start(db);
  const { messages } = await web.reply(to, said('First.'), newPart());
  await web.edit!(place, messages[0]!.id, said('Edited.'));
  expect(JSON.stringify(await channelMessages(db, channel.id, 'me'))).toContain('Edited.');

  for (const id of ['web:999999', 'slack:T1/C1/1.2', '']) {
    await expect(web.edit!(place, id as MessageId, said('x'))).rejects.toThrow(GiveUp);
  }
});

storeTest('a last word reaches a channel that has just been forgotten; a digest does not', async ({ db }) => {
  const web = await start(db);
  const gone = { channel: 'web:gone' as ChannelId, thread: null };
  await web.reply({ ...to, place: gone }, said('Deleted.'), newPart());
  expect(await channelMessages(db, gone.channel, 'me')).toHaveLength(1);
  await expect(web.post(gone, web.render(aDigest(), channel, partIds())[0]!)).rejects.toMatchObject({ closes: true });
});

storeTest('what a feed wrote in broken characters can still be posted', async ({ db }) => {
  const web = await start(db);
  const broken = aDigestStory({ headline: 'a\u0000b', gist: 'half a pair: \ud83d', source: '\udc00' });
  await web.post(place, web.render(aDigest({ stories: [broken] }), channel, partIds())[0]!);
  await web.reply(to, said('\u0000\ud800'), newPart());

  const messages = await channelMessages(db, channel.id, 'me');
  expect(messages[1]?.body).toMatchObject({ story: { headline: 'ab', gist: 'half a pair: \ufffd' } });
});
