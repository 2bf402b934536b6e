/**
 * Private feeds: those whose address lets in whoever knows it. They are told of, and what they say is read, in the
 * workspaces that follow them alone. `only_for` names the feed whose an article or a story is: what was read by the
 * secret never stands beside what others read, nor takes its place.
 *
 * Pages that people paste are kept apart by other means (`pasted.ts`): they are read without a secret, so an open feed
 * may take them over, and who pastes the same address may have them.
 */
import { sql } from 'kysely';
import type { ChannelId, FeedId } from '../model.ts';
import { sharedWorkspace } from './channels.ts';
import type { Database } from './database.ts';

/** Those whose articles and stories the channel may read. */
export async function privateFeedsOf(db: Database, channel: ChannelId): Promise<FeedId[]> {
  const rows = await db
    .selectFrom('feeds')
    .select('id')
    .where('private', '=', true)
    .where(isFollowedNear(channel))
    .execute();
  return rows.map(({ id }) => id as FeedId);
}

/** Of a row of feeds: may the channel hear of it? Null: nobody's channel, which hears of open ones. */
export function isTold(channel: ChannelId | null) {
  return channel === null
    ? sql<boolean>`not feeds.private`
    : sql<boolean>`(not feeds.private or ${isFollowedNear(channel)})`;
}

/** By the channel, or by another of its workspace. */
function isFollowedNear(channel: ChannelId) {
  return sql<boolean>`feeds.id::text in (
    select s.value from subscriptions s join channels c on c.id = s.channel_id
    where s.kind = 'feed' and (c.id = ${channel}
      or (c.platform = split_part(${channel}, ':', 1) and c.workspace = ${sharedWorkspace(channel)})))`;
}

/** Of a row of articles: is it open, or of one of these feeds? */
export function isReadable(privateFeeds: readonly FeedId[]) {
  return sql<boolean>`(only_for is null or only_for = any(${privateFeeds}::bigint[]))`;
}
