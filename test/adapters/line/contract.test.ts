import { createHash } from 'node:crypto';
import type { LineRequest } from '../../../adapters/line/render.ts';
import { encodeAction } from '../../../src/action.ts';
import { adapterContract, type Subject, type Trouble } from '../contract.ts';
import type { Trouble as Met } from './counterpart.ts';
import { type Json, liveParts, messageProblems, ofApi, visibleText } from './limits.ts';
import { aBench, aPress, aText, fromGroup, group, lineChannel, mentioning, messageIn, signed, us } from './support.ts';

const met: Record<Trouble, Met> = {
  lost: { kind: 'lost' },
  limited: {
    kind: 'status',
    status: 429,
    body: { message: 'The API rate limit has been exceeded. Try again later.' },
    headers: { 'retry-after': '7' },
  },
  closed: { kind: 'status', status: 400, body: { message: 'Failed to send messages' } },
};

/** Of the builders' digests. */
const morning = new Date('2026-11-23T06:35:00Z');

const absent = { writeOurselves: 'LINE tells a bot nothing of its own messages' };

async function subject(): Promise<Subject> {
  const { line, adapter, send, close } = await aBench({ started: false, now: () => morning });
  return {
    adapter,
    channel: lineChannel(),
    seen: async () =>
      line.posted.map(({ id, message }) => ({
        id: messageIn(id),
        thread: null,
        text: message.type === 'text' ? message.text : visibleText(message.contents),
        live: liveParts(message),
      })),
    brokenLimits: ({ payload }) => {
      const { messages } = payload as LineRequest & { messages: Json[] };
      return [...messageProblems(messages), ...(ofApi?.('PushMessageRequest', { to: group, messages }) ?? [])];
    },
    write: async (text, event) => {
      // The same event is the same message: a repeat carries the same ids.
      const webhookEventId = createHash('sha256').update(event).digest('hex').slice(0, 26).toUpperCase();
      const [words, message, from] = mentioning(text);
      await send(aText(words, message, { ...from, webhookEventId, deliveryContext: { isRedelivery: true } }));
    },
    forge: async (text) =>
      (await adapter.webhook!(signed({ destination: us, events: [aText(text)] }, 'f'.repeat(32)))).status,
    press: async (_message, pressed) => {
      await send(aPress(encodeAction(pressed), undefined, fromGroup));
    },
    nextPost: async (trouble) => line.next('/v2/bot/message/push', met[trouble]),
    close,
  };
}

adapterContract('line', subject, absent);
