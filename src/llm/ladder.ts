/**
 * An answer that fits the schema, by at most three requests: as asked; again with what was wrong and the schema spelled
 * out; at last without a strict schema, since some servers ignore it and others stumble over it.
 */
import type { z } from 'zod';
import type { ChatReply, ChatRequest, Message } from './chat.ts';
import type { Call, Completion, ModelCounts } from './client.ts';
import type { Dialect } from './dialect.ts';
import { parseReply, strictSchema } from './json.ts';

export interface Draft extends Pick<ChatRequest, 'messages' | 'schema' | 'maxTokens'> {
  /** What this request is to be like, whatever the server is known to understand. */
  override?: Pick<Partial<Dialect>, 'spelled' | 'format'>;
  stream?: Call<unknown>['stream'];
}

export type Asked = ChatReply | { kind: 'budget' };

export interface Rungs {
  ask(draft: Draft): Promise<Asked>;
  /** The server did not keep to the schema before it was spelled out. */
  spellFromNow(): void;
  counts: Pick<ModelCounts, 'schemaRepairs'>;
}

export async function climbDown<T>(call: Call<T>, { ask, spellFromNow, counts }: Rungs): Promise<Completion<T>> {
  const schema = { name: call.name, schema: strictSchema(call.schema) };
  const base = { schema, messages: call.messages, maxTokens: call.maxTokens };
  const first = read(await ask({ ...base, stream: call.stream }), call.schema);
  if (first.kind !== 'unfit') return first;

  counts.schemaRepairs += 1;
  // A longer answer than foreseen is a common reason for not fitting.
  const roomier = { ...base, maxTokens: Math.ceil(call.maxTokens * 1.5) };
  const repair = { ...roomier, messages: [...call.messages, ...repairOf(first)], override: { spelled: true } };
  const second = read(await ask(repair), call.schema);
  if (second.kind === 'done' && !first.cut) spellFromNow();
  if (second.kind !== 'unfit') return second;

  counts.schemaRepairs += 1;
  const third = read(await ask({ ...roomier, override: { spelled: true, format: 'object' } }), call.schema);
  if (third.kind === 'done' && !first.cut) spellFromNow();
  return third.kind === 'unfit' ? { kind: 'failed', reason: 'invalid' } : third;
}

interface Unfit {
  kind: 'unfit';
  cut: boolean;
  text: string;
  problems: string;
}

function read<T>(reply: Asked, schema: z.ZodType<T>): Completion<T> | Unfit {
  if (reply.kind === 'failed') return { kind: 'failed', reason: reply.reason };
  if (reply.kind === 'budget' || reply.kind === 'refused') return { kind: 'failed', reason: reply.kind };
  const parsed = parseReply(reply.text, schema);
  if (parsed.ok) return { kind: 'done', value: parsed.value };
  const cut = reply.kind === 'cut';
  const problems = cut ? 'It was cut off before its end. Say it in fewer words.' : parsed.problems;
  return { kind: 'unfit', cut, text: reply.text, problems };
}

function repairOf({ text, problems }: Unfit): Message[] {
  const wrong = `That answer does not fit the schema:\n${problems.slice(0, 2_000)}`;
  return [
    { role: 'assistant', content: text.slice(0, 12_000) || '{}' },
    { role: 'user', content: `${wrong}\nGive the whole answer again, as JSON that fits.` },
  ];
}
