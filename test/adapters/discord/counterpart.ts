/**
 * A Discord of our own on 127.0.0.1: REST and gateway, as far as we use them. Strict about limits and, where its
 * OpenAPI description is at hand, about that; it can lose answers, hold back (429), break (5xx), refuse and hang up.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type WebSocket, WebSocketServer } from 'ws';
import { messageProblems, specProblems } from './limits.ts';

// biome-ignore lint/suspicious/noExplicitAny: any JSON may be sent.
export type Json = any;

/** `lost`: done, but the answer never comes. */
export type Trouble =
  | { kind: 'lost' | 'dropped' }
  /** Answered when this resolves. */
  | { kind: 'slow'; until: Promise<void> }
  /** Not Discord: a page of what stands between. */
  | { kind: 'page'; status: number }
  | { kind: 'limited'; seconds: number; global?: boolean }
  | { kind: 'status'; status: number; done: boolean }
  | { kind: 'error'; status: number; code: number };

export const app = '900000000000000001';
export const token = `${Buffer.from(app).toString('base64')}.x.y`;
export const guild = '100000000000000001';
export const text = '200000000000000001';
export const second = '200000000000000002';
export const announcements = '200000000000000003';
export const forum = '200000000000000004';
export const dm = '300000000000000001';
export const ada = '400000000000000001';
export const owner = '400000000000000002';
const startLimit = { total: 1000, remaining: 1000, reset_after: 1, max_concurrency: 16 };
const contentFlag = 1 << 19;
const contentIntent = 1 << 15;

export interface Interaction {
  id: string;
  token: string;
  acknowledged: Json | null;
  /** Channel and message of what was deferred or said; null before, or after it was deleted. */
  original: Json | null;
  channel: string;
}

export interface Counterpart {
  apiUrl: string;
  calls: { method: string; path: string; body: Json; status: number; at: number }[];
  /** Ours and others', of all channels, oldest first. */
  messages: Json[];
  whispers: Json[];
  interactions: Map<string, Interaction>;
  channels: Map<string, Json>;
  members: Map<string, Json>;
  guilds: Map<string, Json>;
  commands: Json[] | null;
  /** Identify payloads, in order. */
  identified: Json[];
  resumed: number;
  /** How many connections Discord recommends. Each is told everything here. */
  shards: number;
  /** The Message Content switch of the portal. */
  readsContent: boolean;
  /** Five posts in five seconds a channel, as Discord does; off unless a test asks. */
  buckets: boolean;
  missing: string[];
  next(call: RegExp, trouble: Trouble): void;
  /** As the gateway tells it. */
  tell(event: string, data: Json): void;
  /** `drop`: the network fails. `invalid`: the session is no longer known. */
  hangUp(how: 'drop' | 'invalid' | 'reconnect'): void;
  connected(count: number): Promise<void>;
  /** Resolves when this call was answered so many times. */
  called(call: RegExp, times?: number): Promise<void>;
  id(): string;
  close(): Promise<void>;
}

class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message = '') {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export async function startDiscord(): Promise<Counterpart> {
  let serial = 0n;
  const nonces = new Map<string, Json>();
  const troubles: { call: RegExp; trouble: Trouble }[] = [];
  const posts = new Map<string, number[]>();
  const waiters = new Set<() => void>();
  const sockets = new Set<WebSocket>();
  const log: { s: number; t: string; d: Json }[] = [];
  let sequence = 0;
  let session = 'session-1';
  let connections = 0;

  const http = createServer((request, response) => void serve(request, response));
  const gateway = new WebSocketServer({ server: http });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;

