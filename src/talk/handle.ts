/**
 * What people do, from the stored event to the posted reply. Each event is claimed, so that two workers cannot both
 * answer; the reply's delivery is named by the event, so that a second attempt finds what the first has frozen.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Adapter, Inbound, Posted } from '../adapter.ts';
import { planNext } from '../channel.ts';
import { type Content, content, saying } from '../content.ts';
import { type DeliveryDeps, postDelivery } from '../delivery.ts';
import { TellUser, TryLater } from '../errors.ts';
import type { Channel, ChannelId, DeliveryId, MessageId } from '../model.ts';
import { closeChannel, ensureChannel, findChannel, forgetChannels, reopenChannel } from '../store/channels.ts';
import { deliveryState, openDelivery, replyDelivery } from '../store/deliveries.ts';
import { hasSamples } from '../store/feeds.ts';
import {
  type ClaimedInbound,
  claimInbound,
  finishInbound,
  type InboundId,
  isTakenBack,
  keepInbound,
  maxAttempts,
  releaseInbound,
} from '../store/inbound.ts';
import { knownMessage } from '../store/messages.ts';
import { fillPart, unfilledPart } from '../store/parts.ts';
import { dropTurn, recordTurn } from '../store/turns.ts';
import { languageNamed, wordsFor } from '../words/words.ts';
import { fillIn } from './form.ts';
import { listen } from './listen.ts';
import { press } from './press.ts';
import { type Outcome, type Scene, say, silence, type TalkDeps } from './scene.ts';
import { welcomeContent } from './show.ts';

export interface HandleDeps extends TalkDeps {
  adapterOf(platform: string): Adapter | null;
  delivery: DeliveryDeps;
  /** Has a delivery that could not be finished now taken up again later. */
  postLater(delivery: DeliveryId, channel: ChannelId, afterSeconds: number): Promise<void>;
}

/** @throws what went wrong, after the event was given back for another try. */
export async function handleInbound(id: InboundId, deps: HandleDeps): Promise<void> {
  const claimed = await claimInbound(deps.db, deps.seal, id, deps.now());
  if (claimed === null) return;
  const adapter = deps.adapterOf(platformOf(claimed.inbound));
  if (adapter === null) return;
  // It ended its process each time: one event must not keep all others from their answers.
  if (claimed.attempts > maxAttempts) return giveUp(claimed, adapter, new Error('never came to its end'), deps);
  const holding = setInterval(() => void keepInbound(deps.db, id, deps.now()).catch(() => {}), holdMs);
  try {
    await answerOnce(claimed, adapter, deps);
    await finishInbound(deps.db, id, deps.now());
  } catch (error) {
    if (claimed.attempts >= maxAttempts) await giveUp(claimed, adapter, error, deps);
    else await releaseInbound(deps.db, id);
    throw error;
  } finally {
    clearInterval(holding);
  }
}

/** A claim lapses after 30 s; a model may take longer to answer. */
const holdMs = 10_000;

function platformOf({ channel }: Inbound): string {
  return channel.slice(0, channel.indexOf(':'));
}

async function answerOnce(claimed: ClaimedInbound, adapter: Adapter, deps: HandleDeps): Promise<void> {
  const delivery = replyDelivery(claimed.id);
  const frozen = (await deliveryState(deps.db, delivery)) !== null && (await unfilledPart(deps.db, delivery)) === null;
  if (frozen) return post(delivery, claimed.inbound.channel, adapter, deps).then(() => {});
  const scene = await enter(claimed, adapter, deps);
  if (scene === null) return;
  const outcome = await decide(scene, deps).catch((error: unknown) => {
    if (error instanceof TellUser) return say(content([saying(error.message)]));
    throw error;
  });
  await speak(outcome, delivery, scene, deps);
}

