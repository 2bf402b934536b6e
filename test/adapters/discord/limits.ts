/** What Discord would refuse, beyond what its OpenAPI description holds; and what would come alive in a message. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Json } from './counterpart.ts';

const specUrl = new URL('../../../../shared/specs/discord-openapi.json', import.meta.url);
export const hasSpec = existsSync(specUrl);
/** For the names of tests that wait for it. */
export const needsSpec = hasSpec ? '' : ' (waits for ../shared/specs/discord-openapi.json)';

let ajv: Ajv2020 | null = null;
const validators = new Map<string, ValidateFunction>();

/** @param schema a name under `components.schemas`. @returns what Discord's own description says against it. */
export function specProblems(schema: string, body: Json): string[] {
  if (!hasSpec) return [];
  ajv ??= new Ajv2020({ strict: false, validateFormats: false }).addSchema(
    JSON.parse(readFileSync(specUrl, 'utf8')),
    'discord',
  );
  const validate = validators.get(schema) ?? ajv.compile({ $ref: `discord#/components/schemas/${schema}` });
  validators.set(schema, validate);
  return validate(body)
    ? []
    : (validate.errors ?? []).slice(0, 5).map((error) => `${error.instancePath} ${error.message}`);
}

const componentsV2 = 1 << 15;

/** @see https://docs.discord.com/developers/resources/message */
export function messageProblems(body: Json): string[] {
  const v2 = ((body.flags ?? 0) & componentsV2) !== 0;
  const components = body.components ?? [];
  return [
    ...(v2 ? v2Problems(body) : embedProblems(body)),
    ...components.flatMap((each: Json) => componentProblems(each, v2)),
    ...duplicates(
      all(components).flatMap((each) => each.custom_id ?? []),
      'custom_id',
    ),
    ...duplicates(
      all(components).flatMap((each) => each.id ?? []),
      'component id',
    ),
    ...(body.allowed_mentions?.parse?.length === 0 ? [] : ['allowed_mentions not empty']),
  ];
}

function v2Problems(body: Json): string[] {
  const inside = all(body.components ?? []);
  const text = inside.reduce((sum, { content = '' }) => sum + content.length, 0);
  return [
    ...(body.content || body.embeds?.length ? ['content or embeds beside components'] : []),
    ...(inside.length === 0 ? ['empty'] : []),
    ...(inside.length > 40 ? [`${inside.length} components`] : []),
    ...(text > 4_000 ? [`${text} characters`] : []),
  ];
}

function embedProblems({ embeds = [], content, components = [] }: Json): string[] {
  const length = embeds.reduce(
    (sum: number, { title = '', description = '' }: Json) => sum + title.length + description.length,
    0,
  );
  return [
    ...(embeds.length === 0 && !content ? ['empty'] : []),
    ...(embeds.length > 10 ? ['over 10 embeds'] : []),
    ...(components.length > 5 ? ['over 5 rows'] : []),
    ...(length > 6_000 ? [`${length} characters in embeds`] : []),
    ...embeds.flatMap(({ title = '', description = '', url, thumbnail }: Json) => [
      ...(title.length > 256 || !title.isWellFormed() ? ['title'] : []),
      ...(description.length > 4_096 ? ['description'] : []),
      ...(title + description === '' ? ['empty embed'] : []),
      ...addressProblems(url),
      ...addressProblems(thumbnail?.url),
    ]),
  ];
}

function addressProblems(url: unknown): string[] {
  if (url === undefined) return [];
  return typeof url === 'string' && /^https?:\/\//.test(url) && URL.canParse(url) && url.length <= 2_048
    ? []
    : [`address ${url}`];
}

function componentProblems(component: Json, v2: boolean): string[] {
  const inner = [...(component.components ?? []), ...(component.accessory ? [component.accessory] : [])];
  return [...ownProblems(component, v2), ...inner.flatMap((each: Json) => componentProblems(each, v2))];
}

function ownProblems(component: Json, v2: boolean): string[] {
  switch (component.type) {
    case 1:
      return count(component.components, 5, 'row');
    case 2:
      return buttonProblems(component);
    case 3:
      return selectProblems(component);
    case 9:
      return v2 ? count(component.components, 3, 'section') : ['section without the flag'];
    case 10:
      return v2 ? size(component.content, 4_000, 'text') : ['text without the flag'];
    case 11:
      return addressProblems(component.media.url);
    case 13:
      return /^attachment:\/\/[\w.-]+$/.test(component.file.url) ? [] : ['file'];
    case 17:
      return count(component.components, 40, 'container');
    default:
      return [`unknown component ${component.type}`];
  }
}

