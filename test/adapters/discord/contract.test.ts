import { createHash } from 'node:crypto';
import type { Action } from '../../../src/action.ts';
import { encodeAction } from '../../../src/action.ts';
import { adapterContract, type Subject, type Trouble } from '../contract.ts';
import { app, type Json, type Trouble as Met, text } from './counterpart.ts';
import { all, liveParts, messageProblems, specProblems, visibleText } from './limits.ts';
import { aBench, aMessage, aPress, discordChannel, messageIn } from './support.ts';

const met: Record<Trouble, Met> = {
  lost: { kind: 'lost' },
  limited: { kind: 'limited', seconds: 7 },
  closed: { kind: 'error', status: 403, code: 50001 },
};
const post = /^POST \/channels\/\d+\/messages$/;

async function subject(legacyEmbeds: boolean): Promise<Subject> {
  const bench = await aBench({ started: false, legacyEmbeds });
  const { discord, adapter } = bench;
  let heard = 0;
  const inner = adapter.start;
  const counted = {
    ...adapter,
    start: (receive: Parameters<typeof inner>[0]) =>
      inner(async (inbound) => {
        await receive(inbound);
        heard++;
        for (const look of [...looks]) look();
      }),
  };
  const looks = new Set<() => void>();
  /** What is told is heard, or an event that follows it is: then it was passed over. */
  const hear = (event: string, data: Json, count = heard + 1) => {
    discord.tell(event, data);
    return new Promise<void>((resolve) => {
      const look = () => {
        if (heard >= count) {
          looks.delete(look);
          resolve();
        }
      };
      looks.add(look);
    });
  };
  return {
    adapter: counted,
    channel: discordChannel(),
    seen: async () =>
      discord.messages
        .filter(({ author }) => author.id === app)
        .map((message) => ({
          id: messageIn(message.id, message.channel_id),
          thread: message.channel_id === text ? null : messageIn(message.channel_id),
          text: visibleText(message),
          live: liveParts(message),
        })),
    brokenLimits: ({ payload }) => {
      const body = { ...(payload as object), allowed_mentions: { parse: [] } };
      return [...messageProblems(body), ...specProblems('MessageCreateRequest', body)];
    },
    write: (words, event) => {
      // The same event is the same message: a repeat carries the same ids.
      const id = (BigInt(`0x${createHash('sha256').update(event).digest('hex').slice(0, 14)}`) + 10n ** 17n).toString();
      return hear(
        'MESSAGE_CREATE',
        aMessage(discord, { id, content: `<@${app}> ${words}`, mentions: [{ id: app, username: 'Tidings' }] }),
      );
    },
    writeOurselves: async (words) => {
      discord.tell('MESSAGE_CREATE', aMessage(discord, { author: { id: app, bot: true }, content: words }));
    },
    press: (id, pressed) => {
      const [, channelOf, message] = /\/(\d+)\/(\d+)$/.exec(id) as unknown as [string, string, string];
      const standing = discord.messages.find((each) => each.id === message);
      const button = carrying(standing, pressed);
      return hear(
        'INTERACTION_CREATE',
        aPress(discord, button, { id: message, channel_id: channelOf, flags: standing.flags }),
      );
    },
    nextPost: async (trouble) => discord.next(post, met[trouble]),
    close: () => discord.close(),
  };
}

/** The button that carries this action, with the mark behind it, as Discord sends it back. */
function carrying(message: Json, pressed: Action): string {
  const found = all(message.components).flatMap(({ custom_id = '', options = [] }) => [
    custom_id,
    ...options.map((each: Json) => each.value),
  ]);
  return found.find((id: string) => id.startsWith(encodeAction(pressed))) ?? encodeAction(pressed);
}

const absent = { forge: 'a gateway that we dial ourselves takes no requests' };
adapterContract('discord', () => subject(false), absent);
adapterContract('discord with embeds', () => subject(true), absent);
