import { randomUUID } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { afterEach, describe, expect } from 'vitest';
import { action, encodeAction } from '../../src/action.ts';
import { content, paragraph } from '../../src/content.ts';
import type { Channel, ChannelId, PartId } from '../../src/model.ts';
import { findChannel, forgetChannels } from '../../src/store/channels.ts';
import { aClaim, aDigest, aDigestStory, partIds } from '../support/builders.ts';
import { storeTest } from '../support/store.ts';
import { type Installation, makeChannel, startInstallation } from './installation.ts';

let web: Installation;
afterEach(() => web.close());

/** Without a script: a form, and no wish for JSON. */
const byForm = { accept: 'text/html' };
const said = (text: string) => ({ text, event: randomUUID() });

async function pageOf(path: string): Promise<Document> {
  return parseHTML(await (await web.get(path)).text()).document;
}

async function postDigest(channel: Channel) {
  const digest = aDigest({ channel: channel.id, stories: 3 });
  const [part] = web.adapter.render(digest, channel, partIds());
  const posted = await web.adapter.post({ channel: channel.id, thread: null }, part!);
  return { digest, rows: posted.messages.map(({ id }) => id.slice('web:'.length)) };
}

function reply(text: string, thread: string | null, extra: Parameters<typeof content>[1] = {}, author = '') {
  const place = { channel: 'web:home' as ChannelId, thread: thread === null ? null : (`web:${thread}` as never) };
  const to = {
    place,
    handle: null,
    message: null,
    author: { id: author, name: null, administrator: null },
    title: null,
    repeated: false,
  };
  return web.adapter.reply(to, content([paragraph(text)], extra), randomUUID() as PartId);
}

describe('without a script', () => {
  storeTest('a message is sent by a form, and the page that follows shows the answer', async ({ url }) => {
    web = await startInstallation(url);
    web.onInbound(async () => void (await reply('Following Artificial intelligence.', null)));
    const response = await web.send('/c/home/say', said('subscribe ai'), byForm);

    expect(response.status).toBe(303);
    const { document } = parseHTML(
      await (await web.get(response.headers.get('location')!.replace('#latest', ''))).text(),
    );
    expect(
      [...document.querySelectorAll('#log > li')].map((turn) =>
        turn.querySelector('.bubble, .speech')?.textContent?.trim(),
      ),
    ).toEqual(['subscribe ai', 'Following Artificial intelligence.']);
    expect(web.received).toMatchObject([
      { kind: 'message', text: 'subscribe ai', address: 'direct', author: { administrator: true } },
    ]);
  });

  storeTest('a form sent twice writes and tells once', async ({ url }) => {
    web = await startInstallation(url);
    const twice = said('digest');
    await Promise.all([web.send('/c/home/say', twice), web.send('/c/home/say', twice)]);

    expect(new Set(web.received.map(({ event }) => event)).size).toBe(1);
    expect((await pageOf('/')).querySelectorAll('.turn.you')).toHaveLength(1);
  });

  storeTest('a page that the browser kept still sends what is new', async ({ url }) => {
    web = await startInstallation(url);
    const { event } = said('');
    await web.send('/c/home/say', { text: 'topics', event });
    await web.send('/c/home/say', { text: 'help', event });

    expect(new Set(web.received.map((inbound) => inbound.event)).size).toBe(2);
  });

  storeTest('what is asked of a story leads to its thread, which has an address of its own', async ({ url }) => {
    web = await startInstallation(url);
    const channel = await makeChannel(web.deps.db, { id: 'web:home' as ChannelId });
    const { digest, rows } = await postDigest(channel);
    const pressed = encodeAction(action('points', { story: digest.stories[0]!.story, delivery: digest.delivery }));
    web.onInbound(async () => void (await reply('It opened on Monday.', rows[1]!)));
    const response = await web.send(
      '/c/home/press',
      { action: pressed, message: rows[1]!, event: randomUUID() },
      byForm,
    );

    expect(response.headers.get('location')).toBe(`/c/home/t/${rows[1]}#latest`);
    expect(web.received).toMatchObject([{ kind: 'press', message: `web:${rows[1]}`, parent: `web:${rows[1]}` }]);
    const thread = await pageOf(`/c/home/t/${rows[1]}`);
    expect(thread.querySelector('.thread-root')?.textContent).toContain(digest.stories[0]!.headline);
    expect(thread.querySelector('#thread-log')?.textContent).toContain('It opened on Monday.');
    expect(thread.querySelector(`#log #m${rows[1]} .thread-link`)?.textContent).toContain('1 reply');
  });

  storeTest('a question in a thread names the thread, whichever message of it was open', async ({ url }) => {
    web = await startInstallation(url);
    const channel = await makeChannel(web.deps.db, { id: 'web:home' as ChannelId });
    const { rows } = await postDigest(channel);
    await web.send('/c/home/say', { ...said('how many homes?'), thread: rows[2]! });
    await web.send('/c/home/say', { ...said('a thread of another channel'), thread: '999999' });

    expect(web.received).toMatchObject([{ parent: `web:${rows[2]}` }, { parent: null }]);
  });

  storeTest('a quick button says its command in the person’s own words', async ({ url }) => {
    web = await startInstallation(url);
    const button = (await pageOf('/')).querySelector('.starters button') as Element;
    await web.send('/c/home/press', { action: button.getAttribute('value')!, event: randomUUID() }, byForm);

    expect(web.received).toMatchObject([
      { kind: 'press', action: { verb: 'do', value: 'subscribe ai' }, parent: null },
    ]);
    expect((await pageOf('/')).querySelector('.turn.you .bubble')?.textContent).toBe('subscribe ai');
  });

  storeTest('nothing is a button of ours but what we made', async ({ url }) => {
    web = await startInstallation(url);
    expect((await web.send('/c/home/press', { action: 'drop:tables', event: randomUUID() })).status).toBe(404);
    expect((await web.send('/c/../../etc/say', said('x'))).status).toBe(404);
    expect(web.received).toEqual([]);
  });
});

