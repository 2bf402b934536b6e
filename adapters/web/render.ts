/** A digest as the chat's rows: its head, then a message for each story, so that each has a thread of its own. */
import type { Part } from '../../src/adapter.ts';
import type { Channel, Digest, DigestStory, PartId } from '../../src/model.ts';
import type { OurMessage } from '../../src/store/web-messages.ts';
import { clip } from '../../src/web/clip.ts';

/** Longest texts in UTF-16 units, ours: what still reads as a headline, a sentence, a chip. */
export const limits = { headline: 300, gist: 1_200, name: 120, topics: 8, url: 4_000, payload: 262_144 };

/** The whole digest is one part: the rows of one transaction. */
export function renderDigest(digest: Digest, channel: Channel, partId: (index: number) => PartId): Part[] {
  const { stories, ...head } = digest;
  const { id, delivery, sourcesRead, sourcesFailed, sample } = digest;
  const messages: OurMessage[] = [
    { body: { kind: 'digest', digest: head, count: stories.length, layout: channel.layout }, story: null },
    ...stories.map((story, index) => ({
      body: {
        kind: 'story' as const,
        story: clipStory(story),
        digest: { id, delivery, sourcesRead, sourcesFailed, sample },
        layout: channel.layout,
        last: index === stories.length - 1,
      },
      story: story.story,
    })),
  ];
  return [{ id: partId(0), payload: messages, about: messages.map(({ story }) => story) }];
}

function clipStory(story: DigestStory): DigestStory {
  return {
    ...story,
    headline: clip(story.headline, limits.headline),
    gist: clip(story.gist, limits.gist),
    source: clip(story.source, limits.name),
    topics: story.topics.slice(0, limits.topics).map((topic) => clip(topic, limits.name)),
    update: story.update === null ? null : clip(story.update, limits.gist),
    image: story.image !== null && story.image.length <= limits.url ? story.image : null,
    why: story.why.slice(0, 12).map((factor) => clip(factor, limits.name)),
    gauges: story.gauges.slice(0, 3).map((gauge) => ({
      ...gauge,
      reason: { ...gauge.reason, text: clip(gauge.reason.text, limits.gist) },
    })),
  };
}
