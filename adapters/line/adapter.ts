/** LINE, on the contract of `src/adapter.ts`: events by webhook, free replies by token, pushes by retry key. */
import type { Adapter, Lookup, ReplyTo } from '../../src/adapter.ts';
import { plainText } from '../../src/content.ts';
import { checkLine } from './check.ts';
import { createClient, inTime, type Log } from './client.ts';
import { contentMessages } from './content.ts';
import { downloadFile } from './download.ts';
import { readHandle } from './handle.ts';
import { channelId, readChannel } from './ids.ts';
import { createPeople } from './people.ts';
import { createPoster } from './post.ts';
import { createQuota, type Tally } from './quota.ts';
import { type LineRequest, renderDigest } from './render.ts';
import { languageOf } from './text.ts';
import { handleWebhook, type Receive } from './webhook.ts';

export interface LineDeps {
  channelAccessToken: string;
  channelSecret: string;
  lookup: Lookup;
  log: Log;
  now: () => Date;
  /** What the processes push is counted together: LINE is asked only now and then. */
  tally: Tally;
  /** Where LINE finds our webhook; null: `doctor` says what is missing. */
  baseUrl: string | null;
  /** For tests: another address than `https://api.line.me`. */
  apiUrl?: string;
}

/** LINE takes 2,000 pushes a second of an account, and names no limit of a chat. */
const pace = { channelMs: 0, workspaceMs: 0 };

/** An answer waits no longer for the loading animation to show. */
const workingMs = 1_000;

/** How long the loading animation may stand; the answer ends it. */
const loadingSeconds = 40;

export function createLineAdapter(deps: LineDeps): Adapter {
  const { channelAccessToken, channelSecret, lookup, log, now, tally, apiUrl } = deps;
  const client = createClient(channelAccessToken, apiUrl);
  const quota = createQuota({ client, tally, log, now });
  const people = createPeople(client, now);
  const poster = createPoster({ client, log, now, onPush: ({ channel }) => void quota.spent(channel) });
  let receive: Receive | null = null;

  const webhookDeps = {
    ...people,
    channelSecret,
    log,
    now,
    isOurs: async (message: Parameters<NonNullable<Lookup['isOurs']>>[0]) => (await lookup.isOurs?.(message)) ?? false,
    onMembers: ({ kind, id }: { kind: 'user' | 'group' | 'room'; id: string }) =>
      quota.membersChanged(channelId(kind, id)),
  };

  return {
    platform: 'line',
    quotes: true,
    pace,
    start: async (handler) => {
      receive = handler;
    },
    stop: async () => {
      receive = null;
    },
    webhook: (request) => handleWebhook(request, receive, webhookDeps),
    render: renderDigest,
    post: (place, part, asked) => {
      const { messages, since } = part.payload as LineRequest;
      return poster.post({ place, messages, part: part.id, about: part.about, since: new Date(since) }, asked ?? null);
    },
    async reply(to, content, part) {
      const { quoteToken, guide } = readHandle(to.handle);
      const channel = await lookup.channel(to.place.channel);
      // After `forget` no row tells the language any more.
      const language = channel?.language ?? languageOf(plainText(content));
      const messages = contentMessages(content, { language, quoteToken, guide });
      return poster.post({ place: to.place, messages, part, about: [], since: null }, to);
    },
    async working({ place }: ReplyTo) {
      const { kind, id } = readChannel(place.channel);
      if (kind === 'user')
        await inTime(client.showLoadingAnimation({ chatId: id, loadingSeconds }), workingMs).catch(() => {});
    },
    person: async (channel, author) =>
      people.person(channel, author, (await lookup.channel(channel))?.createdBy ?? null),
    allowance: quota.allowance,
    download: (file) => downloadFile(client, file),
    check: (live) => checkLine({ ...deps, client, quota, poster }, live),
  };
}
