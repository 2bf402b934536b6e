/**
 * What one model on one server understands of a request. Servers that call themselves compatible differ; what one
 * refuses is left out of its requests from then on, and what it lacks is made up for.
 */
import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import type { Message } from './chat.ts';

export interface Dialect {
  format: 'schema' | 'object' | 'none';
  /** The schema stands in the prompt as well: the server was found to ignore the format. */
  spelled: boolean;
  /**
   * What limits an answer, the first of these: older servers know only `max_tokens`, OpenAI's newer models only
   * `max_completion_tokens`.
   */
  lengthKeys: readonly ('max_tokens' | 'max_completion_tokens')[];
  temperature: boolean;
  /** Tells its token counts at the end of a stream. */
  streamUsage: boolean;
  /** Some chat templates know no system message: its text then opens the first message. */
  systemRole: boolean;
  /** Thinks before it answers, in tokens that count towards the limit. */
  thinks: boolean;
  /** Can be told to think little. */
  effort: boolean;
}

/** @param baseUrl null: OpenAI itself. */
export function firstDialect(baseUrl: string | null): Dialect {
  const own = baseUrl === null;
  return {
    format: 'schema',
    spelled: false,
    lengthKeys: own ? ['max_completion_tokens', 'max_tokens'] : ['max_tokens', 'max_completion_tokens'],
    // OpenAI's reasoning models refuse a temperature; local models invent less with a low one.
    temperature: !own,
    streamUsage: true,
    systemRole: true,
    thinks: false,
    effort: true,
  };
}

/** What is to be changed of a dialect. Changes of requests that were refused at the same time add up. */
export type Change = Partial<Dialect>;

/** @returns what a refusal asks to leave out; null when it complains of nothing that could be left out. */
export function changeFor(dialect: Dialect, complaint: string): Change | null {
  const [lengthKey, ...otherKeys] = dialect.lengthKeys;
  if (lengthKey !== undefined && new RegExp(`\\b${lengthKey}\\b`).test(complaint)) return { lengthKeys: otherKeys };
  if (dialect.temperature && /temperature/i.test(complaint)) return { temperature: false };
  if (dialect.thinks && dialect.effort && /reasoning/i.test(complaint)) return { effort: false };
  if (dialect.streamUsage && /stream_options|include_usage/.test(complaint)) return { streamUsage: false };
  if (dialect.systemRole && /system (role|message|prompt)|roles? must alternate/i.test(complaint))
    return { systemRole: false };
  if (dialect.format !== 'none' && formatWords.test(complaint))
    return { format: dialect.format === 'schema' ? 'object' : 'none' };
  return null;
}

const formatWords = /response[ _-]?format|json[ _-]?(schema|object|mode)|structured[ _-]?output|grammar|guided/i;

/** Where a refusal does not say what is wrong: all that may be left out at once. */
export const plainest: Change = {
  format: 'none',
  lengthKeys: [],
  temperature: false,
  streamUsage: false,
  effort: false,
};

export function isPlainest({ format, lengthKeys, temperature, streamUsage }: Dialect): boolean {
  return format === 'none' && lengthKeys.length === 0 && !temperature && !streamUsage;
}

/** Tokens that a thinking model may take before it answers. */
export const thinkingTokens = 4_000;

type Options = Pick<
  ChatCompletionCreateParams,
  'response_format' | 'max_tokens' | 'max_completion_tokens' | 'temperature' | 'reasoning_effort'
>;

export function optionsIn(
  dialect: Dialect,
  maxTokens: number,
  schema: { name: string; schema: Record<string, unknown> },
): Options {
  const [lengthKey] = dialect.lengthKeys;
  return {
    ...(lengthKey !== undefined && { [lengthKey]: maxTokens + (dialect.thinks ? thinkingTokens : 0) }),
    ...(dialect.temperature && { temperature: 0.2 }),
    ...(dialect.thinks && dialect.effort && { reasoning_effort: 'low' as const }),
    ...(dialect.format === 'schema' && {
      response_format: { type: 'json_schema' as const, json_schema: { ...schema, strict: true } },
    }),
    ...(dialect.format === 'object' && { response_format: { type: 'json_object' as const } }),
  };
}

/** The schema is spelled out behind the rules, before anything that differs from request to request: prompts cache. */
export function messagesIn(dialect: Dialect, messages: Message[], schema: Record<string, unknown>): Message[] {
  const [first, ...rest] = messages;
  if (first === undefined) return messages;
  const spelled = dialect.spelled || dialect.format !== 'schema';
  const opening = spelled ? { ...first, content: `${first.content}\n\n${spellOut(schema)}` } : first;
  if (dialect.systemRole || opening.role !== 'system') return [opening, ...rest];
  const [second, ...others] = rest;
  if (second === undefined) return [{ ...opening, role: 'user' }];
  return [{ ...second, content: `${opening.content}\n\n${second.content}` }, ...others];
}

function spellOut(schema: Record<string, unknown>): string {
  return `Your answer must fit this JSON Schema; give the JSON object, not the schema:\n${JSON.stringify(schema)}`;
}