function buttonProblems({ style, custom_id, url, label }: Json): string[] {
  const named = size(label, 80, 'label');
  if (style === 5) return [...named, ...addressProblems(url), ...((url ?? '').length > 512 ? ['button address'] : [])];
  return [...named, ...size(custom_id, 100, 'custom_id')];
}

function selectProblems({ custom_id, options, placeholder, min_values = 1, max_values = 1 }: Json): string[] {
  return [
    ...size(custom_id, 100, 'custom_id'),
    ...count(options, 25, 'options'),
    ...((placeholder ?? '').length > 150 ? ['placeholder'] : []),
    ...(max_values > options.length || min_values > max_values ? ['select range'] : []),
    ...(options.filter((each: Json) => each.default).length > max_values ? ['too many defaults'] : []),
    ...duplicates(
      options.map(({ value }: Json) => value),
      'option',
    ),
    ...options.flatMap(({ label, value }: Json) => [
      ...size(label, 100, 'option label'),
      ...size(value, 100, 'option value'),
    ]),
  ];
}

function size(value: unknown, max: number, what: string): string[] {
  const fits = typeof value === 'string' && value.length > 0 && value.length <= max && value.isWellFormed();
  return fits ? [] : [`${what}: ${String(value).slice(0, 40)}`];
}

function count(list: unknown[], max: number, what: string): string[] {
  return Array.isArray(list) && list.length > 0 && list.length <= max ? [] : [`${what} holds ${list?.length}`];
}

function duplicates(ids: unknown[], what: string): string[] {
  return new Set(ids).size === ids.length ? [] : [`${what} twice`];
}

export function all(components: Json[]): Json[] {
  return components.flatMap((each) => [
    each,
    ...all(each.components ?? []),
    ...(each.accessory ? [each.accessory] : []),
  ]);
}

function markdownOf({ components = [], embeds = [], content = '' }: Json): string[] {
  const ofEmbeds = embeds.flatMap(({ title = '', description = '' }: Json) => [title, description]);
  return [content, ...ofEmbeds, ...all(components).flatMap((each) => each.content ?? [])];
}

/** Every visible word. */
export function visibleText(message: Json): string {
  const labels = all(message.components ?? []).flatMap(({ label, options = [] }) =>
    [label ?? [], ...options.map((each: Json) => each.label)].flat(),
  );
  return [...markdownOf(message).map(unmark), ...labels].filter(Boolean).join('\n');
}

/** Discord's markdown as it is read: escapes resolved, links by their labels. */
export function unmark(markdown: string): string {
  const kept: string[] = [];
  const dead = markdown.replace(/\\([^0-9A-Za-z\s])/g, (_, sign: string) => `\u0000${kept.push(sign) - 1}\u0001`);
  return dead
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^(?:#{1,3}|-#|>|-) /gm, '')
    .replace(/\*\*?|`/g, '')
    .replace(/\u0000(\d+)\u0001/g, (_, index: string) => kept[Number(index)]!);
}

/** What comes alive: addresses that a tap opens, whom it would notify, markup that hides. Our timestamps are dead. */
export function liveParts(message: Json): string[] {
  const buttons = all(message.components ?? []).flatMap(({ url }) => url ?? []);
  const titles = (message.embeds ?? []).flatMap(({ url }: Json) => url ?? []);
  return [...buttons, ...titles, ...markdownOf(message).flatMap(liveMarkdown)];
}

export function liveMarkdown(markdown: string): string[] {
  const dead = markdown
    .replace(/\\[^0-9A-Za-z\s]/g, '\u0000')
    .replace(/`[^`\n]+`/g, '')
    .replace(/<t:\d+:R>/g, '');
  const masked = [...dead.matchAll(/\[[^\]]*\]\(<?([^)\s>]+)>?\)/g)].map((match) => match[1]!);
  const rest = dead.replace(/\[[^\]]*\]\([^)]*\)/g, ' ');
  const signs = [
    /https?:\/\/[^\s<]+/g,
    /<(?:@[!&]?|#|a?:|\/|id:|https?:|t:)[^>\s]*>/g,
    /@(?:everyone|here)/gi,
    /\|\|/g,
    /```/g,
    /discord(?:app)?\.(?:gg|com\/invite)\/\S+/gi,
  ];
  return [...masked, ...signs.flatMap((sign) => rest.match(sign) ?? [])];
}
