/** For `doctor`: each LINE setting that can be wrong, looked at, with what to do. The webhook address is set here too. */
import { randomUUID } from 'node:crypto';
import type { CheckResult } from '../../src/adapter.ts';
import { content, paragraph } from '../../src/content.ts';
import type { ChannelId, PartId } from '../../src/model.ts';
import { type Client, inTime, refusal } from './client.ts';
import { contentMessages } from './content.ts';
import { outcome } from './failure.ts';
import type { Poster } from './post.ts';
import type { Quota } from './quota.ts';

export interface CheckDeps {
  client: Client;
  quota: Quota;
  poster: Poster;
  baseUrl: string | null;
}

/** @param live a channel to post to; null: nothing is posted. */
export async function checkLine(deps: CheckDeps, live: ChannelId | null): Promise<CheckResult[]> {
  const token = await checkToken(deps);
  if (!token.ok) return [token];
  return [
    token,
    await checkWebhook(deps),
    await checkPlan(deps),
    ...(live === null ? [] : [await checkLive(deps, live)]),
  ];
}

async function checkToken({ client }: CheckDeps): Promise<CheckResult> {
  const name = 'LINE_CHANNEL_ACCESS_TOKEN';
  try {
    const { displayName, basicId, chatMode } = await inTime(client.getBotInfo());
    const hint = chatMode === 'chat' ? '; response mode is Chat, so people may answer besides the bot' : '';
    return { ok: true, name, detail: `is ${displayName} (${basicId})${hint}` };
  } catch (error) {
    const wrong = refusal(error)?.status === 401;
    const fix = 'issue a new one: developers.line.biz → your channel → Messaging API → Channel access token';
    return {
      ok: false,
      name,
      detail: wrong ? `LINE does not know it; ${fix}` : `could not be tried: ${outcome(error)}`,
    };
  }
}

/** Set where it is another one, then tried by LINE itself: that also proves the secret. */
async function checkWebhook({ client, baseUrl }: CheckDeps): Promise<CheckResult> {
  const name = 'webhook';
  if (baseUrl === null || !baseUrl.startsWith('https://'))
    return {
      ok: false,
      name,
      detail: 'LINE reaches us over public https only: set BASE_URL=https://… to the address of this server',
    };
  const endpoint = `${baseUrl.replace(/\/$/, '')}/webhooks/line`;
  try {
    const { changed, active } = await pointAt(client, endpoint);
    const test = await inTime(client.testWebhookEndpoint({ endpoint }), 15_000);
    if (!test.success) return { ok: false, name, detail: `${endpoint}: ${advice(test.statusCode, test.reason)}` };
    if (!active)
      return {
        ok: false,
        name,
        detail: 'set, but off: developers.line.biz → your channel → Messaging API → Use webhook',
      };
    return { ok: true, name, detail: `${endpoint}${changed ? ' was set now and' : ''} answers LINE` };
  } catch (error) {
    return { ok: false, name, detail: `could not be set or tried: ${outcome(error)}` };
  }
}

async function pointAt(client: Client, endpoint: string): Promise<{ changed: boolean; active: boolean }> {
  // A channel that never had one answers 404.
  const current = await inTime(client.getWebhookEndpoint()).catch((error: unknown) => {
    if (refusal(error)?.status === 404) return null;
    throw error;
  });
  if (current?.endpoint === endpoint) return { changed: false, active: current.active };
  await inTime(client.setWebhookEndpoint({ endpoint }));
  return { changed: true, active: (await inTime(client.getWebhookEndpoint())).active };
}

function advice(status: number | undefined, reason: string | undefined): string {
  if (status === 401)
    return 'our server refuses the signature; LINE_CHANNEL_SECRET is of another channel (developers.line.biz → Basic settings)';
  if (status === 503) return 'our server is not listening yet: start it (npm start), then run doctor again';
  if (status === 404) return 'no such page; is BASE_URL this server, and LINE turned on there?';
  return `LINE gets no good answer (${status ?? 'none'}${reason ? `, ${reason}` : ''}); is the server started and reachable?`;
}

async function checkPlan({ quota }: CheckDeps): Promise<CheckResult> {
  const name = 'message plan';
  try {
    const { total, used } = await quota.plan();
    if (total === null) return { ok: true, name, detail: `no limit; ${used} messages used this month` };
    const spent = used >= total;
    const fix =
      '; only free replies go out until next month, or until the plan is raised (LINE Official Account Manager)';
    return { ok: !spent, name, detail: `${used} of ${total} messages used this month${spent ? fix : ''}` };
  } catch (error) {
    return { ok: false, name, detail: `could not be read: ${outcome(error)}` };
  }
}

/** LINE lets nobody take a message back, so it stays; the second call shows that a repeat posts nothing. */
async function checkLive({ poster }: CheckDeps, live: ChannelId): Promise<CheckResult> {
  const name = 'posting';
  const messages = contentMessages(content([paragraph('Tidings: a test of the connection.')]), {
    language: 'en',
    quoteToken: null,
    guide: false,
  });
  const request = {
    place: { channel: live, thread: null },
    messages,
    part: randomUUID() as PartId,
    about: [],
    since: null,
  };
  try {
    const first = await poster.post(request, null);
    const second = await poster.post(request, null);
    const doubled = second.messages.some(({ id }) => !first.messages.some((each) => each.id === id));
    return {
      ok: !doubled,
      name,
      detail: doubled
        ? 'a repeat was posted twice: the retry key is not kept'
        : `posted in ${live} once, though asked twice`,
    };
  } catch (error) {
    return { ok: false, name, detail: error instanceof Error ? error.message : String(error) };
  }
}
