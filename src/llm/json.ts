/** From a model's words to a value that the schema allows. */
import { z } from 'zod';
import { behindThought } from './thought.ts';

/** Strict JSON Schema: every key required, no others. */
export function strictSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: string };

/** Forgives what models put around JSON: a fence, words before and after, a thought before it. The last one counts. */
export function parseReply<T>(text: string, schema: z.ZodType<T>): Parsed<T> {
  const behind = behindThought(text);
  const values = [...objectsIn(behind), ...(behind === text ? [] : objectsIn(text))];
  const results = values.map((value) => schema.safeParse(value));
  const fitting = results.find(({ success }) => success);
  if (fitting?.success) return { ok: true, value: fitting.data };
  const [unfit] = results;
  return { ok: false, problems: unfit?.error ? z.prettifyError(unfit.error) : 'It is not JSON.' };
}

/** Braces that are tried as the beginning of an object. */
const mostTries = 50;

/** Whole JSON objects that are not inside another, last first. */
function objectsIn(text: string): unknown[] {
  const found: unknown[] = [];
  let at = text.indexOf('{');
  for (let tries = 0; at >= 0 && tries < mostTries; tries++) {
    const end = endOfObject(text, at);
    const value = end < 0 ? undefined : parsed(text.slice(at, end));
    if (value !== undefined) found.unshift(value);
    at = text.indexOf('{', value === undefined ? at + 1 : end);
  }
  return found;
}

/** Behind the brace that closes the one at `start`; -1 where none does. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === '\\') at++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return at + 1;
  }
  return -1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
