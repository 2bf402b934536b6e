/**
 * Never again: what a channel was given is remembered by story and by article, under keys that nobody can trace back to
 * the channel without the secret. So it may outlive `forget`, and it holds when a story is split or merged later, or when
 * an article comes back under another address.
 */
import { createHmac } from 'node:crypto';
import type { ChannelId, StoryId } from '../model.ts';
import type { Candidate } from '../story/candidate.ts';
import type { Database } from './database.ts';

/** The article that the story was shown by, and all others that told it then. */
export type Delivered = Pick<Candidate, 'story' | 'former' | 'revision'> & {
  articles: Pick<Candidate['articles'][number], 'canonicalUrl' | 'contentHash'>[];
};

const keyBytes = 16;

/** Safe to do twice; a later revision takes the place of an earlier one. */
export async function recordDelivered(
  db: Database,
  secret: string,
  channel: ChannelId,
  stories: Delivered[],
): Promise<void> {
  const revisions = new Map<string, number>();
  for (const story of stories)
    for (const key of keysOf(secret, channel, story))
      revisions.set(key, Math.max(story.revision, revisions.get(key) ?? 0));
  if (revisions.size === 0) return;
  // In order of key: two deliveries to one channel at once cannot block each other.
  const rows = [...revisions].sort(([a], [b]) => (a < b ? -1 : 1));
  await db
    .insertInto('ledger')
    .values(rows.map(([key, revision]) => ({ key: Buffer.from(key, 'hex'), revision })))
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ fn, ref }) => ({
        revision: fn('greatest', [ref('ledger.revision'), ref('excluded.revision')]),
      })),
    )
    .execute();
}

/** Of what was never read: it may be delivered anew. */
export async function forgetDelivered(
  db: Database,
  secret: string,
  channel: ChannelId,
  stories: Delivered[],
): Promise<void> {
  const keys = stories.flatMap((story) => keysOf(secret, channel, story)).map((key) => Buffer.from(key, 'hex'));
  if (keys.length > 0) await db.deleteFrom('ledger').where('key', 'in', keys).execute();
}

/** @returns the stories that the channel had, in whole or by one of their articles, with the latest revision it had. */
export async function hadBefore(
  db: Database,
  secret: string,
  channel: ChannelId,
  candidates: Delivered[],
): Promise<Map<StoryId, { revision: number }>> {
  const keys = candidates.map((candidate) => ({ story: candidate.story, keys: keysOf(secret, channel, candidate) }));
  const asked = keys.flatMap((candidate) => candidate.keys);
  if (asked.length === 0) return new Map();
  const rows = await db
    .selectFrom('ledger')
    .select(['key', 'revision'])
    .where(
      'key',
      'in',
      asked.map((key) => Buffer.from(key, 'hex')),
    )
    .execute();
  const revisions = new Map(rows.map(({ key, revision }) => [key.toString('hex'), revision]));
  const had = new Map<StoryId, { revision: number }>();
  for (const { story, keys: own } of keys) {
    const known = own.map((key) => revisions.get(key)).filter((revision) => revision !== undefined);
    if (known.length > 0) had.set(story, { revision: Math.max(...known) });
  }
  return had;
}

/** Hexadecimal: of the story, of the stories that went into it, of each article's address and text. */
function keysOf(secret: string, channel: ChannelId, { story, former, articles }: Delivered): string[] {
  const items = [
    ...[story, ...former].map((id) => `story ${id}`),
    ...articles.flatMap(({ canonicalUrl, contentHash }) => [`address ${canonicalUrl}`, `text ${contentHash}`]),
  ];
  return [...new Set(items)].map((item) =>
    createHmac('sha256', secret).update(`${channel}\n${item}`).digest().subarray(0, keyBytes).toString('hex'),
  );
}
