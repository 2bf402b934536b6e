/** One request of Chat Completions. Whatever comes of it is a value. */
import type { OpenAI } from 'openai';
import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { CompletionUsage } from 'openai/resources/completions';
import { type Dialect, optionsIn } from './dialect.ts';
import { estimateTokens, type Tokens } from './prices.ts';

export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface ChatRequest {
  model: string;
  messages: Message[];
  /** JSON Schema, strict. */
  schema: { name: string; schema: Record<string, unknown> };
  maxTokens: number;
  /** Of the whole answer, its last byte included. */
  timeoutMs: number;
}

export type ChatReply = { tokens: Tokens } & (
  | { kind: 'text'; text: string }
  /** The answer hit `maxTokens`, or the connection closed before its end. */
  | { kind: 'cut'; text: string }
  | { kind: 'refused' }
  | { kind: 'failed'; reason: 'timeout' | 'unavailable'; retryAfterSeconds: number | null }
  | { kind: 'failed'; reason: 'rate-limited'; retryAfterSeconds: number | null }
  /** The server will never take this: wrong key, unknown model, quota spent, context too long. */
  | { kind: 'failed'; reason: 'rejected'; complaint: string; status: number; code: string | null }
);

type Sdk = typeof import('openai');

/** More than any schema of ours needs; a server that never ends is cut off here. */
const maxLetters = 200_000;

/** @param onDelta text as it comes; the request is streamed where it is given. */
export async function chat(
  sdk: Sdk,
  client: OpenAI,
  request: ChatRequest,
  dialect: Dialect,
  onDelta?: (delta: string) => void,
): Promise<ChatReply> {
  const body = {
    model: request.model,
    messages: request.messages,
    ...optionsIn(dialect, request.maxTokens, request.schema),
  };
  // The SDK's own timeout ends with the headers; this one bounds the body as well.
  const signal = AbortSignal.timeout(request.timeoutMs);
  const seen: Seen = { text: '', finish: null, refusal: false, usage: null };
  try {
    if (onDelta === undefined) {
      readWhole(seen, await client.chat.completions.create({ ...body, stream: false }, { signal }));
    } else {
      const options = dialect.streamUsage ? { stream_options: { include_usage: true } } : {};
      const stream = await client.chat.completions.create({ ...body, ...options, stream: true }, { signal });
      await readStream(seen, stream, onDelta);
    }
  } catch (error) {
    return { ...failure(sdk, error, signal.aborted), tokens: tokensOf(seen, request) };
  }
  // The SDK ends an aborted stream as if it had come to its end.
  const ended = signal.aborted && seen.finish === null ? failed('timeout') : outcome(seen);
  return { ...ended, tokens: tokensOf(seen, request) };
}

interface Seen {
  text: string;
  finish: string | null;
  refusal: boolean;
  usage: CompletionUsage | null;
}

function readWhole(seen: Seen, completion: ChatCompletion): void {
  // A server that only calls itself compatible may leave any of this out.
  const choice = completion.choices?.[0];
  seen.text = choice?.message?.content ?? '';
  seen.finish = choice?.finish_reason ?? null;
  seen.refusal = typeof choice?.message?.refusal === 'string' && choice.message.refusal !== '';
  seen.usage = completion.usage ?? null;
}

async function readStream(
  seen: Seen,
  stream: AsyncIterable<ChatCompletionChunk>,
  onDelta: (delta: string) => void,
): Promise<void> {
  for await (const chunk of stream) {
    if (chunk.usage) seen.usage = chunk.usage;
    const choice = chunk.choices?.[0];
    if (choice?.finish_reason) seen.finish = choice.finish_reason;
    if (choice?.delta?.refusal) seen.refusal = true;
    const delta = choice?.delta?.content;
    if (!delta) continue;
    seen.text += delta;
    if (seen.text.length > maxLetters) return;
    onDelta(delta);
  }
}

type Outcome<T = ChatReply> = T extends unknown ? Omit<T, 'tokens'> : never;

function outcome(seen: Seen): Outcome {
  if (seen.refusal || seen.finish === 'content_filter') return { kind: 'refused' };
  if (seen.finish === 'length' || seen.finish === null) return { kind: 'cut', text: seen.text };
  return { kind: 'text', text: seen.text };
}

function failure(sdk: Sdk, error: unknown, timedOut: boolean): Outcome {
  if (timedOut || error instanceof sdk.APIConnectionTimeoutError) return failed('timeout');
  if (!(error instanceof sdk.APIError) || error.status === undefined) return failed('unavailable');
  const retryAfterSeconds = retryAfter(error.headers);
  if (error.status === 429 && error.code !== 'insufficient_quota') return failed('rate-limited', retryAfterSeconds);
  if (error.status >= 500 || error.status === 408 || error.status === 409) {
    return failed('unavailable', retryAfterSeconds);
  }
  return {
    kind: 'failed',
    reason: 'rejected',
    complaint: `${error.param ?? ''} ${error.message}`,
    status: error.status,
    code: error.code ?? null,
  };
}

function failed(reason: 'timeout' | 'unavailable' | 'rate-limited', retryAfterSeconds: number | null = null): Outcome {
  return { kind: 'failed', reason, retryAfterSeconds };
}

/** Seconds or an HTTP date. @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfter(headers: Headers | undefined): number | null {
  const text = headers?.get('retry-after');
  if (!text) return null;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}

/** What the server counted; where it counts nothing, a guess. */
function tokensOf({ usage, text }: Seen, request: ChatRequest): Tokens {
  if (usage !== null && usage.prompt_tokens > 0) {
    return {
      input: usage.prompt_tokens,
      cached: usage.prompt_tokens_details?.cached_tokens ?? 0,
      output: usage.completion_tokens ?? 0,
    };
  }
  if (text === '') return { input: 0, cached: 0, output: 0 };
  return { input: estimatePrompt(request.messages), cached: 0, output: estimateTokens(text) };
}

export function estimatePrompt(messages: Message[]): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content) + 4, 0);
}
