import { planNext } from '../channel.ts';
import { content, saying } from '../content.ts';
import { GiveUp } from '../errors.ts';
import { writeOpml } from '../feed/opml.ts';
import type { ChannelId } from '../model.ts';
import type { Seal } from '../seal.ts';
import { findFeed, sourcesOf, switchOn } from '../store/sources.ts';
import { subscribe, subscriptionsOf } from '../store/subscriptions.ts';
import { type Outcome, type Scene, say, type TalkDeps } from './scene.ts';

/** From an address, or from a file that came with the message. */
export async function importOpml(url: string | null, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { channel, words } = scene;
  const text = await fileText(url, scene, deps);
  if (text === null) return say(content([saying(words.mistakes.missing(words.usage.import[0]))]));
  if (text.kind === 'failed') return say(content([saying(words.mistakes.badFile(text.reason))]));
  const { feeds, left } = await deps.readOpml(text.text);
  if (feeds.length === 0) return say(content([saying(words.opml.nothing)]));
  for (const { id } of feeds) await switchOn(deps.db, id);
  await subscribe(
    deps.db,
    channel.id,
    feeds.map(({ id, name }) => ({ kind: 'feed', value: String(id), label: name })),
  );
  await planNext(deps.db, channel, deps.now());
  const imported = words.opml.imported(feeds.length, feeds.filter(({ isNew }) => isNew).length);
  return say(content([imported, ...(left > 0 ? [words.opml.left(left)] : [])].map(saying)));
}

/** @returns null where there is neither. */
async function fileText(
  url: string | null,
  { inbound, adapter }: Scene,
  deps: TalkDeps,
): Promise<{ kind: 'text'; text: string } | { kind: 'failed'; reason: string } | null> {
  if (url !== null) return deps.fetchText(url);
  const file = inbound.kind === 'message' ? inbound.files[0] : undefined;
  if (file === undefined || adapter.download === undefined) return null;
  try {
    return { kind: 'text', text: new TextDecoder().decode(await adapter.download(file)) };
  } catch (error) {
    // Asked for again it would not come either. `slack file: over 1 MB`: what follows the colon is for people.
    if (error instanceof GiveUp) return { kind: 'failed', reason: error.message.replace(/^[^:]*: /, '') };
    throw error;
  }
}

const linkDays = 7;

/** The sources followed by name, and those that the channel's topics draw from. */
export async function exportOpml({ channel, words }: Scene, { db, baseUrl, seal, now }: TalkDeps): Promise<Outcome> {
  const text = await opmlOf(db, channel.id);
  const count = (text.match(/<outline /g) ?? []).length;
  if (count === 0) return say(content([saying(words.digest.nothingFollowed)]));
  const until = new Date(now().getTime() + linkDays * 86_400_000);
  const url = baseUrl === null ? null : `${baseUrl}/export/${exportToken(seal, channel.id, until)}`;
  const attachment = { name: fileName, mimeType: 'text/x-opml', text, url };
  return say(content([saying(words.opml.exported(count))], { attachment, private: true }));
}

const fileName = 'tidings.opml';

function exportToken(seal: Seal, channel: ChannelId, until: Date): string {
  return seal.close(JSON.stringify({ export: channel, until: until.toISOString() })).toString('base64url');
}

/** What an export link leads to; null where it has lapsed, or was not made here. */
export async function exportByToken(
  token: string,
  { db, seal, now }: Pick<TalkDeps, 'db' | 'seal' | 'now'>,
): Promise<{ name: string; text: string } | null> {
  const plain = seal.open(Buffer.from(token, 'base64url'));
  const made = plain === null ? null : (JSON.parse(plain) as { export?: ChannelId; until: string });
  if (made?.export === undefined || new Date(made.until) < now()) return null;
  return { name: fileName, text: await opmlOf(db, made.export) };
}

async function opmlOf(db: TalkDeps['db'], channel: ChannelId): Promise<string> {
  const byName = (await subscriptionsOf(db, channel))
    .filter(({ kind }) => kind === 'feed')
    .map(({ value }) => Number(value));
  const named = (await Promise.all(byName.map((id) => findFeed(db, id)))).filter((feed) => feed !== null);
  const all = new Map([...named, ...(await sourcesOf(db, channel))].map((feed) => [feed.id, feed]));
  return writeOpml([...all.values()]);
}