/** What only changes rows is done here; what is talked about gets a scene. */
async function enter({ id, inbound }: ClaimedInbound, adapter: Adapter, deps: HandleDeps): Promise<Scene | null> {
  const { db, now } = deps;
  if (inbound.kind === 'gone') {
    await forgetChannels(db, inbound.channel, inbound.workspace);
    return null;
  }
  if (inbound.kind === 'closed') {
    await closeChannel(db, inbound.channel, inbound.reason, now());
    deps.log.error({ channel: inbound.channel, reason: inbound.reason }, 'channel closed to us');
    return null;
  }
  if (inbound.kind === 'unsent') {
    await dropTurn(db, inbound.channel, inbound.message);
    return null;
  }
  const channel = await reopen(await meet(inbound, adapter, deps), deps, now());
  const thread = await threadOf(inbound, deps);
  const message = inbound.kind === 'message' || inbound.kind === 'press' ? inbound.message : null;
  const replyTo = {
    place: { channel: channel.id, thread: 'parent' in inbound ? inbound.parent : null },
    message,
    author: inbound.author,
    title: null,
  };
  return { id, inbound, channel, adapter, words: wordsFor(channel.language), thread, replyTo };
}

/** A channel that we hear from is there, with the language and the zone of the person, where the platform tells them. */
async function meet(inbound: Inbound, adapter: Adapter, deps: HandleDeps): Promise<Channel> {
  const known = await findChannel(deps.db, inbound.channel);
  if (known !== null) return known;
  const { id, locale } = inbound.author;
  const person = locale ?? (id === '' ? null : await adapter.person?.(inbound.channel, id));
  const { channel } = await ensureChannel(deps.db, {
    id: inbound.channel,
    name: inbound.channelName,
    language: (person?.language ? languageNamed(person.language) : null) ?? deps.defaults.language,
    zone: person?.zone ?? deps.defaults.zone,
    createdBy: id || null,
    sample: adapter.samples === true && (await hasSamples(deps.db)),
  });
  return channel;
}

/** Who speaks to us from a channel that was closed has opened it again. */
async function reopen(channel: Channel, { db }: HandleDeps, now: Date): Promise<Channel> {
  if (channel.state !== 'closed') return channel;
  const open = await reopenChannel(db, channel.id);
  await planNext(db, open, now);
  return open;
}

/** A talk by quotes of quotes is followed back so far. */
const maxQuotes = 10;

/** The root of the talk: a quote of an answer belongs to the talk that the answer is of. */
async function threadOf(inbound: Inbound, { db }: HandleDeps): Promise<MessageId | null> {
  let root = 'parent' in inbound ? inbound.parent : null;
  for (let quotes = 0; root !== null && quotes < maxQuotes; quotes++) {
    const above: MessageId | null = (await knownMessage(db, root))?.thread ?? null;
    if (above === null || above === root) return root;
    root = above;
  }
  return root;
}

async function decide(scene: Scene, deps: HandleDeps): Promise<Outcome> {
  const { inbound } = scene;
  switch (inbound.kind) {
    case 'joined':
      return say(welcomeContent(scene, deps));
    case 'message':
      return listen(inbound, scene, deps);
    case 'press':
      return press(inbound.action, scene, deps);
    case 'form':
      return fillIn(inbound.values, scene, deps);
    default:
      return silence;
  }
}

/** Freezes the replies, posts them, then the digests that were asked for; remembers the turn. */
async function speak(outcome: Outcome, delivery: DeliveryId, scene: Scene, deps: HandleDeps): Promise<void> {
  const { channel, adapter, replyTo, id } = scene;
  const shown = outcome.live !== null && !outcome.live.unused;
  if (outcome.replies.length > 0 && (shown || !(await isTakenBack(deps.db, id)))) {
    // After `forget` nothing is kept, so what is still to be said is said without a row.
    if ((await findChannel(deps.db, channel.id)) === null) return sayUnkept(outcome, scene, deps);
    const parts = outcome.replies.map((reply) => ({ payload: reply, about: [outcome.turn?.story ?? null] }));
    const to = { ...replyTo, title: outcome.title ?? replyTo.title };
    await openDelivery(deps.db, {
      id: delivery,
      channel: channel.id,
      kind: 'reply',
      digest: null,
      inbound: id,
      replyTo: to,
      thread: replyTo.place.thread,
      parts,
    });
    const posted = (await finishStream(outcome, delivery, deps)) ?? (await post(delivery, channel.id, adapter, deps));
    if (outcome.turn !== null && !(await isTakenBack(deps.db, id)))
      await recordTurn(deps.db, { ...outcome.turn, thread: posted?.thread ?? scene.thread }, delivery, deps.now());
  }
  for (const digest of outcome.digests) await post(digest, channel.id, adapter, deps);
}