describe('channels', () => {
  storeTest('are made, renamed, switched and deleted', async ({ url }) => {
    web = await startInstallation(url);
    const { db } = web.deps;
    web.onInbound(async (inbound) => {
      if (inbound.kind === 'joined') await makeChannel(db, { id: inbound.channel, name: inbound.channelName });
      if (inbound.kind === 'gone') await forgetChannels(db, inbound.channel);
    });
    const made = await web.send('/channels', { name: 'Chips & <b>more</b>', event: randomUUID() }, byForm);
    const path = made.headers.get('location') as string;
    expect((await pageOf(path)).querySelector('h1')?.textContent).toBe('Chips & <b>more</b>');

    await web.send(`${path}/rename`, { name: 'Semiconductors' }, byForm);
    expect((await pageOf('/')).querySelector(`.channel-list a[href="${path}"]`)?.textContent).toBe('Semiconductors');

    await web.send(`${path}/delete`, {}, byForm);
    expect((await web.get(path)).status).toBe(404);
  });

  storeTest('a form sent twice makes one', async ({ url }) => {
    web = await startInstallation(url);
    web.onInbound(
      async (inbound) => void (await makeChannel(web.deps.db, { id: inbound.channel, name: inbound.channelName })),
    );
    const fields = { name: 'Chips', event: randomUUID() };
    const [one, two] = await Promise.all([web.send('/channels', fields), web.send('/channels', fields)]);
    expect(one?.headers.get('location')).toBe(two?.headers.get('location'));
  });

  storeTest('one without a name is not made, and a name that is there leads to its channel', async ({ url }) => {
    web = await startInstallation(url);
    web.onInbound(
      async (inbound) => void (await makeChannel(web.deps.db, { id: inbound.channel, name: inbound.channelName })),
    );
    const leadsTo = async (name: string) =>
      (await web.send('/channels', { name, event: randomUUID() }, byForm)).headers.get('location');
    expect(await leadsTo(' ')).toBe('/');
    expect(web.received).toEqual([]);
    expect(await leadsTo('Chips')).toBe(await leadsTo('Chips'));
    expect(await leadsTo('Home')).toBe('/c/home');
  });

  storeTest('what was said in a forgotten channel is gone, and the home channel begins anew', async ({ url }) => {
    web = await startInstallation(url);
    const channel = await makeChannel(web.deps.db, { id: 'web:home' as ChannelId });
    await postDigest(channel);
    await forgetChannels(web.deps.db, channel.id);

    expect((await pageOf('/')).querySelectorAll('.turn')).toHaveLength(0);
    expect((await pageOf('/')).querySelector('.starters')).not.toBeNull();
    expect(await findChannel(web.deps.db, channel.id)).toBeNull();
  });

  storeTest('settings are one form', async ({ url }) => {
    web = await startInstallation(url);
    await makeChannel(web.deps.db, { id: 'web:home' as ChannelId });
    const form = (await pageOf('/c/home/settings')).querySelector('form[action="/c/home/settings"]') as Element;
    expect([...form.querySelectorAll('[name]')].map((field) => field.getAttribute('name'))).toEqual(
      expect.arrayContaining(['topics', 'time', 'zone', 'days', 'language', 'stories', 'layout']),
    );
    await web.send('/c/home/settings', { time: '07:30', zone: 'Asia/Tokyo', days: 'mon', topics: 'ai, energy' });
    expect(web.received).toMatchObject([
      { kind: 'form', values: { time: '07:30', zone: 'Asia/Tokyo', days: 'mon', topics: 'ai, energy' } },
    ]);
  });

  storeTest('a Japanese channel is Japanese all over', async ({ url }) => {
    web = await startInstallation(url);
    const channel = await makeChannel(web.deps.db, { id: 'web:nihon' as ChannelId, language: 'ja', name: '朝' });
    await postDigest(channel);
    const page = await pageOf('/c/nihon');
    expect(page.documentElement.getAttribute('lang')).toBe('ja');
    expect(page.querySelector('.digest-head h2')?.textContent).toMatch(/^11月23日/);
    expect(page.querySelector('textarea')?.getAttribute('placeholder')).toBe('コマンドや質問を入力');
  });
});

