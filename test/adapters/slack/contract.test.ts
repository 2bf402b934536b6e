import { createHash } from 'node:crypto';
import { encodeAction } from '../../../src/action.ts';
import { adapterContract, type Subject, type Trouble } from '../contract.ts';
import { botUser, type Trouble as Met } from './counterpart.ts';
import { blockProblems, liveMrkdwn, liveParts, unmark, visibleText } from './limits.ts';
import { aBench, aMessage, anEvent, aPress, messageIn, signed, slackChannel } from './support.ts';

const met: Record<Trouble, Met> = {
  lost: { kind: 'lost' },
  limited: { kind: 'limited', seconds: 7 },
  closed: { kind: 'error', error: 'not_in_channel' },
};

async function subject(appToken: string | null): Promise<Subject> {
  const { slack, adapter } = await aBench({ appToken, started: false });
  const tell = async (body: ReturnType<typeof anEvent>) => {
    if (appToken === null) await adapter.webhook!(signed(body));
    else await slack.tell(body.type === 'event_callback' ? 'events_api' : 'interactive', body);
  };
  const forge = async (text: string) => {
    const forged = signed(anEvent(aMessage({ text })), {}, undefined, 'f'.repeat(32));
    return (await adapter.webhook!(forged)).status;
  };
  return {
    adapter,
    channel: slackChannel(),
    seen: async () =>
      slack.messages.map((message) => ({
        id: messageIn(message.ts, message.channel),
        thread: message.thread_ts === undefined ? null : messageIn(message.thread_ts, message.channel),
        text: message.blocks.length > 0 ? visibleText(message.blocks) : unmark(message.text),
        // Slack notifies by the text too, and shows it where there are no blocks.
        live: [...liveParts(message.blocks), ...liveMrkdwn(message.text, message.blocks.length > 0)],
      })),
    brokenLimits: ({ payload }) => blockProblems((payload as { blocks: unknown }).blocks),
    write: (text, event) => {
      // The same event is the same message: a repeat carries the same ids.
      const ts = `17${(BigInt(`0x${createHash('sha256').update(event).digest('hex').slice(0, 12)}`) % 100_000_000n).toString().padStart(8, '0')}.000001`;
      return tell(anEvent(aMessage({ channel: 'C1', ts, text: `<@${botUser}> ${text}` }), event));
    },
    ...(appToken === null && { forge }),
    writeOurselves: (text) => tell(anEvent(aMessage({ text, user: botUser, bot_id: 'B1' }))),
    press: (message, pressed) => {
      const ts = message.slice(message.lastIndexOf('/') + 1);
      return tell(
        aPress(encodeAction(pressed), {
          container: { type: 'message', message_ts: ts, channel_id: 'C1' },
          message: { ts },
        }),
      );
    },
    nextPost: async (trouble) => slack.next('chat.postMessage', met[trouble]),
    close: () => slack.close(),
  };
}

adapterContract('slack over the socket', () => subject('xapp-good'), {
  forge: 'only Slack is at the other end of the socket',
});
adapterContract('slack over HTTP', () => subject(null));
