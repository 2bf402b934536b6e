/** More or less like a story, by a press or in words: one rule that the channel can see and undo. */
import { action } from '../action.ts';
import type { Command } from '../command.ts';
import { content, saying } from '../content.ts';
import type { StoryId } from '../model.ts';
import { addRule } from '../store/rules.ts';
import { loadCandidate } from '../store/stories.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { ruleFor } from '../story/rule.ts';
import { recentDigests, storyAtHand } from './about.ts';
import { topicLabel } from './follow.ts';
import { type Outcome, type Scene, say, type TalkDeps } from './scene.ts';

export async function taste(
  kind: 'more' | 'less',
  story: StoryId | null,
  scene: Scene,
  deps: TalkDeps,
): Promise<Outcome> {
  const { channel, words, inbound } = scene;
  const candidate = story === null ? null : await loadCandidate(deps.db, story);
  if (candidate === null) return whisper(words.answer.noStory);
  const meant = ruleFor(candidate, await subscriptionsOf(deps.db, channel.id), (id) => labelOf(id, scene, deps));
  const rule = await addRule(deps.db, channel.id, { kind, ...meant, story, createdBy: inbound.author.id });
  const buttons = [
    { label: words.settings.undo, press: action('undo', { value: String(rule.id) }), style: 'plain' as const },
  ];
  return say(content([saying(words.settings[kind](meant.label))], { private: true, buttons }));
}

function labelOf(id: string, { channel }: Scene, { topics }: TalkDeps): string {
  const topic = topics.find((each) => each.id === id);
  return topic ? topicLabel(topic, channel.language) : id;
}

/** `more like 3`, by the last digest; `more like this`, by the talk. */
export async function tasteInWords(
  { kind, story }: Extract<Command, { name: 'like' }>,
  scene: Scene,
  deps: TalkDeps,
): Promise<Outcome> {
  const { words } = scene;
  if (story === null) {
    const meant = await storyAtHand(scene, deps);
    return meant === null ? whisper(words.mistakes.likeWhich) : taste(kind, meant, scene, deps);
  }
  const [digest] = await recentDigests(scene, deps, 1);
  if (digest === undefined) return whisper(words.mistakes.noDigest);
  const found = digest.stories.find(({ number }) => number === story);
  if (found === undefined) return whisper(words.mistakes.noSuchStory(story, digest.stories.length));
  return taste(kind, found.story, scene, deps);
}

function whisper(text: string): Outcome {
  return say(content([saying(text)], { private: true }));
}