/** What was streamed is finished; what another attempt left half is filled, to be mended by the post that follows. */
async function finishStream(
  { live, replies }: Outcome,
  delivery: DeliveryId,
  { db }: HandleDeps,
): Promise<Posted | null> {
  const [first] = replies;
  if (first === undefined) return null;
  if (live !== null && !live.unused) return live.finish(first);
  await fillHalf(delivery, first, db);
  return null;
}

async function fillHalf(delivery: DeliveryId, said: Content, db: HandleDeps['db']): Promise<void> {
  const half = await unfilledPart(db, delivery);
  if (half !== null) await fillPart(db, half, said);
}

/** What is not said now is not said: another attempt at the event would bring the channel back. */
async function sayUnkept(
  outcome: Outcome,
  { adapter, replyTo, inbound, id }: Scene,
  { log }: HandleDeps,
): Promise<void> {
  const to = { ...replyTo, handle: inbound.handle, repeated: false };
  for (const reply of outcome.replies) {
    const say = () => adapter.reply(to, reply, id as unknown as Parameters<Adapter['reply']>[2]);
    await say()
      .catch(async (error: unknown) => {
        if (!(error instanceof TryLater)) throw error;
        await delay(Math.min(error.retryAfterSeconds, longestUnkeptSeconds) * 1000);
        return say();
      })
      .catch((error: unknown) => log.warn({ error: String(error) }, 'deletion not confirmed'));
  }
}

const longestUnkeptSeconds = 10;

/** Posted at once; what cannot be posted now is taken up by a job, so the event need not be handled again. */
async function post(delivery: DeliveryId, channel: ChannelId, adapter: Adapter, deps: HandleDeps) {
  try {
    return (await postDelivery(delivery, adapter, deps.delivery))[0] ?? null;
  } catch (error) {
    const seconds = error instanceof TryLater ? error.retryAfterSeconds : 2;
    if (!(error instanceof TryLater)) deps.log.warn({ delivery, error: String(error) }, 'reply not posted yet');
    await deps.postLater(delivery, channel, seconds);
    return null;
  }
}

/** After the last attempt the person is told, rather than left waiting. */
async function giveUp(
  { id, inbound }: ClaimedInbound,
  adapter: Adapter,
  error: unknown,
  deps: HandleDeps,
): Promise<void> {
  deps.log.error({ inbound: id, error }, 'event given up');
  const channel = await findChannel(deps.db, inbound.channel);
  if (channel !== null && inbound.kind !== 'joined') {
    const words = wordsFor(channel.language);
    const place = { channel: channel.id, thread: 'parent' in inbound ? inbound.parent : null };
    const said = content([saying(words.mistakes.went)], { private: true });
    await openDelivery(deps.db, {
      id: replyDelivery(id),
      channel: channel.id,
      kind: 'reply',
      digest: null,
      inbound: id,
      thread: place.thread,
      replyTo: { place, message: null, author: inbound.author, title: null },
      parts: [{ payload: said, about: [null] }],
    });
    await fillHalf(replyDelivery(id), said, deps.db);
    await post(replyDelivery(id), channel.id, adapter, deps);
  }
  await finishInbound(deps.db, id, deps.now());
}
