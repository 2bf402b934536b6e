import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, expect } from 'vitest';
import { createWebAdapter } from '../../adapters/web/adapter.ts';
import { content, paragraph } from '../../src/content.ts';
import type { ChannelId, MessageId, PartId } from '../../src/model.ts';
import { openDatabase } from '../../src/store/database.ts';
import { storeTest } from '../support/store.ts';
import { type Installation, makeChannel, startInstallation } from './installation.ts';

const home = 'web:home' as ChannelId;
let web: Installation;
const streams: AbortController[] = [];
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.abort();
  await web.close();
});

interface Told {
  event: string;
  id: string | null;
  data: string;
}

/** Server-sent events as they come; `next` waits for one. */
async function openEvents(query: string, headers: Record<string, string> = {}) {
  const stream = new AbortController();
  streams.push(stream);
  const response = await fetch(`${web.url}/events?${query}`, {
    headers: { cookie: web.cookie, ...headers },
    signal: stream.signal,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  return {
    async next(wanted: string): Promise<Told> {
      for (;;) {
        const end = rest.indexOf('\n\n');
        if (end < 0) {
          const { value, done } = await reader.read();
          if (done) throw new Error('the stream ended');
          rest += value;
          continue;
        }
        const told = parse(rest.slice(0, end));
        rest = rest.slice(end + 2);
        if (told.event === wanted) return told;
      }
    },
    ended: async () => {
      while (!(await reader.read()).done);
    },
  };
}

function parse(block: string): Told {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? null;
  return { event: field('event') ?? '', id: field('id'), data: field('data') ?? '' };
}

function replyTo(
  adapter: Pick<Installation['adapter'], 'reply'>,
  text: string,
  author = '',
  isPrivate = false,
  message: string | null = null,
) {
  const to = {
    place: { channel: home, thread: null },
    handle: null,
    message: message as MessageId | null,
    author: { id: author, name: null, administrator: null },
    title: null,
    repeated: false,
  };
  return adapter.reply(to, content([paragraph(text)], { private: isPrivate }), randomUUID() as PartId);
}

storeTest('a message that another process posts comes by itself, drawn', async ({ url }) => {
  web = await startInstallation(url);
  await makeChannel(web.deps.db, { id: home });
  const events = await openEvents('channel=home');
  await events.next('hello');

  const other = openDatabase(url, 1);
  await replyTo(createWebAdapter({ db: other.db, now: () => new Date() }), 'From <b>elsewhere</b>.');
  await other.db.destroy();

  const { data } = await events.next('message');
  expect(JSON.parse(data)).toMatchObject({
    thread: null,
    ours: true,
    html: expect.stringContaining('From &lt;b&gt;elsewhere&lt;/b&gt;.'),
  });
});

storeTest('Last-Event-ID resumes from the rows', async ({ url }) => {
  web = await startInstallation(url);
  await makeChannel(web.deps.db, { id: home });
  for (let n = 0; n < 60; n += 1) await replyTo(web.adapter, `message ${n}.`);
  const first = await openEvents('channel=home&since=0');
  let last = await first.next('message');
  while (!last.data.includes('message 58.')) last = await first.next('message');

  const resumed = await openEvents('channel=home', { 'last-event-id': last.id! });
  let missed = await resumed.next('message');
  expect(missed.data).not.toContain('message 0.');
  while (!missed.data.includes('message 59.')) missed = await resumed.next('message');
});

storeTest('a page that was away for more changes than are read at once gets every one', async ({ url }) => {
  web = await startInstallation(url);
  await makeChannel(web.deps.db, { id: home });
  const many = 1_200;
  await sql`insert into web_messages (channel_id, author, state, body)
    select ${home}, 'U1', 'done', jsonb_build_object('kind', 'text', 'text', 'said ' || n)
    from generate_series(1, ${many}::int) as n`.execute(web.deps.db);

  const events = await openEvents('channel=home&since=0');
  await events.next('hello');
  await replyTo(web.adapter, 'Now.');
  const heard = new Set<string>();
  while (!heard.has('Now.'))
    heard.add(/<p[^>]*>(.*?)<\/p>/.exec(JSON.parse((await events.next('message')).data).html)![1]!);
  expect(heard.size).toBe(many + 1);
});

storeTest('nobody hears what is whispered to another', async ({ url }) => {
  web = await startInstallation(url);
  await makeChannel(web.deps.db, { id: home });
  const events = await openEvents('channel=home');
  await events.next('hello');
  await replyTo(web.adapter, 'A secret.', 'another', true);
  await replyTo(web.adapter, 'For all.');

  expect((await events.next('message')).data).toContain('For all.');
});

storeTest('a question whose answer is whispered is taken from the others’ pages', async ({ url }) => {
  web = await startInstallation(url);
  await makeChannel(web.deps.db, { id: home });
  const events = await openEvents('channel=home');
  await events.next('hello');
  const deed = {
    channel: home,
    person: 'another',
    visitor: { language: null, zone: null },
    event: randomUUID(),
  };
  await web.adapter.chat.write(deed, 'help', null);
  const { id } = JSON.parse((await events.next('message')).data);
  await replyTo(web.adapter, 'What I can do', 'another', true, `web:${id}`);

  expect((await events.next('hidden')).data).toBe(String(id));
  expect(await (await web.get('/')).text()).not.toContain('>help</p>');
});

storeTest('a broken database connection is listened on again, and nothing is missed', async ({ url }) => {
  web = await startInstallation(url);
  await makeChannel(web.deps.db, { id: home });
  const events = await openEvents('channel=home');
  await events.next('hello');
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()`.execute(
    web.deps.db,
  );
  await replyTo(web.adapter, 'While nobody listened.');

  expect((await events.next('message')).data).toContain('While nobody listened.');
});

storeTest('an answer is seen to grow, then to be done', async ({ url }) => {
  let seconds = 0;
  const now = () => {
    seconds += 1;
    return new Date(seconds * 1_000);
  };
  web = await startInstallation(url, { now });
  await makeChannel(web.deps.db, { id: home });
  const events = await openEvents('channel=home');
  await events.next('hello');
  const to = {
    place: { channel: home, thread: null },
    handle: null,
    message: null,
    author: { id: '', name: null, administrator: null },
    title: null,
    repeated: false,
  };
  await web.adapter.working!(to);
  await events.next('working');
  const stream = await web.adapter.stream!(to, randomUUID() as PartId);
  await stream.append('It opened ');
  await stream.append('on Monday');
  await stream.finish(content([paragraph('It opened on Monday.')]));

  const seen: string[] = [];
  while (!seen.at(-1)?.includes('It opened on Monday.')) seen.push((await events.next('message')).data);
  expect(new Set(seen.map((data) => JSON.parse(data).id)).size).toBe(1);
  expect(seen.at(-1)).not.toContain('caret');
});

storeTest('a forgotten channel says so, and a server that stops ends its streams', async ({ url }) => {
  web = await startInstallation(url);
  const channel = await makeChannel(web.deps.db, { id: home });
  const events = await openEvents('channel=home');
  await events.next('hello');
  await web.deps.db.deleteFrom('channels').where('id', '=', channel.id).execute();
  await events.next('cleared');

  await web.deps.hub.stop();
  await events.ended();
});
