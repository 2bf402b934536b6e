/** Why a link is not in a channel's digest, in the channel's words. */
import type { Channel } from '../model.ts';
import { loadCandidate } from '../store/candidates.ts';
import { hadBefore } from '../store/ledger.ts';
import { privateFeedsOf } from '../store/private-feeds.ts';
import { listRules } from '../store/rules.ts';
import { storyByUrl } from '../store/stories.ts';
import { worthAsking } from '../story/shortlist.ts';
import { type Absence, whyNot } from '../story/why.ts';
import { sideBySide, type Words, wordsFor } from '../words/words.ts';
import { type ComposeDeps, followedBy } from './compose.ts';
import { sayFactors } from './reasons.ts';

const lookBackHours = 36;

export async function whyNotInWords(
  url: string,
  channel: Channel,
  topicLabel: (id: string) => string,
  deps: ComposeDeps,
): Promise<string[]> {
  const { db, now } = deps;
  const words = wordsFor(channel.language);
  const privateFeeds = await privateFeedsOf(db, channel.id);
  const story = await storyByUrl(db, url, privateFeeds);
  const candidate = story === null ? null : await loadCandidate(db, story);
  const [subscriptions, rules] = await Promise.all([followedBy(channel, deps), listRules(db, channel.id)]);
  const taste = { language: channel.language, subscriptions, rules, privateFeeds, translates: deps.translates };
  const recent = await deps.candidates(new Date(now().getTime() - lookBackHours * 3_600_000), channel.sample);
  const asking = worthAsking(recent, taste, now(), 400);
  const had = await hadBefore(db, deps.secret, channel.id, candidate === null ? asking : [...asking, candidate]);
  const absence = whyNot({
    candidate,
    candidates: recent,
    now: now(),
    limit: channel.stories,
    taste: { ...taste, had: (each) => had.get(each.story) ?? null },
  });
  const headline = 'headline' in absence.params ? [absence.params.headline] : [];
  return [...headline, ...say(absence, words, channel, topicLabel)];
}

function say(
  absence: Absence,
  { whyNot: words }: Words,
  channel: Channel,
  topicLabel: (id: string) => string,
): string[] {
  switch (absence.code) {
    case 'unknown-link':
      return [words.unknownLink];
    case 'too-old':
      return [words.tooOld(absence.params.hours)];
    case 'not-followed':
      return [words.notFollowed(sideBySide(absence.params.topics.map(topicLabel), channel.language))];
    case 'muted':
      return [words.muted(absence.params.label)];
    case 'had-before':
      return [words.hadBefore];
    case 'told-already':
      return [words.toldAlready];
    case 'outranked':
      return [
        words.outranked(absence.params.rank, absence.params.limit),
        ...sayFactors(absence.params.factors, channel.language),
      ];
    case 'included':
      return [words.included(absence.params.number)];
  }
}
