import { content, saying } from '../content.ts';
import type { StoryId } from '../model.ts';
import { headlineIn } from './about.ts';
import { type Outcome, type Scene, say, type TalkDeps } from './scene.ts';
import { briefContent } from './show-brief.ts';

/** The brief: what is said to `Key points`, and to who asks what the story is about. */
export async function showPoints(story: StoryId, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { channel, words, inbound, adapter, replyTo } = scene;
  await adapter.working?.({ ...replyTo, handle: inbound.handle, repeated: false });
  const [brief, text] = await Promise.all([deps.briefOf(story, channel.language), deps.storyText(story)]);
  if (brief === null || text === null) return say(content([saying(words.answer.noStory)]));
  const headline = headlineIn(channel.language, text);
  const shown = briefContent({ brief, headline, articles: text.articles, gauges: deps.gauges }, channel, words);
  return { ...say(shown), title: headline };
}
