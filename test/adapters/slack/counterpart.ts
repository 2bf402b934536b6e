/**
 * A Slack of our own on 127.0.0.1: the Web API methods that we use, Socket Mode, response addresses and files. Strict
 * about limits, and it can lose answers, hold back (429), break (5xx), refuse and hang.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { type WebSocket, WebSocketServer } from 'ws';
import { scopes } from '../../../adapters/slack/check.ts';
import { blockProblems, viewProblems } from './limits.ts';

// biome-ignore lint/suspicious/noExplicitAny: any JSON may be sent.
export type Json = any;

/** `lost`: done, but the answer never comes. `dropped`: nothing done, the connection ends. */
export type Trouble =
  | { kind: 'lost' | 'dropped' | 'cut' }
  /** Answered when this resolves. */
  | { kind: 'slow'; until: Promise<void> }
  /** The connection ends, and what was asked for is done when this resolves. */
  | { kind: 'late'; until: Promise<void> }
  | { kind: 'limited'; seconds: number }
  | { kind: 'status'; status: number; done: boolean }
  | { kind: 'error'; error: string };

export interface SlackMessageRow {
  channel: string;
  ts: string;
  thread_ts?: string;
  user: string;
  text: string;
  blocks: Json;
  metadata?: Json;
  streaming?: boolean;
}

export interface Counterpart {
  apiUrl: string;
  origin: string;
  /** Every call, in order. */
  calls: { method: string; args: Json }[];
  messages: SlackMessageRow[];
  whispers: { channel: string; user?: string; text: string; blocks: Json; thread_ts?: string; type?: string }[];
  files: { name: string; content: string; channel: string; thread_ts?: string }[];
  views: { method: string; view: Json; user?: string }[];
  statuses: Json[];
  channels: Map<string, Json>;
  users: Map<string, Json>;
  downloads: Map<string, { status: number; type: string; body: string }>;
  /** The next calls of this method meet this, in order. */
  next(method: string, trouble: Trouble): void;
  /** Granted to the bot token. */
  scopes: string[];
  /** At most so many posts a second in the workspace; the rest are answered with 429. */
  postsPerSecond: number;
  /** The next connection hangs before this. */
  hangsBefore: 'upgrade' | 'hello' | null;
  /** Open Socket Mode connections. */
  sockets(): number;
  /** Sends an envelope, and resolves with what it was acknowledged with; null when it was not within `withinMs`. */
  tell(type: 'events_api' | 'slash_commands' | 'interactive', payload: Json, withinMs?: number): Promise<Json | null>;
  /** As Slack does when it moves a connection: it asks to go, or just ends. */
  hangUp(how: 'disconnect' | 'terminate'): void;
  /** Resolves when so many connections have said hello since the start. */
  connected(count: number): Promise<void>;
  close(): Promise<void>;
}

export const team = 'T1';
export const botUser = 'U0BOT';

