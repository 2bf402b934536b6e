/** From a model's words to a value that the schema allows. */
import { z } from 'zod';

/** Strict JSON Schema: every key required, no others. */
export function strictSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: string };

/** Forgives what models put around JSON: a fence, words before and after, a thought before it. */
export function parseReply<T>(text: string, schema: z.ZodType<T>): Parsed<T> {
  const value = jsonIn(text);
  if (value === undefined) return { ok: false, problems: 'It is not JSON.' };
  const result = schema.safeParse(value);
  return result.success ? { ok: true, value: result.data } : { ok: false, problems: z.prettifyError(result.error) };
}

function jsonIn(text: string): unknown {
  const bare = text.replace(/^[\s\S]*<\/think>/, '');
  const start = bare.indexOf('{');
  const end = bare.lastIndexOf('}');
  if (start < 0 || end < start) return undefined;
  try {
    return JSON.parse(bare.slice(start, end + 1));
  } catch {
    return undefined;
  }
}
