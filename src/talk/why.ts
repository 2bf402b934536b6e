import type { Command } from '../command.ts';
import { content, note, paragraph, saying } from '../content.ts';
import { recentDigests, storyAtHand } from './about.ts';
import { type Outcome, type Scene, say, type TalkDeps } from './scene.ts';

/** The story of a talk may be of a digest before the last. */
const mostDigests = 10;

/**
 * `why 3`: each factor of the story's rank, as it was when the digest was composed; `why this`: of the talk's story.
 * `why <link>`: why it is not there.
 */
export async function why(
  { story, url }: Extract<Command, { name: 'why' }>,
  scene: Scene,
  deps: TalkDeps,
): Promise<Outcome> {
  const { channel, words } = scene;
  if (url !== null) return say(content((await deps.whyNot(url, channel)).map(saying)));
  const digests = await recentDigests(scene, deps, story === null ? mostDigests : 1);
  const [digest] = digests;
  if (digest === undefined) return say(content([saying(words.mistakes.noDigest)]));
  const atHand = story === null ? await storyAtHand(scene, deps) : null;
  const found =
    story === null
      ? digests.flatMap(({ stories }) => stories).find((each) => each.story === atHand)
      : digest.stories.find(({ number }) => number === story);
  if (found === undefined && story === null)
    return say(content([saying(words.mistakes.missing(words.usage.why[0]))], { private: true }));
  if (found === undefined) return say(content([saying(words.mistakes.noSuchStory(story ?? 0, digest.stories.length))]));
  return say(
    content([
      paragraph({ text: found.headline, style: 'strong' }),
      { kind: 'list', items: found.why.map((line) => [line]) },
      note(words.why.hint),
    ]),
  );
}
