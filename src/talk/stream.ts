/** An answer that is shown while it is written. It is the reply's one part: opened, recorded, and finished or mended. */
import type { AnswerStream, Posted } from '../adapter.ts';
import type { Content } from '../content.ts';
import { openDelivery, replyDelivery } from '../store/deliveries.ts';
import { type Claim, claimNextPart, fillPart, lapsePart, recordOpened, recordPosted } from '../store/parts.ts';
import type { Scene, TalkDeps } from './scene.ts';

export interface Live {
  append(text: string): Promise<void>;
  /** @returns null when the stream broke: the delivery then waits to be posted, by an edit of what was opened. */
  finish(content: Content): Promise<Posted | null>;
  /** No answer came: what was opened waits to be mended, and holds nobody up. */
  abandon(): Promise<void>;
  /** Nothing was opened: the reply goes the usual way. */
  readonly unused: boolean;
}

/** Opens with the first words, so that an answer which is not streamed costs nothing. */
export function liveAnswer(scene: Scene, deps: Pick<TalkDeps, 'db' | 'now' | 'log'>): Live {
  let opened: { claim: Claim; stream: AnswerStream } | null = null;
  let broken = scene.adapter.stream === undefined;
  return {
    get unused() {
      return opened === null;
    },
    async append(text) {
      if (broken) return;
      try {
        opened ??= await open(scene, deps);
        if (opened === null) broken = true;
        else await opened.stream.append(text);
      } catch (error) {
        broken = true;
        deps.log.warn({ channel: scene.channel.id, error: String(error) }, 'answer stream broken');
      }
    },
    async abandon() {
      if (opened !== null) await lapsePart(deps.db, opened.claim, deps.now(), 'its answer did not come');
    },
    async finish(content) {
      if (opened === null) return null;
      const { claim, stream } = opened;
      await fillPart(deps.db, claim.part.id, content);
      try {
        if (broken) throw new Error('broken before its end');
        const posted = await stream.finish(content);
        await recordPosted(deps.db, claim, posted, deps.now());
        return posted;
      } catch (error) {
        deps.log.warn({ channel: scene.channel.id, error: String(error) }, 'answer stream mended by an edit');
        await lapsePart(deps.db, claim, deps.now(), 'stream broken');
        return null;
      }
    },
  };
}

async function open(
  { id, channel, adapter, replyTo, inbound }: Scene,
  { db, now }: Pick<TalkDeps, 'db' | 'now'>,
): Promise<{ claim: Claim; stream: AnswerStream } | null> {
  const delivery = replyDelivery(id);
  await openDelivery(db, {
    id: delivery,
    channel: channel.id,
    kind: 'reply',
    digest: null,
    inbound: id,
    replyTo,
    thread: replyTo.place.thread,
    parts: [{ payload: null, about: [null] }],
  });
  const claim = await claimNextPart(db, delivery, now());
  if (claim === null) return null;
  // Whatever comes of it, the answer does not wait for a claim that nobody works on.
  const giveBack = (why: string) => lapsePart(db, claim, now(), why);
  if (claim.unsure || adapter.stream === undefined) {
    // An earlier attempt has opened a stream: that message is mended instead.
    await giveBack('an earlier stream is mended');
    return null;
  }
  try {
    // Should nobody ever know what came of it, what is found of it later is no answer yet.
    await recordOpened(db, claim, { messages: [], thread: null });
    const stream = await adapter.stream({ ...replyTo, handle: inbound.handle, repeated: false }, claim.part.id);
    await recordOpened(db, claim, stream.posted);
    return { claim, stream };
  } catch (error) {
    await giveBack('stream not opened');
    throw error;
  }
}
