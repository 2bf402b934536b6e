/** One request of Chat Completions. Whatever comes of it is a value. */
import type { OpenAI } from 'openai';
import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { CompletionUsage } from 'openai/resources/completions';
import { isFiltered, isTooLong } from './complaint.ts';
import { type Dialect, optionsIn } from './dialect.ts';
import { estimateTokens, type Tokens } from './prices.ts';
import { opensWithThought, withoutThought } from './thought.ts';

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

/** `thought`: the model was seen to think before it answered. */
export type ChatReply = { tokens: Tokens; thought: boolean } & (
  | { kind: 'text'; text: string }
  /** The answer hit `maxTokens`, or the connection closed before its end. */
  | { kind: 'cut'; text: string }
  | { kind: 'refused' }
  | { kind: 'failed'; reason: 'timeout' | 'unavailable' | 'rate-limited'; retryAfterSeconds: number | null }
  /** Only a shorter request can succeed. */
  | { kind: 'failed'; reason: 'too-long' }
  /** The server will never take this: wrong key, unknown model, quota spent. */
  | { kind: 'failed'; reason: 'rejected'; complaint: string; status: number; code: string | null }
);

export type Sdk = typeof import('openai');

/** More than any schema of ours needs; a server that never ends is cut off here. */
const maxLetters = 200_000;

/** @param onDelta text as it comes, thoughts left out; the request is streamed where it is given. */
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
  const seen: Seen = { text: '', finish: null, refusal: false, thought: false, usage: null };
  const ended = await (onDelta === undefined
    ? readWhole(seen, client.chat.completions.create({ ...body, stream: false }, { signal }))
    : readStream(seen, openStream(client, body, dialect, signal), onDelta)
  ).then(
    // The SDK ends an aborted stream as if it had come to its end.
    () => (signal.aborted && seen.finish === null ? failed('timeout') : outcome(seen)),
    (error: unknown) => failure(sdk, error, signal.aborted),
  );
  return { ...ended, tokens: tokensOf(seen, request, ended), thought: seen.thought || opensWithThought(seen.text) };
}

interface Seen {
  text: string;
  finish: string | null;
  refusal: boolean;
  /** The server told of a thought, apart from the text. */
  thought: boolean;
  usage: CompletionUsage | null;
}

/** A thought as some servers tell it beside the text. */
interface Aside {
  reasoning?: unknown;
  reasoning_content?: unknown;
}

async function readWhole(seen: Seen, asked: Promise<ChatCompletion>): Promise<void> {
  const completion = await asked;
  // A server that only calls itself compatible may leave any of this out.
  const choice = completion.choices?.[0];
  seen.text = choice?.message?.content ?? '';
  seen.finish = choice?.finish_reason ?? null;
  seen.refusal = typeof choice?.message?.refusal === 'string' && choice.message.refusal !== '';
  noteThought(seen, choice?.message as Aside | undefined);
  noteUsage(seen, completion.usage);
}

function openStream(
  client: OpenAI,
  body: { model: string; messages: Message[] },
  { streamUsage }: Dialect,
  signal: AbortSignal,
): Promise<AsyncIterable<ChatCompletionChunk>> {
  const options = streamUsage ? { stream_options: { include_usage: true } } : {};
  return client.chat.completions.create({ ...body, ...options, stream: true }, { signal });
}

async function readStream(
  seen: Seen,
  opening: Promise<AsyncIterable<ChatCompletionChunk>>,
  onDelta: (delta: string) => void,
): Promise<void> {
  const tell = withoutThought(onDelta);
  for await (const chunk of await opening) {
    noteUsage(seen, chunk.usage);
    const choice = chunk.choices?.[0];
    if (choice?.finish_reason) seen.finish = choice.finish_reason;
    if (choice?.delta?.refusal) seen.refusal = true;
    noteThought(seen, choice?.delta as Aside | undefined);
    const delta = choice?.delta?.content;
    if (!delta) continue;
    seen.text += delta;
    if (seen.text.length > maxLetters) return;
    tell(delta);
  }
}

function noteThought(seen: Seen, aside: Aside | undefined): void {
  if (aside?.reasoning || aside?.reasoning_content) seen.thought = true;
}

function noteUsage(seen: Seen, usage: CompletionUsage | null | undefined): void {
  if (!usage) return;
  seen.usage = usage;
  if ((usage.completion_tokens_details?.reasoning_tokens ?? 0) > 0) seen.thought = true;
}

type Outcome<T = ChatReply> = T extends unknown ? Omit<T, 'tokens' | 'thought'> : never;

function outcome(seen: Seen): Outcome {
  if (seen.refusal || seen.finish === 'content_filter') return { kind: 'refused' };
  if (seen.finish === 'length' || seen.finish === null) return { kind: 'cut', text: seen.text };
  return { kind: 'text', text: seen.text };
}

function failure(sdk: Sdk, error: unknown, timedOut: boolean): Outcome {
  if (timedOut || error instanceof sdk.APIConnectionTimeoutError) return failed('timeout');
  if (!(error instanceof sdk.APIError) || error.status === undefined) return failed('unavailable');
  const [status, code] = [error.status, error.code ?? null];
  const complaint = `${error.param ?? ''} ${error.message}`;
  if (isTooLong(status, code, complaint)) return { kind: 'failed', reason: 'too-long' };
  if (status === 400 && isFiltered(code, complaint)) return { kind: 'refused' };
  if (status === 429 && code !== 'insufficient_quota') return failed('rate-limited', retryAfter(error.headers));
  if (status >= 500 || status === 408 || status === 409) return failed('unavailable', retryAfter(error.headers));
  return { kind: 'failed', reason: 'rejected', complaint, status, code };
}

function failed(reason: 'timeout' | 'unavailable' | 'rate-limited', retryAfterSeconds: number | null = null): Outcome {
  return { kind: 'failed', reason, retryAfterSeconds };
}

/**
 * Seconds. The header holds seconds or an HTTP date; OpenAI adds one in milliseconds.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfter(headers: Headers | undefined): number | null {
  const exact = headers?.get('retry-after-ms');
  if (exact && number.test(exact)) return Number(exact) / 1000;
  const text = headers?.get('retry-after');
  if (!text) return null;
  const seconds = number.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}

const number = /^\d+(\.\d+)?$/;

/** What the server counted; where it counts nothing, a guess. A request that timed out was worked on. */
function tokensOf({ usage, text }: Seen, request: ChatRequest, ended: Outcome): Tokens {
  if (usage !== null && usage.prompt_tokens > 0) {
    return {
      input: usage.prompt_tokens,
      cached: usage.prompt_tokens_details?.cached_tokens ?? 0,
      output: usage.completion_tokens ?? 0,
    };
  }
  const worked = text !== '' || (ended.kind === 'failed' && ended.reason === 'timeout');
  return { input: worked ? estimatePrompt(request) : 0, cached: 0, output: estimateTokens(text) };
}

/** The schema counts as input too. */
export function estimatePrompt({ messages, schema }: Pick<ChatRequest, 'messages' | 'schema'>): number {
  const ofSchema = estimateTokens(JSON.stringify(schema));
  return messages.reduce((sum, { content }) => sum + estimateTokens(content) + 4, ofSchema);
}
