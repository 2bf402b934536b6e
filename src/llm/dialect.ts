/**
 * What one model on one server understands of a request. Servers that call themselves compatible differ; what one
 * refuses is left out of its requests from then on.
 */
import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';

export interface Dialect {
  format: 'schema' | 'object' | 'none';
  /**
   * What limits an answer, the first of these: older servers know only `max_tokens`, OpenAI's newer models only
   * `max_completion_tokens`.
   */
  lengthKeys: readonly ('max_tokens' | 'max_completion_tokens')[];
  temperature: boolean;
  /** Tells its token counts at the end of a stream. */
  streamUsage: boolean;
}

/** @param baseUrl null: OpenAI itself. */
export function firstDialect(baseUrl: string | null): Dialect {
  const own = baseUrl === null;
  return {
    format: 'schema',
    lengthKeys: own ? ['max_completion_tokens', 'max_tokens'] : ['max_tokens', 'max_completion_tokens'],
    // OpenAI's reasoning models refuse a temperature; local models invent less with a low one.
    temperature: !own,
    streamUsage: true,
  };
}

/** @returns the dialect without what this refusal complains of, or null when it complains of something else. */
export function withoutRefused(dialect: Dialect, complaint: string): Dialect | null {
  const [lengthKey, ...otherKeys] = dialect.lengthKeys;
  if (lengthKey !== undefined && new RegExp(`\\b${lengthKey}\\b`).test(complaint)) {
    return { ...dialect, lengthKeys: otherKeys };
  }
  if (/temperature/.test(complaint) && dialect.temperature) return { ...dialect, temperature: false };
  if (/stream_options|include_usage/.test(complaint) && dialect.streamUsage) return { ...dialect, streamUsage: false };
  if (/response_format|json_schema|json_object|grammar/.test(complaint) && dialect.format !== 'none') {
    return { ...dialect, format: dialect.format === 'schema' ? 'object' : 'none' };
  }
  return null;
}

type Options = Pick<
  ChatCompletionCreateParams,
  'response_format' | 'max_tokens' | 'max_completion_tokens' | 'temperature'
>;

export function optionsIn(
  dialect: Dialect,
  maxTokens: number,
  schema: { name: string; schema: Record<string, unknown> },
): Options {
  const [lengthKey] = dialect.lengthKeys;
  return {
    ...(lengthKey !== undefined && { [lengthKey]: maxTokens }),
    ...(dialect.temperature && { temperature: 0.2 }),
    ...(dialect.format === 'schema' && {
      response_format: { type: 'json_schema' as const, json_schema: { ...schema, strict: true } },
    }),
    ...(dialect.format === 'object' && { response_format: { type: 'json_object' as const } }),
  };
}