storeTest('a whisper is seen by the one that it is for', async ({ url }) => {
  web = await startInstallation(url);
  await makeChannel(web.deps.db, { id: 'web:home' as ChannelId });
  const person = web.cookie.slice('tidings='.length).split('.')[0] as string;
  await reply('Only for you.', null, { private: true }, person);
  await reply('Only for another.', null, { private: true }, 'another');

  const page = (await pageOf('/')).querySelector('#log')?.textContent;
  expect(page).toContain('Only for you.');
  expect(page).not.toContain('Only for another.');
});

storeTest('a file that goes with a message can be fetched', async ({ url }) => {
  web = await startInstallation(url);
  await makeChannel(web.deps.db, { id: 'web:home' as ChannelId });
  const attachment = { name: 'feeds "of" mine.opml', mimeType: 'text/html', text: '<opml/>', url: null };
  await reply('Here.', null, { attachment });
  const file = await web.get((await pageOf('/')).querySelector('a[download]')!.getAttribute('href')!);

  expect(file.headers.get('content-type')).toBe('application/octet-stream');
  expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''feeds%20%22of%22%20mine.opml");
  expect(await file.text()).toBe('<opml/>');
});

storeTest('when nobody receives, the person is told to try again and nothing is lost', async ({ url }) => {
  web = await startInstallation(url, { log: { error: () => {} } });
  await web.adapter.stop();
  const sent = said('subscribe ai');
  expect((await web.send('/c/home/say', sent)).status).toBe(500);
  await web.adapter.start(async (inbound) => void web.received.push(inbound));
  expect((await web.send('/c/home/say', sent)).status).toBe(202);

  expect(web.received).toHaveLength(1);
  expect((await pageOf('/')).querySelectorAll('.turn.you')).toHaveLength(1);
});

storeTest('older messages are a page away', async ({ url }) => {
  web = await startInstallation(url);
  await makeChannel(web.deps.db, { id: 'web:home' as ChannelId });
  for (let n = 1; n <= 85; n += 1) await reply(`message ${n}.`, null);
  const page = await pageOf('/');
  expect(page.querySelectorAll('#log > li')).toHaveLength(80);
  const before = await pageOf(page.querySelector('.earlier')!.getAttribute('href')!);
  expect(before.querySelector('#log')?.textContent).toContain('message 5.');
  expect(before.querySelectorAll('#log > li')).toHaveLength(5);
});

storeTest('a gauge’s reason that the story tells already is not told twice', async ({ url }) => {
  web = await startInstallation(url);
  const channel = await makeChannel(web.deps.db, { id: 'web:home' as ChannelId });
  const gauge = (reason: string) => ({
    gauge: 'terminator-idiocracy',
    scores: [3, 1] as [number, number],
    verdict: 0 as const,
    reason: aClaim(reason),
    estimate: true,
  });
  const stories = ['Agents escaped.', 'Nobody noticed for a week.'].map((reason) =>
    aDigestStory({ gist: 'Agents escaped.', gauges: [gauge(reason)] }),
  );
  const [part] = web.adapter.render(aDigest({ channel: channel.id, stories }), channel, partIds());
  await web.adapter.post({ channel: channel.id, thread: null }, part!);

  const told = [...(await pageOf('/')).querySelectorAll('.gauge figcaption')].map((each) => each.textContent?.trim());
  expect(told).toEqual(['Terminator (estimate)', 'Terminator (estimate) Nobody noticed for a week.']);
});