export async function startSlack(): Promise<Counterpart> {
  const troubles = new Map<string, Trouble[]>();
  const sockets = new Set<WebSocket>();
  const hanging = new Set<Socket>();
  const acks = new Map<string, (answer: Json) => void>();
  const uploads = new Map<string, { name: string; content: string }>();
  const posts: number[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let clock = 1_700_000_000;
  let hellos = 0;
  let envelopes = 0;

  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  const wss = new WebSocketServer({
    server,
    path: '/socket',
    verifyClient: ({ req }, accept) => {
      if (slack.hangsBefore === 'upgrade') hanging.add(req.socket);
      else accept(true);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;

  const slack: Counterpart = {
    apiUrl: `${origin}/api/`,
    origin,
    calls: [],
    messages: [],
    whispers: [],
    files: [],
    views: [],
    statuses: [],
    channels: new Map([['C1', { id: 'C1', name: 'news', creator: 'U1', is_member: true }]]),
    users: new Map([
      ['U1', { id: 'U1', tz: 'Asia/Tokyo', locale: 'ja-JP', is_admin: false }],
      ['U9', { id: 'U9', tz: 'America/New_York', locale: 'en-US', is_admin: true }],
    ]),
    downloads: new Map(),
    scopes: [...scopes],
    postsPerSecond: Number.POSITIVE_INFINITY,
    hangsBefore: null,
    next: (method, trouble) => void troubles.set(method, [...(troubles.get(method) ?? []), trouble]),
    sockets: () => sockets.size,
    tell: async (type, payload, withinMs = 3_000) => {
      const envelope_id = `envelope-${++envelopes}`;
      const answer = new Promise<Json>((resolve) => acks.set(envelope_id, resolve));
      const [socket] = sockets;
      socket?.send(JSON.stringify({ type, envelope_id, payload, accepts_response_payload: type !== 'events_api' }));
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(resolve, withinMs, null);
      });
      return Promise.race([answer, late]).finally(() => clearTimeout(timer));
    },
    hangUp: (how) => {
      for (const socket of sockets)
        how === 'terminate'
          ? socket.terminate()
          : socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    connected: async (count) => {
      if (hellos < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }));
    },
    close: async () => {
      for (const socket of sockets) socket.terminate();
      for (const socket of hanging) socket.destroy();
      wss.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  wss.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      acks.get(envelope_id)?.(payload ?? {});
    });
    if (slack.hangsBefore === 'hello') return;
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    hellos++;
    for (const each of waiting) if (hellos >= each.count) each.resolve();
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', origin).pathname;
    const body = await readText(request);
    if (path.startsWith('/hooks/')) return hook(JSON.parse(body), response);
    if (path.startsWith('/upload/')) return upload(path.slice(8), body, response);
    if (path.startsWith('/files/')) return download(path, request, response);
    const method = path.replace('/api/', '');
    const args = readArguments(body);
    slack.calls.push({ method, args });
    const trouble = troubles.get(method)?.shift();
    if (trouble?.kind === 'late') response.destroy();
    if (trouble?.kind === 'slow' || trouble?.kind === 'late') await trouble.until;
    answer(method, args, String(request.headers.authorization), trouble, response);
  }

  function answer(
    method: string,
    args: Json,
    authorization: string,
    trouble: Trouble | undefined,
    response: ServerResponse,
  ): void {
    if (trouble?.kind === 'dropped') return void response.destroy();
    if (trouble?.kind === 'limited')
      return void response.writeHead(429, { 'retry-after': String(trouble.seconds) }).end();
    if (trouble?.kind === 'error') return void send(response, { ok: false, error: trouble.error });
    if (trouble?.kind === 'status' && !trouble.done) return void response.writeHead(trouble.status).end('upstream');
    if (method === 'chat.postMessage' && overLimit()) return void response.writeHead(429, { 'retry-after': '1' }).end();
    const result = call(method, args, authorization);
    if (trouble?.kind === 'lost') return void response.destroy();
    if (trouble?.kind === 'cut')
      return void response.writeHead(200, { 'content-length': 500 }).end('{"ok":tr', () => response.destroy());
    if (trouble?.kind === 'status') return void response.writeHead(trouble.status).end('upstream');
    send(response, result);
  }

  function send(response: ServerResponse, result: Json): void {
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': slack.scopes.join(',') });
    response.end(JSON.stringify(result));
  }

  function overLimit(): boolean {
    const now = performance.now();
    while (posts.length > 0 && posts[0]! < now - 1_000) posts.shift();
    if (posts.length >= slack.postsPerSecond) return true;
    posts.push(now);
    return false;
  }

  function call(method: string, args: Json, authorization: string): Json {
    if (!/^Bearer (xoxb|xapp)-good$/.test(authorization)) return refuse('invalid_auth');
    return methods[method]?.(args) ?? refuse('unknown_method');
  }

  const nextTs = () => `${++clock}.000100`;
  const ok = (more: Json = {}) => ({ ok: true, ...more });
  const at = (args: Json) =>
    slack.messages.find((message) => message.channel === args.channel && message.ts === args.ts);

  /** Why a message to this channel would be refused; null when it would be taken. */
  const refusal = (args: Json): string | null => {
    const channel = slack.channels.get(args.channel);
    if (channel === undefined && !args.channel?.startsWith('D')) return 'channel_not_found';
    if (channel?.is_archived) return 'is_archived';
    if (channel?.is_member === false) return 'not_in_channel';
    if (!args.text && !args.blocks) return 'no_text';
    if ((args.text ?? '').length > 40_000) return 'msg_too_long';
    const problems = args.blocks ? blockProblems(args.blocks) : [];
    return problems.length === 0
      ? null
      : problems.includes('msg_blocks_too_long')
        ? 'msg_blocks_too_long'
        : 'invalid_blocks';
  };

  const methods: Record<string, (args: Json) => Json> = {
    'auth.test': () => ok({ team_id: team, team: 'Tidings test', user_id: botUser, user: 'tidings', bot_id: 'B1' }),
    'apps.connections.open': () => ok({ url: `ws://127.0.0.1:${port}/socket` }),
    'chat.postMessage': (args) => {
      const refused = refusal(args);
      if (refused !== null) return refuse(refused);
      const ts = nextTs();
      slack.messages.push({
        channel: args.channel,
        ts,
        thread_ts: args.thread_ts,
        user: botUser,
        text: args.text ?? '',
        blocks: args.blocks ?? [],
        metadata: args.metadata,
      });
      return ok({ channel: args.channel, ts });
    },
    'chat.postEphemeral': (args) => {
      const refused = refusal(args);
      if (refused !== null) return refuse(refused);
      slack.whispers.push({
        channel: args.channel,
        user: args.user,
        text: args.text,
        blocks: args.blocks ?? [],
        thread_ts: args.thread_ts,
      });
      return ok({ message_ts: nextTs() });
    },
    'chat.update': (args) => {
      const message = at(args);
      if (message === undefined) return refuse('message_not_found');
      if (message.streaming) return refuse('message_in_streaming_state');
      const refused = refusal(args);
      if (refused !== null) return refuse(refused);
      Object.assign(message, { text: args.text, blocks: args.blocks ?? [] });
      return ok({ ts: args.ts });
    },
    'chat.delete': (args) => {
      const message = at(args);
      if (message === undefined) return refuse('message_not_found');
      slack.messages.splice(slack.messages.indexOf(message), 1);
      return ok({ ts: args.ts });
    },
    'chat.startStream': (args) => {
      if (!args.thread_ts) return refuse('invalid_thread_ts');
      if (!args.channel.startsWith('D') && !(args.recipient_user_id && args.recipient_team_id))
        return refuse('missing_recipient_user_id');
      const ts = nextTs();
      slack.messages.push({
        channel: args.channel,
        ts,
        thread_ts: args.thread_ts,
        user: botUser,
        text: '',
        blocks: [],
        streaming: true,
      });
      return ok({ channel: args.channel, ts });
    },
    'chat.appendStream': (args) => {
      const message = at(args);
      if (!message?.streaming) return refuse('message_not_in_streaming_state');
      message.text += args.markdown_text;
      return ok({ ts: args.ts });
    },
    'chat.stopStream': (args) => {
      const message = at(args);
      if (!message?.streaming) return refuse('message_not_in_streaming_state');
      message.streaming = false;
      message.metadata = args.metadata;
      return ok({ ts: args.ts });
    },
    'conversations.history': (args) =>
      page(
        slack.messages.filter((each) => each.channel === args.channel && each.thread_ts === undefined).reverse(),
        args,
      ),
    'conversations.replies': (args) =>
      page(
        slack.messages.filter(
          (each) => each.channel === args.channel && (each.ts === args.ts || each.thread_ts === args.ts),
        ),
        args,
      ),
    'conversations.info': (args) =>
      slack.channels.has(args.channel)
        ? ok({ channel: slack.channels.get(args.channel) })
        : refuse('channel_not_found'),
    'conversations.open': (args) => ok({ channel: { id: `D${args.users}` } }),
    'users.info': (args) =>
      slack.users.has(args.user) ? ok({ user: slack.users.get(args.user) }) : refuse('user_not_found'),
    'users.conversations': () => ok({ channels: [...slack.channels.values()].filter((channel) => channel.is_member) }),
    'assistant.threads.setStatus': (args) => {
      slack.statuses.push(args);
      return ok();
    },
    'views.open': (args) => showView('views.open', args),
    'views.publish': (args) => showView('views.publish', args),
    'files.getUploadURLExternal': (args) => {
      const id = `F${uploads.size + 1}`;
      uploads.set(id, { name: args.filename, content: '' });
      return ok({ upload_url: `${origin}/upload/${id}`, file_id: id });
    },
    'files.completeUploadExternal': (args) => {
      for (const { id } of args.files)
        slack.files.push({ ...uploads.get(id)!, channel: args.channel_id, thread_ts: args.thread_ts });
      return ok({ files: args.files });
    },
  };

  function showView(method: string, args: Json): Json {
    const problems = viewProblems(args.view);
    if (problems.length > 0)
      return {
        ok: false,
        error: 'invalid_arguments',
        response_metadata: { messages: problems.map((each) => `[ERROR] ${each}`) },
      };
    slack.views.push({ method, view: args.view, user: args.user_id });
    return ok({ view: { id: `V${slack.views.length}` } });
  }

  /** A hundred at a time at most; metadata only where it is asked for. */
  function page(messages: SlackMessageRow[], args: Json): Json {
    const from = Number(args.cursor ?? 0);
    const size = Math.min(Number(args.limit ?? 100), 100);
    const some = messages.slice(from, from + size).map(({ metadata, streaming, ...rest }) => ({
      ...rest,
      ...(args.include_all_metadata && { metadata }),
      ...(streaming !== undefined && { streaming_state: streaming ? 'in_progress' : 'completed' }),
    }));
    const more = from + size < messages.length;
    return ok({ messages: some, has_more: more, response_metadata: { next_cursor: more ? String(from + size) : '' } });
  }

  function hook(body: Json, response: ServerResponse): void {
    const trouble = troubles.get('hook')?.shift();
    if (trouble?.kind === 'status' && !trouble.done) return void response.writeHead(trouble.status).end();
    if (blockProblems(body.blocks).length > 0) return void response.writeHead(400).end('invalid_blocks');
    slack.whispers.push({
      channel: 'hook',
      text: body.text,
      blocks: body.blocks,
      thread_ts: body.thread_ts,
      type: body.response_type,
    });
    if (trouble?.kind === 'lost') return void response.destroy();
    if (trouble?.kind === 'status') return void response.writeHead(trouble.status).end();
    response.end('ok');
  }

  function upload(id: string, body: string, response: ServerResponse): void {
    // The SDK sends a form of one file.
    uploads.get(id)!.content = /\r\n\r\n(.*)\r\n--/s.exec(body)?.[1] ?? body;
    response.end('OK');
  }

  function download(path: string, request: IncomingMessage, response: ServerResponse): void {
    const file = slack.downloads.get(path);
    if (file === undefined || request.headers.authorization !== 'Bearer xoxb-good')
      return void response.writeHead(404).end();
    response.writeHead(file.status, { 'content-type': file.type }).end(file.body);
  }

  return slack;
}

function refuse(error: string): Json {
  return { ok: false, error };
}

/** The SDK sends forms whose values are JSON where they are no plain words. */
function readArguments(body: string): Json {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      /^[[{]|^(true|false)$/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}
