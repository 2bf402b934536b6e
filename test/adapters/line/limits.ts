/** What LINE would refuse of a request: its OpenAPI where the folder is there, and the sizes that it does not hold. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

// biome-ignore lint/suspicious/noExplicitAny: what was sent is looked at from outside, key by key
export type Json = Record<string, any>;

const folder = new URL('../../../../shared/specs/', import.meta.url);
export const hasSpecs = existsSync(folder);
/** For the name of a test that waits for it. */
export const needsSpecs = hasSpecs ? '' : ' (waits for ../shared/specs)';

type Check = (schema: string, value: unknown) => string[];

/** @returns null where the description is not there. */
function described(file: string): Check | null {
  if (!hasSpecs) return null;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(JSON.parse(readFileSync(new URL(file, folder), 'utf8')), 'line');
  return (schema, value) => {
    const validate = ajv.getSchema(`line#/components/schemas/${schema}`);
    if (validate === undefined) throw new Error(`${file} has no ${schema}`);
    return validate(value)
      ? []
      : (validate.errors ?? []).slice(0, 3).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

export const ofApi = described('line-messaging-api.json');
export const ofWebhook = described('line-webhook.json');

/** @returns in words, as `messages[0].…: what is wrong`. */
export function messageProblems(messages: Json[]): string[] {
  const problems = messages.flatMap((message, index) => each(message).map((problem) => `messages[${index}]${problem}`));
  if (messages.length < 1 || messages.length > 5) problems.push(`messages: ${messages.length}`);
  return problems;
}

function each(message: Json): string[] {
  const problems = [...sized(message.quickReply?.items, 13, '.quickReply.items'), ...walk(message, '')];
  if (message.type === 'text') problems.push(...long(message.text, 5_000, '.text'));
  if (message.type === 'flex') problems.push(...long(message.altText, 400, '.altText'), ...container(message.contents));
  if (message.quoteToken !== undefined && message.type !== 'text') problems.push('.quoteToken: only text can quote');
  for (const [index, item] of (message.quickReply?.items ?? []).entries())
    problems.push(...long(item.action.label, 20, `.quickReply.items[${index}].action.label`));
  return problems;
}

function container(contents: Json): string[] {
  const bubbles = contents.type === 'carousel' ? contents.contents : [contents];
  const problems = bubbles.flatMap((bubble: Json) =>
    size(bubble) > 30_000 ? [`.contents: a bubble of ${size(bubble)} bytes`] : [],
  );
  if (contents.type !== 'carousel') return problems;
  const widths = new Set(bubbles.map((bubble: Json) => bubble.size));
  if (widths.size > 1) problems.push('.contents: cards of several widths');
  if (size(contents) > 50_000) problems.push(`.contents: ${size(contents)} bytes`);
  return [...problems, ...sized(bubbles, 12, '.contents.contents')];
}

/** Rules that hold wherever a piece stands. */
function walk(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const piece = value as Json;
  const problems = Object.entries(piece).flatMap(([key, inner]) => walk(inner, `${path}.${key}`));
  if ((piece.type === 'text' || piece.type === 'span') && piece.contents === undefined)
    problems.push(...long(piece.text, 5_000, `${path}.text`));
  if (piece.type === 'postback')
    problems.push(
      ...long(piece.data, 300, `${path}.data`),
      ...long(piece.displayText ?? '–', 300, `${path}.displayText`),
    );
  if (piece.type === 'uri') problems.push(...address(piece.uri, path));
  if (piece.type === 'image')
    problems.push(...(/^https:\/\//.test(piece.url) && piece.url.length <= 2_000 ? [] : [`${path}.url`]));
  if (typeof piece.text === 'string' && /[\ud800-\udbff](?![\udc00-\udfff])/.test(piece.text))
    problems.push(`${path}.text: half a character`);
  return problems;
}

function address(uri: unknown, path: string): string[] {
  return typeof uri === 'string' && /^https?:\/\/\S+$/.test(uri) && uri.length <= 1_000 ? [] : [`${path}.uri`];
}

function long(text: unknown, max: number, path: string): string[] {
  return typeof text === 'string' && text.length >= 1 && text.length <= max
    ? []
    : [`${path}: ${typeof text === 'string' ? text.length : 'none'}`];
}

function sized(items: unknown[] | undefined, max: number, path: string): string[] {
  return items === undefined || (items.length >= 1 && items.length <= max) ? [] : [`${path}: ${items.length}`];
}

function size(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** Every word that is drawn. */
export function visibleText(value: unknown): string {
  if (Array.isArray(value)) return value.map(visibleText).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const { text, ...rest } = value as Json;
  return [
    typeof text === 'string' ? text : '',
    ...['header', 'hero', 'body', 'contents', 'footer'].map((key) => visibleText(rest[key])),
  ]
    .filter(Boolean)
    .join('\n');
}

/** What a tap would open, or LINE would make a link of by itself: in text messages whatever looks like an address. */
export function liveParts(message: Json): string[] {
  if (message.type === 'text')
    return [...String(message.text).matchAll(/https?:\/\/\S+|(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?|javascript:\S+/gi)].map(
      ([found]) => found,
    );
  return uris(message.contents);
}

function uris(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(uris);
  if (typeof value !== 'object' || value === null) return [];
  const piece = value as Json;
  return [...(piece.type === 'uri' ? [piece.uri] : []), ...Object.values(piece).flatMap(uris)];
}
