import { randomUUID } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { inject } from 'vitest';
import { limits } from '../../../adapters/web/render.ts';
import { encodeAction } from '../../../src/action.ts';
import type { ChannelId, MessageId } from '../../../src/model.ts';
import { forgetChannels } from '../../../src/store/channels.ts';
import { channelSlug, messageRow } from '../../../src/web/chat.ts';
import { createDatabase, databaseUrl, dropDatabase } from '../../support/databases.ts';
import { type Installation, makeChannel, startInstallation } from '../../web/installation.ts';
import { adapterContract, type Seen, type Subject } from '../contract.ts';

adapterContract('web', setUp, {
  writeOurselves: 'our messages never come back: only forms that people send do',
  lost: 'the messages are rows of our own database; a part that is written again keeps them',
  limited: 'our own page limits nobody',
});

async function setUp(): Promise<Subject> {
  const { server, template, run } = inject('postgres');
  const name = await createDatabase(server, `${run}_${randomUUID().replaceAll('-', '').slice(0, 12)}`, template);
  const web = await startInstallation(databaseUrl(server, name));
  const channel = await makeChannel(web.deps.db, { id: 'web:contract' as ChannelId });
  const path = `/c/${channelSlug(channel.id)}`;

  return {
    adapter: web.adapter,
    channel,
    seen: () => seenOn(web, path),
    brokenLimits: (part) => (JSON.stringify(part.payload).length > limits.payload ? ['payload over 256 KB'] : []),
    async write(text, event) {
      const response = await web.send(`${path}/say`, { text, event });
      if (!response.ok) throw new Error(`refused: ${response.status}`);
    },
    forge: async (text) =>
      (await web.send(`${path}/say`, { text, event: randomUUID() }, { cookie: 'tidings=someone.forged' })).status,
    async press(message, pressed) {
      const row = String(messageRow(message));
      await web.send(`${path}/press`, { action: encodeAction(pressed), message: row, event: randomUUID() });
    },
    nextPost: () => forgetChannels(web.deps.db, channel.id),
    async close() {
      await web.close();
      await dropDatabase(server, name);
    },
  };
}

/** As a browser without a script sees it: the channel's page, then each thread's. */
async function seenOn(web: Installation, path: string): Promise<Seen[]> {
  const channel = await turns(web, path, '#log');
  const seen: Seen[] = [];
  for (const turn of channel) {
    seen.push(seenIn(turn, null));
    const id = turn.getAttribute('data-id');
    const replies = await turns(web, `${path}/t/${id}`, '#thread-log');
    seen.push(...replies.map((reply) => seenIn(reply, `web:${id}` as MessageId)));
  }
  return seen;
}

async function turns(web: Installation, path: string, list: string): Promise<Element[]> {
  const { document } = parseHTML(await (await web.get(path)).text());
  return [...document.querySelectorAll(`${list} > .turn.us`)];
}

function seenIn(turn: Element, thread: MessageId | null): Seen {
  const outside = [...turn.querySelectorAll('a[href], img[src]')]
    .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
    .filter((address) => !address.startsWith('/'));
  const active = [turn, ...turn.querySelectorAll('*')].flatMap((element) => [
    ...(['SCRIPT', 'IFRAME', 'OBJECT', 'STYLE', 'BASE', 'META'].includes(element.tagName) ? [element.tagName] : []),
    ...[...element.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
  ]);
  return {
    id: `web:${turn.getAttribute('data-id')}` as MessageId,
    thread,
    text: turn.textContent ?? '',
    live: [...outside, ...active],
  };
}
