/** A stream whose opening was lost: Slack has it, and nobody here knows its message. */
import type { Place } from '../../src/adapter.ts';
import type { MessageId } from '../../src/model.ts';
import type { Log, WebClient } from './client.ts';
import { slackError } from './failure.ts';
import { messageId, readChannel, readMessage } from './ids.ts';

export interface LostDeps {
  client: WebClient;
  log: Log;
  now: () => Date;
  /** Is this message recorded as one of ours? */
  isOurs: (message: MessageId) => Promise<boolean>;
}

/** Longer than an answer takes that is tried again, and than our clock and Slack's differ. */
const justNowSeconds = 300;

/**
 * A stream takes no metadata before its end. One that is open, of ours, and in no row is the one that was lost.
 *
 * @returns its `ts`; null where there is none, or nobody can tell.
 */
export async function findLost({ client, log, now, isOurs }: LostDeps, place: Place): Promise<string | null> {
  if (place.thread === null) return null;
  const { team, channel } = readChannel(place.channel);
  const oldest = String(Math.floor(now().getTime() / 1000) - justNowSeconds);
  try {
    const [us, talk] = await Promise.all([
      client.auth.test(),
      client.conversations.replies({ channel, ts: readMessage(place.thread).ts, oldest, limit: 100 }),
    ]);
    // The SDK's type leaves the state out.
    const said = (talk.messages ?? []) as { ts?: string; user?: string; streaming_state?: string }[];
    const open = said.flatMap(({ ts, user, streaming_state }) =>
      ts !== undefined && user === us.user_id && streaming_state === 'in_progress' ? [ts] : [],
    );
    const known = await Promise.all(open.map((ts) => isOurs(messageId(team, channel, ts))));
    const lost = open.filter((_, index) => !known[index]);
    return lost.length === 1 ? lost[0]! : null;
  } catch (error) {
    log.warn({ platform: 'slack', error: slackError(error) ?? 'no answer' }, 'lost stream not looked for');
    return null;
  }
}
