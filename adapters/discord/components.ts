/** Discord's message components, as few of them as we need, and their limits. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { type Action, decodeAction, encodeAction, maxActionBytes, shortId } from '../../src/action.ts';
import type { Button } from '../../src/content.ts';
import type { PartId, StoryId } from '../../src/model.ts';
import { line } from '../../src/text/clean.ts';
import { webAddress } from './text.ts';

/** The body of a request that posts: components, or embeds with rows under them. */
export interface DiscordMessage {
  flags?: number;
  embeds?: APIEmbed[];
  components: APIMessageTopLevelComponent[];
}

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** @see https://docs.discord.com/developers/components/reference */
export const limits = { components: 40, text: 4_000, label: 80, customId: 100, options: 25, option: 100, url: 512 };

/** One message of components. It can hold no `content` and no embeds. */
export function message(components: APIMessageTopLevelComponent[]): DiscordMessage {
  return { flags: MessageFlags.IsComponentsV2, components };
}

export function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

export function container(color: number, components: APIComponentInContainer[]): APIMessageTopLevelComponent {
  return { type: ComponentType.Container, accent_color: color, components };
}

export function section(content: string, accessory: APISectionComponent['accessory']): APISectionComponent {
  return { type: ComponentType.Section, components: [text(content)], accessory };
}

export function thumbnail(url: string): APISectionComponent['accessory'] {
  return { type: ComponentType.Thumbnail, media: { url } };
}

export function row(...components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}

export function pressButton(label: string, press: Action, style: Button['style'] = 'plain'): APIButtonComponent {
  const styles = { plain: ButtonStyle.Secondary, primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;
  return {
    type: ComponentType.Button,
    style: styles[style],
    label: line(label, limits.label) || '…',
    custom_id: encodeAction(press),
  };
}

/** @returns null for an address that Discord's buttons have no room for. */
export function linkButton(label: string, url: string | null): APIButtonComponent | null {
  const address = webAddress(url, limits.url);
  if (address === null) return null;
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: line(label, limits.label) || '…', url: address };
}

export function select(
  id: string,
  placeholder: string,
  options: { label: string; value: string; default?: boolean }[],
  rest: Partial<APIStringSelectComponent> = {},
): Row {
  const shown = options.slice(0, limits.options);
  return row({
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: line(placeholder, 150),
    options: shown.map((option) => ({ ...option, label: line(option.label, limits.option) || '…' })),
    ...rest,
  });
}

/** Five buttons a row; a button that says the same as an earlier one is left out, since Discord refuses the second. */
export function buttonRows(buttons: Button[]): Row[] {
  const drawn = buttons.flatMap((button) => draw(button) ?? []);
  const fresh = drawn.filter((one, index) => drawn.findIndex((other) => idOf(other) === idOf(one)) === index);
  return Array.from({ length: Math.ceil(Math.min(fresh.length, 25) / 5) }, (_, index) =>
    row(...fresh.slice(index * 5, index * 5 + 5)),
  );
}

function draw({ label, press, style }: Button): APIButtonComponent | null {
  return 'url' in press ? linkButton(label, press.url) : pressButton(label, press, style);
}

function idOf(button: APIButtonComponent): string {
  return 'custom_id' in button ? button.custom_id : JSON.stringify(button);
}

/**
 * The part's id behind every button's action that has room for it, and 31 bits of it as the id of the first
 * component: `find` looks for both.
 */
export function stamp<M extends DiscordMessage>(given: M, part: PartId): M {
  const stamped = structuredClone(given);
  for (const each of allComponents(stamped.components)) {
    if (!('custom_id' in each) || typeof each.custom_id !== 'string') continue;
    const marked = `${each.custom_id}${mark(part)}`;
    if (Buffer.byteLength(marked) <= maxActionBytes) each.custom_id = marked;
  }
  const [first] = stamped.components;
  if (first !== undefined) first.id = shortMark(part);
  return stamped;
}

export function isStamped(components: APIMessageTopLevelComponent[], part: PartId): boolean {
  return (
    components[0]?.id === shortMark(part) ||
    allComponents(components).some((each) => 'custom_id' in each && each.custom_id?.endsWith(mark(part)))
  );
}

/** @returns the action of a button or a choice, without our mark; null for what carries none. */
export function readAction(id: string): Action | null {
  return decodeAction(id.replace(/~[\w-]{22}$/, ''));
}

/** The one story that a message of ours tells, as its buttons and choices name it; null where they name several. */
export function onlyStory(components: APIMessageTopLevelComponent[]): StoryId | null {
  const named = allComponents(components).flatMap(({ custom_id = '', options = [] }) =>
    [custom_id, ...options.map(({ value }) => value)].flatMap((id) => readAction(id)?.story ?? []),
  );
  return new Set(named).size === 1 ? (named[0] as StoryId) : null;
}

function mark(part: PartId): string {
  return `~${shortId(part)}`;
}

function shortMark(part: PartId): number {
  return Number.parseInt(part.slice(0, 8), 16) & 0x7fffffff || 1;
}

type AnyComponent = { custom_id?: string; content?: string; id?: number; options?: { value: string }[] };

function allComponents(components: readonly object[]): AnyComponent[] {
  return components.flatMap((each) => {
    const { components: inner = [], accessory } = each as { components?: object[]; accessory?: object };
    return [each as AnyComponent, ...allComponents(inner), ...(accessory ? allComponents([accessory]) : [])];
  });
}

/** Within Discord's count of components and of characters. */
export function fits({ components }: DiscordMessage): boolean {
  const all = allComponents(components);
  const length = all.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  return all.length <= limits.components && length <= limits.text;
}
