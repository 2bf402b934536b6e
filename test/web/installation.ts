/** The whole web part on a free port of this machine, with a person who is let in. */

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { Registry } from 'prom-client';
import { createWebAdapter } from '../../adapters/web/adapter.ts';
import type { Inbound, Lookup } from '../../src/adapter.ts';
import type { Channel, ChannelId } from '../../src/model.ts';
import { channelsCreatedBy, ensureChannel, findChannel } from '../../src/store/channels.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { WebDeps } from '../../src/web/deps.ts';
import { createHub } from '../../src/web/hub.ts';
import { createWebApp } from '../../src/web/server.ts';
import { listen } from './listen.ts';

export const token = 'a-token-of-the-test';

export interface Installation {
  url: string;
  deps: WebDeps;
  adapter: ReturnType<typeof createWebAdapter>;
  received: Inbound[];
  /** What an inbound brings about; nothing until a test says so. */
  onInbound(handle: (inbound: Inbound) => Promise<void>): void;
  /** A cookie that lets in. */
  cookie: string;
  /** A request of the page's own script. */
  send(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export async function startInstallation(databaseUrl: string, given: Partial<WebDeps> = {}): Promise<Installation> {
  const { db, pool } = openDatabase(databaseUrl, 6);
  const now = given.now ?? (() => new Date());
  const hub = createHub(pool);
  const adapter = createWebAdapter({ db, now });
  const received: Inbound[] = [];
  let handle: (inbound: Inbound) => Promise<void> = async () => {};
  await adapter.start(async (inbound) => {
    received.push(inbound);
    await handle(inbound);
  });
  const port = await freePort();
  const deps: WebDeps = {
    db,
    now,
    hub,
    chat: adapter.chat,
    log: { error: (fields, event) => console.error(event, fields) },
    lookup: lookupIn(db),
    token,
    where: { host: '127.0.0.1', port, baseUrl: null },
    defaults: { language: 'en', zone: 'Europe/Paris' },
    takeUp: async () => {},
    topics: [
      { id: 'ai', labels: { en: 'Artificial intelligence', ja: '人工知能' } },
      { id: 'energy', labels: { en: 'Energy', ja: 'エネルギー' } },
      { id: 'space', labels: { en: 'Space', ja: '宇宙' } },
    ],
    gaugeNames: (gauge) =>
      gauge === 'terminator-idiocracy' ? { name: 'Terminator ↔ Idiocracy', poles: ['Terminator', 'Idiocracy'] } : null,
    webhooks: {},
    metrics: new Registry(),
    readiness: async () => ({ ready: true, detail: {} }),
    exportOpml: async () => null,
    samples: () => null,
    ...given,
  };
  const stopListening = await listen(createWebApp(deps), '127.0.0.1', port);
  const url = `http://127.0.0.1:${port}`;
  const cookie = await enter(url);
  return {
    url,
    deps,
    adapter,
    received,
    cookie,
    onInbound: (next) => {
      handle = next;
    },
    get: (path, headers = {}) => fetch(url + path, { headers: { cookie, ...headers }, redirect: 'manual' }),
    send: (path, fields, headers = {}) =>
      fetch(url + path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { cookie, accept: 'application/json', origin: url, ...headers },
        redirect: 'manual',
      }),
    async close() {
      await hub.stop();
      await stopListening();
      await db.destroy();
    },
  };
}

async function enter(url: string): Promise<string> {
  const response = await fetch(`${url}/?token=${token}`, { redirect: 'manual' });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`no cookie came with ${response.status}`);
  return cookie;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function makeChannel(db: WebDeps['db'], given: Partial<Channel> = {}): Promise<Channel> {
  const { channel } = await ensureChannel(db, {
    id: given.id ?? (`web:${randomUUID().slice(0, 8)}` as ChannelId),
    name: given.name ?? 'Morning news',
    language: given.language ?? 'en',
    zone: 'Europe/Paris',
    createdBy: null,
  });
  return channel;
}

function lookupIn(db: WebDeps['db']): Lookup {
  return {
    channel: (id) => findChannel(db, id),
    following: async () => [],
    follow: async (words) =>
      [
        { value: 'ai', label: 'Artificial intelligence' },
        { value: 'energy', label: 'Energy' },
      ].filter(({ label }) => label.toLowerCase().includes(words.toLowerCase())),
    channelsOf: (platform, author) => channelsCreatedBy(db, platform, author),
    headline: async () => null,
  };
}
