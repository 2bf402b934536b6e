/**
 * LINE on this machine: keeps retry keys, quota and the life of reply tokens as LINE does, checks what it is sent, and
 * loses answers on demand. What is strict here was read from the official description and LINE's documentation.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Json, messageProblems, ofApi } from './limits.ts';

export const accessToken = 'good-token';

export interface Posted {
  id: string;
  to: string;
  /** By reply token: free. */
  free: boolean;
  message: Json;
}

/** `lost`: taken, never answered. `dropped`: neither taken nor answered. `held`: no answer until the end. */
export type Trouble =
  | { kind: 'lost' | 'dropped' | 'held' }
  | { kind: 'status'; status: number; body?: Json; headers?: Record<string, string> };

export interface Line {
  apiUrl: string;
  posted: Posted[];
  /** Every call: method and path. */
  calls: string[];
  /** What a group costs. */
  members: Map<string, number>;
  plan: { total: number | null; used: number };
  profiles: Map<string, { displayName: string; language?: string }>;
  /** Who put us out. */
  closed: Set<string>;
  files: Map<string, Uint8Array>;
  webhook: { endpoint: string | null; active: boolean };
  richMenus: Map<string, { menu: Json; image: Uint8Array | null }>;
  defaultMenu: string | null;
  loading: string[];
  /** What the console's test of the webhook finds. */
  webhookAnswers: { status: number };
  /** A token as a webhook would bring it. */
  replyToken(to: string): string;
  /** Time goes on for tokens. */
  pass(ms: number): void;
  next(path: string, trouble: Trouble): void;
  close(): Promise<void>;
}

/** About a minute. @see https://developers.line.biz/en/reference/messaging-api/#send-reply-message */
const tokenMs = 60_000;

