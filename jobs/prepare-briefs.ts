import { chooseStories } from '../src/digest/compose.ts';
import type { ChannelId } from '../src/model.ts';
import { findChannel } from '../src/store/channels.ts';
import type { JobDeps } from './deps.ts';

/** Before the hour: has the briefs written that the digest will need, so that the digest is not late for them. */
export async function runPrepareBriefs({ channel: id }: { channel: ChannelId }, deps: JobDeps): Promise<void> {
  const channel = await findChannel(deps.db, id);
  if (channel === null) return;
  for (const { candidate } of await chooseStories(channel, channel.stories, deps.compose)) {
    await deps.compose.briefOf(candidate.story, channel.language).catch((error: unknown) => {
      deps.log.error({ story: candidate.story, error }, 'brief not prepared');
    });
  }
}