  const self: Counterpart = {
    apiUrl: `http://127.0.0.1:${port}/api`,
    calls: [],
    messages: [],
    whispers: [],
    interactions: new Map(),
    channels: new Map(
      [
        { id: text, type: 0, name: 'news', guild_id: guild, position: 1, permission_overwrites: [] },
        { id: second, type: 0, name: 'general', guild_id: guild, position: 0, permission_overwrites: [] },
        { id: announcements, type: 5, name: 'announcements', guild_id: guild, position: 2, permission_overwrites: [] },
        { id: forum, type: 15, name: 'forum', guild_id: guild, position: 3, permission_overwrites: [] },
        { id: dm, type: 1 },
      ].map((channel) => [channel.id, channel]),
    ),
    members: new Map([
      [ada, { user: { id: ada, username: 'ada' }, roles: [] }],
      [owner, { user: { id: owner, username: 'owner' }, roles: [] }],
      [app, { user: { id: app, username: 'Tidings' }, roles: ['500000000000000001'] }],
    ]),
    guilds: new Map([[guild, aGuild()]]),
    commands: null,
    identified: [],
    resumed: 0,
    shards: 1,
    readsContent: true,
    buckets: false,
    missing: [],
    next: (call, trouble) => void troubles.push({ call, trouble }),
    tell(t, d) {
      log.push({ s: ++sequence, t, d });
      for (const socket of sockets) socket.send(JSON.stringify({ op: 0, s: sequence, t, d }));
    },
    hangUp(how) {
      if (how === 'invalid') session = `session-${Date.now()}`;
      for (const socket of sockets) {
        if (how === 'reconnect') socket.send(JSON.stringify({ op: 7, d: null }));
        else socket.terminate();
      }
    },
    connected: (count) => until(() => connections >= count),
    called: (call, times = 1) =>
      until(() => self.calls.filter(({ method, path }) => call.test(`${method} ${path}`)).length >= times),
    id: () => String(((BigInt(Date.now()) - 1_420_070_400_000n) << 22n) | (++serial & 0x3fffffn)),
    async close() {
      for (const socket of sockets) socket.terminate();
      gateway.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };

  function until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        waiters.delete(look);
        resolve();
      };
      waiters.add(look);
      look();
    });
  }
  const changed = () => {
    for (const look of [...waiters]) look();
  };

  gateway.on('connection', (socket) => {
    const say = (body: Json) => socket.send(JSON.stringify(body));
    say({ op: 10, d: { heartbeat_interval: 41_250 } });
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse(String(raw));
      if (op === 1) say({ op: 11 });
      if (op === 2) identify(socket, d, say);
      if (op === 6) resume(socket, d, say);
      changed();
    });
  });

  function identify(socket: WebSocket, d: Json, say: (body: Json) => void): void {
    self.identified.push(d);
    const refused = d.token !== token ? 4004 : d.intents & contentIntent && !self.readsContent ? 4014 : null;
    if (refused !== null) {
      socket.close(refused);
      return;
    }
    connections++;
    sockets.add(socket);
    const guilds = [...self.guilds.values()];
    const ready = {
      v: 10,
      user: { id: app, username: 'Tidings' },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session,
      resume_gateway_url: `ws://127.0.0.1:${port}`,
      application: { id: app, flags: 0 },
    };
    say({ op: 0, s: ++sequence, t: 'READY', d: ready });
    for (const each of guilds) say({ op: 0, s: ++sequence, t: 'GUILD_CREATE', d: guildCreate(self, each.id) });
  }

  function resume(socket: WebSocket, d: Json, say: (body: Json) => void): void {
    if (d.session_id !== session) {
      say({ op: 9, d: false });
      return;
    }
    connections++;
    self.resumed++;
    sockets.add(socket);
    for (const { s, t, d: data } of log) if (s > d.seq) say({ op: 0, s, t, d: data });
    say({ op: 0, s: ++sequence, t: 'RESUMED', d: {} });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', self.apiUrl);
    const path = pathname.replace('/api/v10', '');
    const method = request.method ?? 'GET';
    const body = await readBody(request);
    const at = troubles.findIndex(({ call }) => call.test(`${method} ${path}`));
    const trouble = at < 0 ? null : troubles.splice(at, 1)[0]!.trouble;
    const record = { method, path, body, status: 0, at: Date.now() };
    self.calls.push(record);
    const answer = (status: number, json: Json, headers: Record<string, string> = {}) => {
      record.status = status;
      response.writeHead(status, { ...(status !== 204 && { 'content-type': 'application/json' }), ...headers });
      response.end(status === 204 ? undefined : JSON.stringify(json));
      changed();
    };
    if (trouble?.kind === 'dropped') return void request.socket.destroy();
    if (trouble?.kind === 'slow') await trouble.until;
    if (trouble?.kind === 'page')
      return void response.writeHead(trouble.status, { 'content-type': 'text/html' }).end('<h1>blocked</h1>');
    if (trouble?.kind === 'limited')
      return answer(
        429,
        { message: 'limited', retry_after: trouble.seconds, global: trouble.global ?? false },
        {
          'retry-after': String(trouble.seconds),
          'x-ratelimit-scope': trouble.global ? 'global' : 'shared',
          ...(trouble.global && { 'x-ratelimit-global': 'true' }),
        },
      );
    if (trouble?.kind === 'error') return answer(trouble.status, { code: trouble.code, message: 'refused' });
    if (trouble?.kind === 'status' && !trouble.done) return answer(trouble.status, {});
    try {
      const authorized = request.headers.authorization === `Bot ${token}`;
      const open = /^\/(interactions|webhooks)\//.test(path);
      if (!open && !authorized) throw new Refusal(401, 0, '401: Unauthorized');
      if (open && request.headers.authorization !== undefined)
        throw new Refusal(400, 50035, 'our token was sent along');
      const headers = method === 'POST' && /^\/channels\/\d+\/messages$/.test(path) ? bucket(path) : {};
      const result = handle(method, path, searchParams, body);
      if (trouble?.kind === 'lost') return void request.socket.destroy();
      if (trouble?.kind === 'status') return answer(trouble.status, {});
      answer(result === undefined ? 204 : 200, result, headers);
    } catch (error) {
      if (error instanceof Limited)
        return answer(
          429,
          { message: 'limited', retry_after: error.seconds, global: false },
          {
            'retry-after': String(error.seconds),
            'x-ratelimit-scope': 'user',
            'x-ratelimit-limit': '5',
            'x-ratelimit-remaining': '0',
            'x-ratelimit-reset-after': String(error.seconds),
            'x-ratelimit-bucket': 'posts',
          },
        );
      if (!(error instanceof Refusal)) console.error(error);
      const { status, code, message } =
        error instanceof Refusal ? error : { status: 500, code: 0, message: String(error) };
      answer(status, { code, message });
    }
  }

  function bucket(path: string): Record<string, string> {
    if (!self.buckets) return {};
    const now = Date.now();
    const recent = (posts.get(path) ?? []).filter((at) => now - at < 5_000);
    const reset = ((recent[0] ?? now) + 5_000 - now) / 1000;
    if (recent.length >= 5) throw new Limited(reset);
    posts.set(path, [...recent, now]);
    return {
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': String(4 - recent.length),
      'x-ratelimit-reset-after': String(reset),
      'x-ratelimit-bucket': 'posts',
    };
  }

  type Answer = (ids: [string, string], body: Json, query: URLSearchParams) => Json;
  const routes: [string, Answer][] = [
    ['GET /applications/@me', () => ({ id: app, name: 'Tidings', flags: self.readsContent ? contentFlag : 0 })],
    [
      'GET /gateway/bot',
      () => ({ url: `ws://127.0.0.1:${port}`, shards: self.shards, session_start_limit: startLimit }),
    ],
    ['PUT /applications/:id/commands', (_, body) => setCommands(body)],
    ['GET /users/@me/guilds', () => [...self.guilds.values()]],
    ['POST /users/@me/channels', () => ({ id: dm, type: 1 })],
    ['GET /guilds/:g', ([id]) => known(self.guilds.get(id), 10004)],
    ['GET /guilds/:g/roles', ([id]) => known(self.guilds.get(id), 10004).roles],
    ['GET /guilds/:g/members/:u', ([, user]) => known(self.members.get(user), 10007)],
    ['POST /channels/:c/messages/:m/threads', ([channel, message], body) => startThread(channel, message, body)],
    ['POST /channels/:c/messages', ([channel], body) => post(channel, body)],
    ['GET /channels/:c/messages', ([channel], _, query) => history(channel, query)],
    ['GET /channels/:c/messages/:m', ([channel, message]) => find(channel, message)],
    ['PATCH /channels/:c/messages/:m', ([channel, message], body) => edit(find(channel, message), body)],
    ['DELETE /channels/:c/messages/:m', ([channel, message]) => remove(find(channel, message))],
    ['POST /channels/:c/typing', ([channel]) => void place(channel)],
    ['GET /channels/:c', ([channel]) => place(channel)],
    ['DELETE /channels/:c', ([channel]) => void self.channels.delete(channel)],
    ['POST /interactions/:i/:t/callback', ([, key], body) => acknowledge(key, body)],
    ['PATCH /webhooks/:a/:t/messages/@original', ([, key], body) => editOriginal(waiting(key), body)],
    ['DELETE /webhooks/:a/:t/messages/@original', ([, key]) => deleteOriginal(waiting(key))],
    ['POST /webhooks/:a/:t', ([, key], body) => followUp(waiting(key), body)],
  ];

  function handle(method: string, path: string, query: URLSearchParams, body: Json): Json {
    for (const [pattern, answer] of routes) {
      const match = new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}$`).exec(`${method} ${path}`);
      if (match !== null) return answer([match[1] ?? '', match[2] ?? ''], body, query);
    }
    throw new Refusal(404, 0, `no such route: ${method} ${path}`);
  }

  function place(id: string): Json {
    const channel = known(self.channels.get(id), 10003);
    if (self.missing.includes('VIEW_CHANNEL')) throw new Refusal(403, 50001);
    return channel;
  }

  function setCommands(body: Json): Json {
    refuse(specProblems('ApplicationCommandUpdateRequest', body[0]));
    self.commands = body;
    return body;
  }

  function post(channel: string, body: Json): Json {
    const where = place(channel);
    if (self.missing.includes('SEND_MESSAGES')) throw new Refusal(403, 50013);
    if (where.type === 15) throw new Refusal(400, 50008);
    if (where.thread_metadata?.locked) throw new Refusal(400, 50083);
    refuse([...messageProblems(body), ...specProblems('MessageCreateRequest', body)]);
    if (body.enforce_nonce && nonces.has(body.nonce)) return nonces.get(body.nonce);
    const made = put(channel, body);
    if (body.nonce) nonces.set(body.nonce, made);
    if (where.thread_metadata) where.thread_metadata.archived = false;
    return made;
  }

  function put(channel: string, body: Json, extra: Json = {}): Json {
    const made = { id: self.id(), channel_id: channel, author: { id: app, bot: true }, ...body, ...extra };
    self.messages.push(made);
    return made;
  }

  function history(channel: string, query: URLSearchParams): Json {
    place(channel);
    const before = query.get('before');
    const ours = self.messages.filter(
      (each) => each.channel_id === channel && (before === null || BigInt(each.id) < BigInt(before)),
    );
    return ours.slice(-Number(query.get('limit') ?? 50)).reverse();
  }

  function find(channel: string, id: string): Json {
    place(channel);
    return known(
      self.messages.find((each) => each.id === id && each.channel_id === channel),
      10008,
    );
  }

  function edit(standing: Json, body: Json): Json {
    refuse([
      ...messageProblems({ ...body, flags: body.flags ?? standing.flags }),
      ...specProblems('MessageEditRequestPartial', body),
    ]);
    return Object.assign(standing, body);
  }

  function remove(standing: Json): undefined {
    self.messages.splice(self.messages.indexOf(standing), 1);
  }

  function startThread(channel: string, message: string, body: Json): Json {
    const parent = place(channel);
    if (![0, 5].includes(parent.type)) throw new Refusal(400, 50024);
    if (self.missing.includes('CREATE_PUBLIC_THREADS')) throw new Refusal(403, 50013);
    if (self.channels.has(message)) throw new Refusal(400, 160004);
    find(channel, message);
    refuse(specProblems('CreateTextThreadWithMessageRequest', body));
    const thread = {
      id: message,
      type: parent.type === 5 ? 10 : 11,
      name: body.name,
      parent_id: channel,
      guild_id: parent.guild_id,
      owner_id: app,
      thread_metadata: { archived: false, locked: false },
    };
    self.channels.set(message, thread);
    self.tell('THREAD_CREATE', { ...thread, newly_created: true });
    return thread;
  }

  function waiting(interactionToken: string): Interaction {
    return known(self.interactions.get(interactionToken), 10015);
  }

  function acknowledge(interactionToken: string, body: Json): undefined {
    const interaction = known(self.interactions.get(interactionToken), 10062);
    if (interaction.acknowledged !== null) throw new Refusal(400, 40060);
    if (body.type === 4)
      refuse([
        ...messageProblems({ allowed_mentions: { parse: [] }, ...body.data }),
        ...specProblems('CreateMessageInteractionCallbackRequest', body),
      ]);
    if (body.type === 8) refuse(specProblems('ApplicationCommandAutocompleteCallbackRequest', body));
    if (body.type === 9) refuse(specProblems('ModalInteractionCallbackRequest', body));
    interaction.acknowledged = body;
    if (body.type === 4 || body.type === 5) interaction.original = aDeferred(interaction, body);
  }

  function aDeferred(interaction: Interaction, body: Json): Json {
    const flags = body.data?.flags ?? 0;
    const made = {
      id: self.id(),
      channel_id: interaction.channel,
      author: { id: app, bot: true },
      ...body.data,
      flags,
      thinking: body.type === 5,
    };
    (flags & 64 ? self.whispers : self.messages).push(made);
    return made;
  }

  function editOriginal({ original }: Interaction, body: Json): Json {
    if (original === null) throw new Refusal(404, 10008);
    refuse([...messageProblems(body), ...specProblems('IncomingWebhookUpdateRequestPartial', body)]);
    // Files that stand there stay, unless the ones to keep are named.
    const kept = body.attachments === undefined ? (original.sentFiles ?? []) : [];
    const sentFiles = [...kept, ...(body.sentFiles ?? [])];
    const flags = (original.flags & 64) | (body.flags ?? 0);
    return Object.assign(original, body, { flags, thinking: false, ...(sentFiles.length > 0 && { sentFiles }) });
  }

  function deleteOriginal(interaction: Interaction): undefined {
    const { original } = interaction;
    if (original === null) throw new Refusal(404, 10008);
    for (const list of [self.messages, self.whispers])
      if (list.includes(original)) list.splice(list.indexOf(original), 1);
    interaction.original = null;
  }

  /** While something is deferred, a follow-up becomes it, whatever its own flags say. */
  function followUp(interaction: Interaction, body: Json): Json {
    if (interaction.original?.thinking) return editOriginal(interaction, body);
    refuse(messageProblems(body));
    const made = { id: self.id(), channel_id: interaction.channel, author: { id: app, bot: true }, ...body };
    (body.flags & 64 ? self.whispers : self.messages).push(made);
    return made;
  }

  return self;
}

class Limited extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super('limited');
    this.seconds = seconds;
  }
}

function known<T>(value: T | undefined, code: number): T {
  if (value === undefined) throw new Refusal(404, code);
  return value;
}

function refuse(problems: string[]): void {
  if (problems.length > 0) throw new Refusal(400, 50035, problems.join('; '));
}

async function readBody(request: IncomingMessage): Promise<Json> {
  const bytes = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return null;
  if (!type.startsWith('multipart/')) return JSON.parse(bytes.toString());
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files = [...form].flatMap(([, value]) => (typeof value === 'string' ? [] : [value.name]));
  return { ...JSON.parse(String(form.get('payload_json'))), sentFiles: files };
}

/** What @everyone may do there, unless a test says otherwise. */
const ordinary = String(
  (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 35n) | (1n << 38n),
);

export function aGuild(id = guild): Json {
  return {
    id,
    name: 'Readers',
    owner_id: owner,
    preferred_locale: 'en-US',
    system_channel_id: second,
    joined_at: '2026-01-01T00:00:00.000Z',
    roles: [
      { id, name: '@everyone', permissions: ordinary },
      { id: '500000000000000001', name: 'Tidings', permissions: '0', tags: { bot_id: app } },
    ],
  };
}

export function guildCreate(discord: Counterpart, id: string): Json {
  const channels = [...discord.channels.values()].filter((each) => each.guild_id === id);
  return {
    ...discord.guilds.get(id),
    channels: channels.filter(({ type }) => type < 10 || type > 12),
    threads: channels.filter(({ type }) => type >= 10 && type <= 12),
    members: [discord.members.get(app)],
  };
}
