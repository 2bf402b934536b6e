/**
 * `node test/bench/discord.ts [seconds]`: the gateway process as `npm start -- --role gateway` runs it, with 2,000
 * servers, beside two plain bots on discord.js, each in a process of its own against the counterpart: memory at rest
 * and under events (resident, as the kernel counts it: Linux only). Then how long a command and a completion take;
 * completions are looked up in a real database with the whole catalogue.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDiscordAdapter } from '../../adapters/discord/adapter.ts';
import type { Lookup } from '../../src/adapter.ts';
import { loadCatalogue, syncCatalogue } from '../../src/catalogue/load.ts';
import { createLookup } from '../../src/main/lookup.ts';
import { migrate, openDatabase } from '../../src/store/database.ts';
import { startEmbedded } from '../../src/store/embedded.ts';
import { ada, aGuild, app, type Counterpart, type Json, startDiscord, token } from '../adapters/discord/counterpart.ts';
import { aCommand, aMessage } from '../adapters/discord/support.ts';

const seconds = Number(process.argv[2] ?? 60);
const servers = 2_000;
const eventsPerSecond = 200;
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { start: string } };
/** What package.json gives node before the program's name. */
const flags = scripts.start.split(' ').slice(1, -1);

const folder = await mkdtemp(join(tmpdir(), 'tidings-bench-'));
const embedded = await startEmbedded(folder, () => {});
console.log(`${servers} servers of 40 channels and 20 roles; then ${eventsPerSecond} events a second`);
// As on a machine that has not run it before: nothing of it is kept compiled, and what is compiled is kept meanwhile.
await rm('node_modules/.cache/tidings', { recursive: true, force: true });
await measureMemory('ours, first start', ours, Math.min(seconds, 30));
await measureMemory('ours, later starts', ours, seconds);
await measureMemory('plain client', (api) => plain(api, false), Math.min(seconds, 30));
await measureMemory('plain client, limited', (api) => plain(api, true), Math.min(seconds, 30));
await measureSpeed();
await embedded.stop();
await rm(folder, { recursive: true, force: true });

