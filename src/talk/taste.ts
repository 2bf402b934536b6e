/** More or less like a story, by a press or in words: one rule that the channel can see and undo. */
import { action } from '../action.ts';
import type { Command, Target } from '../command.ts';
import { type Button, content, saying } from '../content.ts';
import type { StoryId } from '../model.ts';
import { loadCandidate } from '../store/candidates.ts';
import { addRule } from '../store/rules.ts';
import { searchFeeds } from '../store/sources.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { parseQuery } from '../story/query.ts';
import { ruleFor } from '../story/rule.ts';
import { isUsual } from '../text/spelling.ts';
import { holdsAnyOf, recentDigests, storyAtHand } from './about.ts';
import { ask } from './ask.ts';
import { between, findTopic, nearestTopic, topicLabel } from './follow.ts';
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

/**
 * `less crypto`: a topic or a source of that name, else the words themselves. What is asked for more of and is no such
 * name is a question where the talk's story has it (`more evidence`), else something to subscribe to.
 */
export async function tasteOf(
  { kind, targets, typed }: Extract<Command, { name: 'like-of' }>,
  scene: Scene,
  deps: TalkDeps,
): Promise<Outcome> {
  const { channel, words, inbound } = scene;
  const named = await Promise.all(targets.flatMap(apart(deps)).map((target) => wishNamed(target, typed, scene, deps)));
  const lines: string[] = [];
  const undone: Button[] = [];
  const unknown = named.flatMap((wish) => (wish.kind === 'words' ? [wish.typed] : []));
  const atHand = kind === 'more' && unknown.length > 0 ? await storyAtHand(scene, deps) : null;
  if (atHand !== null && (await holdsAnyOf(unknown.join(' '), atHand, deps))) return ask(typed, null, scene, deps);
  for (const wish of named) {
    if (wish.kind === 'unclear') lines.push(wish.say);
    else if (kind === 'more' && wish.kind === 'words')
      lines.push(words.mistakes.unknownSubject(wish.typed, nearestTopic(wish.typed, deps.topics)));
    else {
      const { value, label } = wish;
      const rule = await addRule(deps.db, channel.id, {
        kind,
        value,
        label,
        story: null,
        createdBy: inbound.author.id,
      });
      lines.push(words.settings[kind](label));
      const button = named.length === 1 ? words.settings.undo : `${words.settings.undo}: ${label}`;
      undone.push({ label: button, press: action('undo', { value: String(rule.id) }), style: 'plain' });
    }
  }
  return say(content([saying(lines.join('\n'))], { private: true, buttons: undone }));
}

type Wish =
  | { kind: 'name'; value: string; label: string }
  | { kind: 'words'; value: string; label: string; typed: string }
  | { kind: 'unclear'; say: string };

/** `sports and politics` are two where both are topics. */
function apart({ topics }: TalkDeps): (target: Target) => Target[] {
  return (target) => {
    if (target.kind === 'address' || target.quoted || findTopic(target.text, topics) !== null) return [target];
    const pieces = target.text.split(between).map((text) => ({ ...target, text: text.trim() }));
    return pieces.every(({ text }) => findTopic(text, topics) !== null) ? pieces : [target];
  };
}

async function wishNamed(
  target: Target,
  typed: string,
  { channel, words }: Scene,
  { db, topics }: TalkDeps,
): Promise<Wish> {
  const text = target.kind === 'words' ? target.text : new URL(target.url).hostname;
  if (target.kind === 'words' && !target.quoted) {
    const topic = findTopic(text, topics);
    if (topic !== null) return { kind: 'name', value: `topic:${topic.id}`, label: topicLabel(topic, channel.language) };
    const feed = (await searchFeeds(db, text, 6, channel.id)).find(
      ({ name }) => name.toLowerCase() === text.toLowerCase(),
    );
    if (feed !== undefined) return { kind: 'name', value: `feed:${feed.id}`, label: feed.name };
    const near = isUsual(text.toLowerCase()) ? null : nearestTopic(text, topics);
    if (near !== null) return { kind: 'unclear', say: words.mistakes.didYouMean(text, typed.replace(text, near)) };
  }
  const query = target.kind === 'words' ? text : `from:${text}`;
  const parsed = parseQuery(query);
  if ('error' in parsed) return { kind: 'unclear', say: words.mistakes.badQuery(text, parsed.error) };
  return { kind: 'words', value: `keyword:${query}`, label: words.quote(text), typed: text };
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
