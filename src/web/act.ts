/** How a deed is answered: the script hears that we have it; without one, the page comes that shows the answer. */
import type { Context } from 'hono';
import type { ChannelId } from '../model.ts';
import { untilAnswered } from './answered.ts';
import { channelSlug } from './chat.ts';
import type { WebDeps } from './deps.ts';
import { wantsJson } from './form.ts';
import type { PageEnv } from './server.ts';

/** Without a script a person waits this long for the answer before the page comes without it. */
const answerWaitMs = 1_500;

export async function act(
  c: Context<PageEnv>,
  deps: WebDeps,
  channel: ChannelId,
  thread: number | null,
  run: () => Promise<void>,
): Promise<Response> {
  if (wantsJson(c)) {
    await run();
    return c.json({ ok: true }, 202);
  }
  const answered = untilAnswered(deps, channel, c.var.person, answerWaitMs);
  await run();
  const waiting = (await answered) ? '' : '?waiting';
  return c.redirect(`${pathOf(channel, thread)}${waiting}#latest`, 303);
}

export function pathOf(id: ChannelId, thread: number | null = null): string {
  const path = `/c/${channelSlug(id)}`;
  return thread === null ? path : `${path}/t/${thread}`;
}
