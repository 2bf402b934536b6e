/** What an adapter must answer within a call, from rows and from memory. */
import type { Lookup } from '../adapter.ts';
import type { Language } from '../model.ts';
import { channelsCreatedBy, findChannel } from '../store/channels.ts';
import type { Database } from '../store/database.ts';
import { knownMessage } from '../store/messages.ts';
import { searchFeeds } from '../store/sources.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { topicLabel } from '../talk/follow.ts';

export function createLookup(
  db: Database,
  topics: { id: string; labels: Record<string, string>; aka?: string[] }[],
): Lookup {
  const followTopics = (words: string, language: string) => {
    const wanted = words.toLowerCase();
    return topics
      .map((topic) => ({ value: topic.id, label: topicLabel(topic, language as Language), aka: topic.aka ?? [] }))
      .filter(({ value, label, aka }) => [value, label, ...aka].some((name) => name.toLowerCase().includes(wanted)))
      .map(({ value, label }) => ({ value, label }));
  };
  return {
    channel: (id) => findChannel(db, id),
    async following(id) {
      const [followed, channel] = await Promise.all([subscriptionsOf(db, id), findChannel(db, id)]);
      const topicNamed = (value: string) => topics.find((topic) => topic.id === value);
      return followed.map(({ kind, value, label }) => {
        const topic = kind === 'topic' ? topicNamed(value) : undefined;
        const named = topic && channel ? topicLabel(topic, channel.language) : label;
        return { value: kind === 'feed' ? `feed:${value}` : kind === 'keyword' ? label : value, label: named };
      });
    },
    async follow(words, language) {
      const found = followTopics(words, language).slice(0, 25);
      if (found.length === 25) return found;
      const feeds = await searchFeeds(db, words, 25 - found.length, null);
      return [...found, ...feeds.map(({ id, name }) => ({ value: `feed:${id}`, label: name }))];
    },
    channelsOf: (platform, author) => channelsCreatedBy(db, platform, author),
    async headline(story) {
      const row = await db.selectFrom('stories').select('headline').where('id', '=', story).executeTakeFirst();
      return row?.headline ?? null;
    },
    isOurs: async (message) => (await knownMessage(db, message)) !== null,
  };
}