function ours(apiUrl: string): ChildProcess {
  const own = {
    DATABASE_URL: embedded.url,
    DISCORD_TOKEN: token,
    DISCORD_API_URL: apiUrl,
    TRIAL: 'off',
    LOG_LEVEL: 'error',
  };
  const { PATH, HOME } = process.env;
  return spawn(process.execPath, [...flags, 'src/main.ts', '--role', 'gateway'], {
    env: { PATH, HOME, ...own },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function plain(apiUrl: string, limited: boolean): ChildProcess {
  const args = ['test/bench/discord-client.ts', token, apiUrl, ...(limited ? ['limited'] : [])];
  return spawn(process.execPath, [...flags, ...args], { stdio: 'inherit' });
}

async function startOurs(apiUrl: string, lookup: Lookup) {
  const kept = new Map<string, unknown>();
  const settings = {
    get: async (key: string) => kept.get(key) ?? null,
    set: async (key: string, value: unknown) => void kept.set(key, value),
  };
  const adapter = createDiscordAdapter({ token, lookup, log: silent, now: () => new Date(), settings, apiUrl });
  await adapter.start(async () => {});
  return adapter;
}

async function measureMemory(what: string, begin: (apiUrl: string) => ChildProcess, seconds: number): Promise<void> {
  const discord = await startDiscord();
  fill(discord);
  const process = begin(discord.apiUrl);
  await discord.connected(1);
  const samples: number[] = [];
  const sampling = setInterval(async () => samples.push(await residentMb(process.pid as number)), 1_000);
  await waitFor(() => samples.length >= 15);
  const rest = samples.at(-1)!;
  const events = setInterval(() => tellEvents(discord, eventsPerSecond / 10), 100);
  const from = samples.length;
  await waitFor(() => samples.length >= from + seconds);
  clearInterval(events);
  clearInterval(sampling);
  const window = Math.max(3, Math.floor(seconds / 10));
  const settled = mean(samples.slice(from + window, from + 2 * window));
  const end = mean(samples.slice(-window));
  console.log(
    `${what.padEnd(24)} ${rest.toFixed(0)} MB at rest, ${Math.max(...samples).toFixed(0)} MB at most, ${((end / settled - 1) * 100).toFixed(1)} % growth over ${seconds} s of events`,
  );
  await stop(process);
  await discord.close();
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return (Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) * 1024) / 1e6;
}

function fill(discord: Counterpart): void {
  discord.guilds.clear();
  discord.channels.clear();
  for (let index = 0; index < servers; index++) {
    const id = String(100_000_000_000_000_000n + BigInt(index) * 1_000n);
    const roles = Array.from({ length: 18 }, (_, role) => ({
      id: String(BigInt(id) + 500n + BigInt(role)),
      name: `role ${role}`,
      permissions: '104324673',
      color: 0,
      hoist: false,
      position: role,
      managed: false,
      mentionable: false,
      flags: 0,
    }));
    const guild = aGuild(id);
    discord.guilds.set(id, {
      ...guild,
      roles: [...guild.roles, ...roles],
      member_count: 500,
      features: [],
      emojis: [],
      stickers: [],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    });
    for (let number = 0; number < 40; number++) {
      const channel = String(BigInt(id) + 100n + BigInt(number));
      discord.channels.set(channel, {
        id: channel,
        type: 0,
        name: `channel-${number}`,
        guild_id: id,
        position: number,
        topic: 'What this channel is for, in a sentence or two.',
        permission_overwrites: [{ id, type: 0, allow: '0', deny: '0' }],
        parent_id: null,
        nsfw: false,
        rate_limit_per_user: 0,
      });
    }
  }
}

/** Talk among people, threads that come and go, and now and then a mention. */
function tellEvents(discord: Counterpart, count: number): void {
  for (let index = 0; index < count; index++) {
    const guild = String(100_000_000_000_000_000n + BigInt(Math.floor(Math.random() * servers)) * 1_000n);
    const channel = String(BigInt(guild) + 100n + BigInt(Math.floor(Math.random() * 40)));
    const author = {
      id: String(4e17 + Math.floor(Math.random() * 1e6)),
      username: 'somebody',
      discriminator: '0',
      avatar: null,
      global_name: null,
    };
    const mention =
      index % 20 === 0
        ? {
            content: `<@${app}> what is new?`,
            mentions: [{ id: app, username: 'Tidings', discriminator: '0', avatar: null }],
          }
        : { content: 'Talk among people, of which nothing is kept. '.repeat(3) };
    discord.tell(
      'MESSAGE_CREATE',
      aMessage(discord, {
        guild_id: guild,
        channel_id: channel,
        author,
        ...mention,
        timestamp: new Date().toISOString(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        pinned: false,
        attachments: [],
        embeds: [],
      }),
    );
    if (index % 10 === 0)
      discord.tell('THREAD_CREATE', {
        id: discord.id(),
        type: 11,
        name: 'talk',
        guild_id: guild,
        parent_id: channel,
        owner_id: ada,
        thread_metadata: {
          archived: false,
          auto_archive_duration: 1440,
          archive_timestamp: new Date().toISOString(),
          locked: false,
        },
      });
  }
  // What was told is of no use to this bench.
  discord.calls.length = 0;
}

async function measureSpeed(): Promise<void> {
  const { db } = openDatabase(embedded.url, 4);
  await migrate(db);
  const catalogue = await loadCatalogue();
  await syncCatalogue(db, catalogue);
  const discord = await startDiscord();
  const adapter = await startOurs(discord.apiUrl, createLookup(db, catalogue.topics as never));
  const words = ['a', 'ai', 'nasa', 'the', 'chip', 'ニュース', 'energy', 'sci', '', 'open'];
  const completions = await times(
    300,
    (index) =>
      aCommand(discord, 'subscribe', [{ type: 3, name: 'what', value: words[index % words.length], focused: true }], {
        type: 4,
      }),
    discord,
  );
  const commands = await times(300, () => aCommand(discord, 'list'), discord);
  report('completion from the database', completions);
  report('first response to a command', commands);
  await adapter.stop();
  await discord.close();
  await db.destroy();
}

/** From the gateway's word to our first response, in milliseconds, one after the other. */
async function times(count: number, make: (index: number) => Json, discord: Counterpart): Promise<number[]> {
  const all: number[] = [];
  for (let index = 0; index < count; index++) {
    const interaction = make(index);
    const startedAt = performance.now();
    discord.tell('INTERACTION_CREATE', interaction);
    await discord.called(new RegExp(`^POST /interactions/${interaction.id}/`));
    all.push(performance.now() - startedAt);
    discord.calls.length = 0;
  }
  return all;
}

function report(what: string, all: number[]): void {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]!.toFixed(1);
  console.log(`${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${sorted.at(-1)!.toFixed(1)} ms of ${all.length}`);
}

function mean(all: number[]): number {
  return all.reduce((sum, each) => sum + each, 0) / all.length;
}

function waitFor(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (!condition()) return;
      clearInterval(timer);
      resolve();
    }, 100);
  });
}

function stop(process: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    process.once('exit', () => resolve());
    process.kill('SIGKILL');
  });
}
