import { randomUUID } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { afterEach, expect } from 'vitest';
import type { Channel, ChannelId } from '../../src/model.ts';
import { changeChannel, findChannel } from '../../src/store/channels.ts';
import type { Database } from '../../src/store/database.ts';
import { storeTest } from '../support/store.ts';
import { type Installation, makeChannel, startInstallation } from './installation.ts';

let web: Installation;
afterEach(() => web.close());

const home = 'web:home' as ChannelId;
const tokyo = 'zone=Asia%2FTokyo';

const arrive = (language: string, zone = '') =>
  web.get('/', { 'accept-language': language, cookie: `${web.cookie}; ${zone}` });
const settings = async (db: Database) => {
  const channel = await findChannel(db, home);
  return channel && [channel.language, channel.zone];
};

storeTest(
  'the first to come finds the chat in their language and zone; the second changes nothing',
  async ({ url }) => {
    const takenUp: Channel[] = [];
    web = await startInstallation(url, { takeUp: async (channel) => void takenUp.push(channel) });
    await makeChannel(web.deps.db, { id: home });
    const { document } = parseHTML(await (await arrive('ja-JP,ja;q=0.9,en;q=0.8', tokyo)).text());

    expect(document.documentElement.lang).toBe('ja');
    expect(await settings(web.deps.db)).toEqual(['ja', 'Asia/Tokyo']);
    await arrive('ko-KR', 'zone=Asia%2FSeoul');
    expect(await settings(web.deps.db)).toEqual(['ja', 'Asia/Tokyo']);
    expect(takenUp).toMatchObject([{ id: home, language: 'ja', zone: 'Asia/Tokyo' }]);
  },
);

storeTest('several that come at once do not part the settings between them', async ({ url }) => {
  let takenUp = 0;
  web = await startInstallation(url, { takeUp: async () => void takenUp++ });
  await makeChannel(web.deps.db, { id: home });
  await Promise.all([
    arrive('ja', tokyo),
    arrive('ko', 'zone=Asia%2FSeoul'),
    arrive('th', 'zone=Asia%2FBangkok'),
    arrive('zh-TW', 'zone=Asia%2FTaipei'),
  ]);

  expect(takenUp).toBe(1);
  expect(['ja Asia/Tokyo', 'ko Asia/Seoul', 'th Asia/Bangkok', 'zh-TW Asia/Taipei']).toContain(
    (await settings(web.deps.db))?.join(' '),
  );
});

storeTest('what tells nothing, a zone that is none, and a channel in use leave it as it is', async ({ url }) => {
  web = await startInstallation(url);
  const { db } = web.deps;
  await makeChannel(db, { id: home });
  await arrive('*', 'zone=Middle%2FEarth');
  expect((await findChannel(db, home))?.createdBy).toBeNull();

  await web.send('/c/home/say', { text: 'help', event: randomUUID() });
  await arrive('ja', tokyo);
  expect(await settings(db)).toEqual(['en', 'Europe/Paris']);

  await db.deleteFrom('web_messages').execute();
  await changeChannel(db, home, { language: 'th' });
  await arrive('ja', tokyo);
  expect(await settings(db)).toEqual(['th', 'Europe/Paris']);
});

storeTest('a channel that is not made yet, or was forgotten, speaks as who comes', async ({ url }) => {
  web = await startInstallation(url);
  const { document } = parseHTML(await (await arrive('th')).text());
  expect(document.documentElement.lang).toBe('th');
  expect(await settings(web.deps.db)).toBeNull();

  const headers = { 'accept-language': 'th', cookie: `${web.cookie}; zone=Asia%2FBangkok` };
  await web.send('/c/home/say', { text: 'ช่วย', event: randomUUID() }, headers);
  expect(web.received[0]?.author.locale).toEqual({ language: 'th', zone: 'Asia/Bangkok' });
});
