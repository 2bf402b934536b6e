import type { Command } from '../command.ts';
import { content, note, paragraph, saying } from '../content.ts';
import { lastDigests } from '../store/digests.ts';
import { type Outcome, type Scene, say, type TalkDeps } from './scene.ts';

const weekMs = 7 * 86_400_000;

/** `why 3`: each factor of the story's rank, as it was when the digest was composed. `why <link>`: why it is not there. */
export async function why(
  { story, url }: Extract<Command, { name: 'why' }>,
  { channel, words }: Scene,
  deps: TalkDeps,
): Promise<Outcome> {
  if (url !== null) return say(content((await deps.whyNot(url, channel)).map(saying)));
  const [digest] = await lastDigests(deps.db, channel.id, new Date(deps.now().getTime() - weekMs));
  if (digest === undefined) return say(content([saying(words.mistakes.noDigest)]));
  const found = digest.stories.find(({ number }) => number === story);
  if (found === undefined) return say(content([saying(words.mistakes.noSuchStory(story ?? 0, digest.stories.length))]));
  return say(
    content([
      paragraph({ text: found.headline, style: 'strong' }),
      { kind: 'list', items: found.why.map((line) => [line]) },
      note(words.why.hint),
    ]),
  );
}