export async function startLine(): Promise<Line> {
  const troubles = new Map<string, Trouble[]>();
  const tokens = new Map<string, { to: string; until: number }>();
  const keys = new Map<string, { requestId: string; sent: Json[] }>();
  let clock = 0;
  let nextId = 461_230_966_842_064_897n;

  const line: Omit<Line, 'apiUrl' | 'close'> = {
    posted: [],
    calls: [],
    members: new Map(),
    plan: { total: null, used: 0 },
    profiles: new Map(),
    closed: new Set(),
    files: new Map(),
    webhook: { endpoint: null, active: true },
    richMenus: new Map(),
    defaultMenu: null,
    loading: [],
    webhookAnswers: { status: 200 },
    replyToken(to) {
      const token = randomUUID().replaceAll('-', '');
      tokens.set(token, { to, until: clock + tokenMs });
      return token;
    },
    pass: (ms) => {
      clock += ms;
    },
    next: (path, trouble) => troubles.set(path, [...(troubles.get(path) ?? []), trouble]),
  };

  const store = (to: string, messages: Json[], free: boolean) =>
    messages.map((message) => {
      const id = String(nextId++);
      line.posted.push({ id, to, free, message });
      return { id, ...(message.type === 'text' && { quoteToken: `quote-${id}` }) };
    });

  const push = (body: Json, headers: IncomingMessage['headers']): Answer => {
    const key = headers['x-line-retry-key'];
    if (key !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(key)))
      return refuse('The retry key is not a UUID');
    const before = keys.get(String(key));
    if (before !== undefined)
      return {
        status: 409,
        body: { message: 'The retry key is already accepted', sentMessages: before.sent },
        headers: { 'x-line-accepted-request-id': before.requestId },
      };
    const wrong = problems('PushMessageRequest', body);
    if (wrong.length > 0) return invalid(wrong);
    if (!/^[UCR][0-9a-f]{32}$/.test(body.to))
      return refuse("The property, 'to', in the request body is invalid (line: -, column: -)");
    if (line.closed.has(body.to)) return refuse('Failed to send messages');
    const cost = line.members.get(body.to) ?? 1;
    if (line.plan.total !== null && line.plan.used + cost > line.plan.total)
      return { status: 429, body: { message: 'You have reached your monthly limit.' } };
    line.plan.used += cost;
    const sent = store(body.to, body.messages, false);
    if (key !== undefined) keys.set(String(key), { requestId: randomUUID(), sent });
    return { status: 200, body: { sentMessages: sent } };
  };

  const reply = (body: Json): Answer => {
    const wrong = problems('ReplyMessageRequest', body);
    if (wrong.length > 0) return invalid(wrong);
    const token = tokens.get(body.replyToken);
    if (token === undefined || token.until < clock) return refuse('Invalid reply token');
    tokens.delete(body.replyToken);
    return { status: 200, body: { sentMessages: store(token.to, body.messages, true) } };
  };

  const routes: [RegExp, (match: RegExpExecArray, body: Json, request: IncomingMessage, bytes: Buffer) => Answer][] = [
    [/^POST \/v2\/bot\/message\/push$/, (_, body, { headers }) => push(body, headers)],
    [/^POST \/v2\/bot\/message\/reply$/, (_, body) => reply(body)],
    [
      /^GET \/v2\/bot\/message\/quota$/,
      () => ok(line.plan.total === null ? { type: 'none' } : { type: 'limited', value: line.plan.total }),
    ],
    [/^GET \/v2\/bot\/message\/quota\/consumption$/, () => ok({ totalUsage: line.plan.used })],
    [/^GET \/v2\/bot\/(?:group|room)\/(\w+)\/members\/count$/, ([, id]) => ok({ count: line.members.get(id!) ?? 1 })],
    [/^GET \/v2\/bot\/(?:group|room)\/\w+\/member\/(\w+)$/, ([, user]) => profile(line.profiles, user!, false)],
    [/^GET \/v2\/bot\/profile\/(\w+)$/, ([, user]) => profile(line.profiles, user!, true)],
    [/^GET \/v2\/bot\/group\/(\w+)\/summary$/, ([, id]) => ok({ groupId: id, groupName: 'Breakfast table' })],
    [/^POST \/v2\/bot\/chat\/loading\/start$/, (_, body) => load(line, body)],
    [
      /^GET \/v2\/bot\/info$/,
      () =>
        ok({
          userId: 'U'.padEnd(33, '0'),
          basicId: '@tidings',
          displayName: 'Tidings',
          chatMode: 'bot',
          markAsReadMode: 'auto',
        }),
    ],
    [
      /^GET \/v2\/bot\/channel\/webhook\/endpoint$/,
      () =>
        line.webhook.endpoint === null
          ? { status: 404, body: { message: 'Webhook endpoint not found' } }
          : ok(line.webhook),
    ],
    [
      /^PUT \/v2\/bot\/channel\/webhook\/endpoint$/,
      (_, body) => {
        line.webhook.endpoint = body.endpoint;
        return ok({});
      },
    ],
    [
      /^POST \/v2\/bot\/channel\/webhook\/test$/,
      () => {
        const { status } = line.webhookAnswers;
        return ok({
          success: status === 200,
          timestamp: new Date().toISOString(),
          statusCode: status,
          reason: status === 200 ? 'OK' : 'ERROR_STATUS_CODE',
          detail: String(status),
        });
      },
    ],
    [
      /^GET \/v2\/bot\/message\/(\w+)\/content$/,
      ([, id]) =>
        line.files.has(id!)
          ? { status: 200, bytes: line.files.get(id!)! }
          : { status: 404, body: { message: 'Not found' } },
    ],
    [/^POST \/v2\/bot\/richmenu\/validate$/, (_, body) => checkMenu(body)],
    [
      /^POST \/v2\/bot\/richmenu$/,
      (_, body) => {
        const wrong = checkMenu(body);
        if (wrong.status !== 200) return wrong;
        const richMenuId = `richmenu-${createHash('md5').update(randomUUID()).digest('hex')}`;
        line.richMenus.set(richMenuId, { menu: body, image: null });
        return ok({ richMenuId });
      },
    ],
    [
      /^GET \/v2\/bot\/richmenu\/list$/,
      () => ok({ richmenus: [...line.richMenus].map(([richMenuId, { menu }]) => ({ richMenuId, ...menu })) }),
    ],
    [
      /^POST \/v2\/bot\/richmenu\/(richmenu-\w+)\/content$/,
      ([, id], _body, request, bytes) => {
        const menu = line.richMenus.get(id!);
        if (
          menu === undefined ||
          !/^image\/(?:png|jpeg)$/.test(request.headers['content-type'] ?? '') ||
          bytes.length > 1_000_000
        )
          return refuse('invalid image');
        menu.image = bytes;
        return ok({});
      },
    ],
    [/^DELETE \/v2\/bot\/richmenu\/(richmenu-\w+)$/, ([, id]) => ok(line.richMenus.delete(id!) ? {} : {})],
    [
      /^POST \/v2\/bot\/user\/all\/richmenu\/(richmenu-\w+)$/,
      ([, id]) => {
        if (line.richMenus.get(id!)?.image == null)
          return refuse('must upload richmenu image before applying it to user');
        line.defaultMenu = id!;
        return ok({});
      },
    ],
  ];

  const server = createServer(async (request, response) => {
    const bytes = await readAll(request);
    const path = (request.url ?? '').split('?')[0]!;
    line.calls.push(`${request.method} ${path}`);
    const trouble = troubles.get(path)?.shift();
    if (trouble?.kind === 'dropped') return void response.destroy();
    if (trouble?.kind === 'status') return send(response, { body: {}, ...trouble });
    if (request.headers.authorization !== `Bearer ${accessToken}`)
      return send(response, {
        status: 401,
        body: { message: 'Authentication failed. Confirm that the access token in the authorization header is valid.' },
      });
    const answer = route(routes, `${request.method} ${path}`, request, bytes);
    if (trouble?.kind === 'lost') return void response.destroy();
    if (trouble?.kind === 'held') return;
    send(response, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(line, {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

interface Answer {
  status: number;
  body?: Json;
  bytes?: Uint8Array;
  headers?: Record<string, string>;
}

function route(
  routes: [RegExp, (match: RegExpExecArray, body: Json, request: IncomingMessage, bytes: Buffer) => Answer][],
  called: string,
  request: IncomingMessage,
  bytes: Buffer,
): Answer {
  for (const [pattern, handle] of routes) {
    const match = pattern.exec(called);
    if (match !== null) return handle(match, parse(bytes, request), request, bytes);
  }
  return { status: 404, body: { message: 'Not found' } };
}

function parse(bytes: Buffer, { headers }: IncomingMessage): Json {
  return headers['content-type']?.startsWith('application/json') && bytes.length > 0
    ? JSON.parse(bytes.toString('utf8'))
    : {};
}

function problems(schema: string, body: Json): string[] {
  if (Buffer.byteLength(JSON.stringify(body)) > 2_000_000) return ['the body is over 2 MB'];
  return [...(ofApi?.(schema, body) ?? []), ...messageProblems(Array.isArray(body.messages) ? body.messages : [])];
}

function profile(profiles: Line['profiles'], user: string, whole: boolean): Answer {
  const known = profiles.get(user);
  if (known === undefined) return { status: 404, body: { message: 'Not found' } };
  return ok({
    userId: user,
    displayName: known.displayName,
    ...(whole && known.language && { language: known.language }),
  });
}

function load(line: Pick<Line, 'loading'>, { chatId, loadingSeconds }: Json): Answer {
  if (!/^U[0-9a-f]{32}$/.test(chatId)) return refuse('only one-to-one chats');
  if (loadingSeconds % 5 !== 0 || loadingSeconds < 5 || loadingSeconds > 60) return refuse('loadingSeconds');
  line.loading.push(chatId);
  return { status: 202, body: {} };
}

function checkMenu(menu: Json): Answer {
  const { size, areas, chatBarText } = menu;
  const inside = areas.every(
    ({ bounds }: Json) => bounds.x + bounds.width <= size.width && bounds.y + bounds.height <= size.height,
  );
  const good =
    size.width >= 800 &&
    size.width <= 2_500 &&
    size.height >= 250 &&
    size.width / size.height >= 1.45 &&
    areas.length <= 20 &&
    chatBarText.length <= 14 &&
    inside;
  const wrong = ofApi?.('RichMenuRequest', menu) ?? [];
  return good && wrong.length === 0 ? ok({}) : invalid(wrong.length > 0 ? wrong : ['richmenu']);
}

function ok(body: Json): Answer {
  return { status: 200, body };
}

function refuse(message: string): Answer {
  return { status: 400, body: { message } };
}

function invalid(wrong: string[]): Answer {
  return {
    status: 400,
    body: {
      message: `The request body has ${wrong.length} error(s)`,
      details: wrong.map((property) => ({ message: 'invalid', property })),
    },
  };
}

function send(response: ServerResponse, { status, body, bytes, headers }: Answer): void {
  response.writeHead(status, {
    'content-type': bytes ? 'application/octet-stream' : 'application/json',
    'x-line-request-id': randomUUID(),
    ...headers,
  });
  response.end(bytes ?? JSON.stringify(body ?? {}));
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
