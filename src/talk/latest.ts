/** `What's new in AI?`: the stories of a topic that the channel has been told of, newest first. */
import { action } from '../action.ts';
import { type Button, content, saying } from '../content.ts';
import { languages } from '../model.ts';
import { wordsFor } from '../words/words.ts';
import { recentDigests } from './about.ts';
import { findTopic, topicLabel } from './follow.ts';
import { type Outcome, type Scene, say, type TalkDeps } from './scene.ts';

type Topic = TalkDeps['topics'][number];

const mostDigests = 10;
const mostStories = 5;

/** @returns null for what asks for no news, or of something that is no topic. */
export function latestAskedOf(question: string, topics: Topic[]): Topic | null {
  const plain = question.trim().replace(/[\s.!?…。！？]+$/u, '');
  for (const language of languages) {
    const subject = wordsFor(language).talk.latest.exec(plain)?.[1];
    const topic = subject === undefined ? null : findTopic(subject, topics);
    if (topic !== null) return topic;
  }
  return null;
}

export async function tellLatest(topic: Topic, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { words, channel } = scene;
  const told = (await recentDigests(scene, deps, mostDigests)).flatMap(({ stories }) => stories);
  const stories = new Map(told.filter(({ topics }) => topics.includes(topic.id)).map((each) => [each.story, each]));
  const label = topicLabel(topic, channel.language);
  if (stories.size === 0) return say(content([saying(words.answer.noneOn(label))]));
  const buttons = [...stories.values()]
    .slice(0, mostStories)
    .map(({ story, headline }): Button => ({ label: headline, press: action('points', { story }), style: 'plain' }));
  return say(content([saying(words.answer.latestOn(label))], { buttons }));
}
