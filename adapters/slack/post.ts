/** Posts one message, once; and finds it again by the id that travels in its metadata. */
import type { Place, Posted } from '../../src/adapter.ts';
import { Unsure } from '../../src/errors.ts';
import type { PartId, StoryId } from '../../src/model.ts';
import type { SlackMessage } from './blocks.ts';
import type { Log, WebClient } from './client.ts';
import { isBlockRefusal, isMisconfigured, readFailure, slackError, writeFailure } from './failure.ts';
import { isDirect, messageId, readChannel, readMessage } from './ids.ts';
import { spokenText } from './spoken.ts';

export interface PostDeps {
  client: WebClient;
  log: Log;
  now: () => Date;
}

const eventType = 'tidings_part';
/** How long after an unknown outcome a message may still turn up in the history. */
const settlesInSeconds = 15;
/** A part is looked for among what was said since; who was down for longer skips the digest anyway. */
const lookBackSeconds = 86_400;
const maxPages = 5;

export interface Poster {
  /** @throws as `Adapter.post`. */
  post(place: Place, message: SlackMessage, part: PartId, story: StoryId | null): Promise<Posted>;
  /** @throws TryLater when Slack cannot say now. */
  find(place: Place, part: PartId): Promise<Posted | null>;
}

export function createPoster(deps: PostDeps): Poster {
  return {
    post: (place, message, part, story) => postMessage(deps, { place, message, part, story }),
    find: (place, part) => findPart(deps, place, part),
  };
}

interface Request {
  place: Place;
  message: SlackMessage;
  part: PartId;
  story: StoryId | null;
}

async function postMessage(deps: PostDeps, request: Request): Promise<Posted> {
  try {
    const ts = await send(deps, request);
    return posted(request.place, ts, request.story);
  } catch (error) {
    const failure = error instanceof Unsure ? error : writeFailure('chat.postMessage', error);
    if (isMisconfigured(error)) {
      deps.log.error({ platform: 'slack', error: slackError(error) }, 'slack setting wrong, posts wait: see doctor');
    }
    throw failure instanceof Unsure ? new Unsure(failure.message, { cause: error, settlesInSeconds }) : failure;
  }
}

async function send({ client, log }: PostDeps, { place, message, part, story }: Request): Promise<string> {
  const said = { ...where(place), unfurl_links: false, unfurl_media: false, metadata: stamp(part, story) };
  const answer = await client.chat.postMessage({ ...said, ...message }).catch((error: unknown) => {
    if (!isBlockRefusal(error)) throw error;
    log.error({ platform: 'slack', part, error: slackError(error) }, 'blocks refused, posted as text');
    return client.chat.postMessage({ ...said, text: spokenText(message) });
  });
  if (answer.ts === undefined) throw new Unsure('slack chat.postMessage: answered without a ts');
  return answer.ts;
}

export function where(place: Place): { channel: string; thread_ts?: string } {
  const { channel } = readChannel(place.channel);
  return { channel, ...(place.thread !== null && { thread_ts: readMessage(place.thread).ts }) };
}

/** Readable by everybody in the workspace: ids and nothing else. */
export function stamp(part: PartId, story: StoryId | null) {
  return { event_type: eventType, event_payload: { part, ...(story !== null && { story }) } };
}

/** A message in a channel opens a thread of its own; in a one-to-one chat the whole chat is the talk. */
export function posted(place: Place, ts: string, story: StoryId | null): Posted {
  const { team, channel } = readChannel(place.channel);
  const id = messageId(team, channel, ts);
  return { messages: [{ id, story }], thread: place.thread ?? (isDirect(channel) ? null : id) };
}

async function findPart(deps: PostDeps, place: Place, part: PartId): Promise<Posted | null> {
  const found = await look(deps, place, part);
  return found === null ? null : posted(place, found.ts, found.story);
}

interface Found {
  ts: string;
  story: StoryId | null;
}

async function look({ client, now }: PostDeps, place: Place, part: PartId): Promise<Found | null> {
  const { channel, thread_ts } = where(place);
  const since = {
    oldest: String(Math.floor(now().getTime() / 1000) - lookBackSeconds),
    include_all_metadata: true,
    limit: 100,
  };
  let cursor: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const request = { channel, ...since, ...(cursor && { cursor }) };
    const answer = await (thread_ts === undefined
      ? client.conversations.history(request)
      : client.conversations.replies({ ...request, ts: thread_ts })
    ).catch((error: unknown) => {
      throw readFailure('conversations.history', error);
    });
    const found = (answer.messages ?? []).find((message) => partOf(message.metadata) === part);
    if (found?.ts !== undefined) return { ts: found.ts, story: storyOf(found.metadata) };
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return null;
  }
  return null;
}

interface Metadata {
  event_type?: string;
  event_payload?: object;
}

function partOf(metadata: Metadata | undefined): unknown {
  return metadata?.event_type === eventType ? (metadata.event_payload as { part?: unknown }).part : undefined;
}

function storyOf(metadata: Metadata | undefined): StoryId | null {
  const story = (metadata?.event_payload as { story?: unknown } | undefined)?.story;
  return typeof story === 'string' ? (story as StoryId) : null;
}
