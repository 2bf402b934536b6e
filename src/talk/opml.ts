import { planNext } from '../channel.ts';
import { content, paragraph } from '../content.ts';
import { writeOpml } from '../feed/opml.ts';
import { findFeed, sourcesOf, switchOn } from '../store/sources.ts';
import { subscribe, subscriptionsOf } from '../store/subscriptions.ts';
import { type Outcome, type Scene, say, type TalkDeps } from './scene.ts';

/** From an address, or from a file that came with the message. */
export async function importOpml(url: string | null, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { channel, words } = scene;
  const text = await fileText(url, scene, deps);
  if (text.kind === 'failed') return say(content([paragraph(words.mistakes.badFile(text.reason))]));
  const { feeds } = await deps.readOpml(text.text);
  if (feeds.length === 0) return say(content([paragraph(words.opml.nothing)]));
  for (const { id } of feeds) await switchOn(deps.db, id);
  await subscribe(
    deps.db,
    channel.id,
    feeds.map(({ id, name }) => ({ kind: 'feed', value: String(id), label: name })),
  );
  await planNext(deps.db, channel, deps.now());
  return say(content([paragraph(words.opml.imported(feeds.length, feeds.filter(({ isNew }) => isNew).length))]));
}

async function fileText(
  url: string | null,
  { inbound, adapter, words }: Scene,
  deps: TalkDeps,
): Promise<{ kind: 'text'; text: string } | { kind: 'failed'; reason: string }> {
  if (url !== null) return deps.fetchText(url);
  const file = inbound.kind === 'message' ? inbound.files[0] : undefined;
  if (file === undefined || adapter.download === undefined) return { kind: 'failed', reason: words.usage.import[0] };
  return { kind: 'text', text: new TextDecoder().decode(await adapter.download(file)) };
}

/** The sources followed by name, and those that the channel's topics draw from. */
export async function exportOpml({ channel, words }: Scene, { db, baseUrl, seal }: TalkDeps): Promise<Outcome> {
  const text = await opmlOf(db, channel.id);
  const count = (text.match(/<outline /g) ?? []).length;
  const url =
    baseUrl === null
      ? null
      : `${baseUrl}/export/${encodeURIComponent(channel.id)}/${seal.mark(`export ${channel.id}`).toString('base64url')}`;
  return say(
    content([paragraph(words.opml.exported(count))], {
      attachment: { name: 'tidings.opml', mimeType: 'text/x-opml', text, url },
      private: true,
    }),
  );
}

export async function opmlOf(db: TalkDeps['db'], channel: Scene['channel']['id']): Promise<string> {
  const byName = (await subscriptionsOf(db, channel))
    .filter(({ kind }) => kind === 'feed')
    .map(({ value }) => Number(value));
  const named = (await Promise.all(byName.map((id) => findFeed(db, id)))).filter((feed) => feed !== null);
  const all = new Map([...named, ...(await sourcesOf(db, channel))].map((feed) => [feed.id, feed]));
  return writeOpml([...all.values()]);
}
