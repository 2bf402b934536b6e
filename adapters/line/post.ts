/**
 * One request, once. A push carries the part's id as its retry key from the first call on, so repeating it is safe for
 * a day. A reply by token is free and takes no key; but a token works once, so repeating *that* cannot post twice
 * either, and what is left open when the token has died stays open.
 *
 * @see https://developers.line.biz/en/docs/messaging-api/retrying-api-request/
 */
import type { messagingApi } from '@line/bot-sdk';
import { handleLives, type Place, type Posted, type ReplyTo } from '../../src/adapter.ts';
import { Unsure } from '../../src/errors.ts';
import type { PartId, StoryId } from '../../src/model.ts';
import { type Client, inTime, type Log, refusal } from './client.ts';
import { isTokenRefusal, outcome, refusesContent, writeFailure } from './failure.ts';
import type { Message } from './flex.ts';
import { readHandle } from './handle.ts';
import { messageId, readChannel } from './ids.ts';

export interface PostDeps {
  client: Client;
  log: Log;
  now: () => Date;
  /** A push was taken, and costs. */
  onPush: (place: Place) => void;
}

export interface Request {
  place: Place;
  messages: Message[];
  part: PartId;
  about: (StoryId | null)[];
  /** No attempt is older; null where nothing tells. */
  since: Date | null;
}

export interface Poster {
  /** @throws as `Adapter.post`. */
  post(request: Request, to: ReplyTo | null): Promise<Posted>;
}

/** Remembered ids, the oldest forgotten first: it saves calls and knows what this process did; nothing depends on more. */
const remembered = 5_000;

export function createPoster(deps: PostDeps): Poster {
  const spentTokens = new Set<string>();
  const pushed = new Set<PartId>();
  return {
    async post(request, to) {
      const token = to === null ? null : readHandle(to.handle).replyToken;
      if (to === null || token === null || pushed.has(request.part)) return push(deps, request);
      const alive = handleLives(to.handle, deps.now()) && !spentTokens.has(token);
      if (alive) {
        const posted = await replyByToken(deps, request, token, to);
        remember(spentTokens, token);
        if (posted !== null) return posted;
      } else if (to.repeated) throw new Unsure('line reply: the token has died with the outcome open', { final: true });
      remember(pushed, request.part);
      return push(deps, request);
    },
  };
}

function remember<T>(set: Set<T>, value: T): void {
  if (set.size >= remembered) set.delete(set.values().next().value as T);
  set.add(value);
}

/** @returns null when the token was refused and nothing can have been posted by it. */
async function replyByToken(
  { client, log }: PostDeps,
  request: Request,
  replyToken: string,
  to: ReplyTo,
): Promise<Posted | null> {
  const send = (messages: Message[]) => inTime(client.replyMessage({ replyToken, messages }));
  try {
    const { sentMessages } = await orPlainly(log, request, send);
    return posted(request, sentMessages);
  } catch (error) {
    if (!isTokenRefusal(error)) throw writeFailure('reply', error);
    if (to.repeated)
      throw new Unsure('line reply: the token is spent, by us or by time', { cause: error, final: true });
    return null;
  }
}

/** LINE keeps a retry key for 24 hours; the margin is for clocks that differ. */
const keyLivesMs = 23 * 3_600_000;

/** @throws TryLater, GiveUp or Unsure; after any of them the same call may be made again for a day. */
async function push({ client, log, now, onPush }: PostDeps, request: Request): Promise<Posted> {
  const { place, part, since } = request;
  if (since !== null && now().getTime() - since.getTime() > keyLivesMs)
    throw new Unsure('line push: a day old, so its retry key is forgotten', { final: true });
  const send = (messages: Message[]) =>
    inTime(client.pushMessage({ to: readChannel(place.channel).id, messages }, part));
  try {
    const { sentMessages } = await orPlainly(log, request, send);
    onPush(place);
    return posted(request, sentMessages);
  } catch (error) {
    const refused = refusal(error);
    if (refused?.status === 409) return posted(request, acceptedBefore(refused.body));
    throw writeFailure('push', error);
  }
}

type Sent = messagingApi.SentMessage[];

/** A design or a quote that LINE refuses must not cost anybody the news: the same words go out as plain text. */
async function orPlainly<T>(
  log: Log,
  { messages, part }: Request,
  send: (messages: Message[]) => Promise<T>,
): Promise<T> {
  return send(messages).catch((error: unknown) => {
    if (!refusesContent(error)) throw error;
    log.error({ platform: 'line', part, error: outcome(error) }, 'message refused, posted as plain text');
    return send(messages.map(plainly));
  });
}

function plainly(message: Message): Message {
  const { quickReply } = message;
  const { text, altText } = message as { text?: string; altText?: string };
  const said: messagingApi.TextMessage = { type: 'text', text: text ?? altText ?? '–' };
  return quickReply === undefined ? said : { ...said, quickReply };
}

/** 409: an earlier call with this key was taken. Its answer may name the messages. */
function acceptedBefore(body: string): Sent {
  try {
    const { sentMessages } = JSON.parse(body) as { sentMessages?: Sent };
    return sentMessages ?? [];
  } catch {
    return [];
  }
}

/** No thread: on LINE a talk hangs together by quotes, and each message of ours can be quoted by its id. */
function posted({ about }: Request, sent: Sent): Posted {
  const only = about.length === 1 ? (about[0] ?? null) : null;
  return { messages: sent.map(({ id }, index) => ({ id: messageId(id), story: about[index] ?? only })), thread: null };
}
