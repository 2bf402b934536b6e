/**
 * Block Kit, as little of it as we need. Foreign words go into `rich_text` and `plain_text` only: Slack takes both
 * literally, so no mention, link or emphasis of a feed's can come alive in them.
 *
 * @see https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
import type { types } from '@slack/bolt';
import { type Action, encodeAction } from '../../src/action.ts';
import { line, plain } from '../../src/text/clean.ts';
import { webAddress } from './text.ts';

export type Block = types.KnownBlock;
export type Run = types.RichTextSection['elements'][number];
type ActionElement = types.ActionsBlock['elements'][number];

/** What one `chat.postMessage` says; `text` is for notifications and screen readers, already escaped. */
export interface SlackMessage {
  text: string;
  blocks: Block[];
}

/** @see https://docs.slack.dev/reference/block-kit/blocks: 50 blocks a message. */
export const maxBlocks = 50;
/**
 * Of the blocks' JSON. Slack refuses messages somewhere between 11,300 characters of text in rich text and 13,300 of
 * bare Markdown (`msg_blocks_too_long`), and documents neither: https://github.com/slackapi/bolt-js/issues/2867
 */
export const maxJson = 12_000;

/** A step below what Slack refuses. */
export function fits(blocks: Block[]): boolean {
  return blocks.length <= maxBlocks && JSON.stringify(blocks).length <= maxJson;
}

/** Header text may have 150 characters. */
export function header(text: string): Block {
  return { type: 'header', text: plainText(text, 150) };
}

export const divider: Block = { type: 'divider' };

/** Small print. */
export function context(text: string): Block {
  return { type: 'context', elements: [plainText(text, 2_000)] };
}

/** Small print with links: `text` is mrkdwn, escaped by its maker. */
export function linkedContext(text: string): Block {
  return { type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] };
}

export function richText(...elements: types.RichTextBlock['elements']): Block {
  return { type: 'rich_text', elements };
}

export function section(runs: Run[]): types.RichTextSection {
  return { type: 'rich_text_section', elements: runs };
}

/** Of an empty text nothing: Slack refuses empty runs. */
export function run(text: string, style?: { bold?: boolean; italic?: boolean; code?: boolean }): Run[] {
  return text === '' ? [] : [{ type: 'text', text, ...(style && { style }) }];
}

/** The words alone where the address is none that Slack takes. */
export function linkRun(url: string | null, text: string, style?: { bold?: boolean }): Run[] {
  const address = webAddress(url);
  if (address === null) return run(text, style);
  return [{ type: 'link', url: address, text: text === '' ? line(address, 80) : text, ...(style && { style }) }];
}

export function actions(elements: ActionElement[]): Block {
  return { type: 'actions', elements };
}

/** Button text may have 75 characters. `index` keeps action ids apart within a block. */
export function pressButton(label: string, press: Action, index: number, style?: 'primary' | 'danger'): ActionElement {
  const shared = { type: 'button' as const, text: plainText(label, 75), action_id: `press:${index}` };
  return { ...shared, value: encodeAction(press), ...(style && { style }) };
}

/** What one needs less often, behind three dots. */
export function overflow(options: { label: string; press: Action }[]): ActionElement {
  return {
    type: 'overflow',
    action_id: 'press:more',
    options: options.map(({ label, press }) => ({ text: plainText(label, 75), value: encodeAction(press) })),
  };
}

/** @returns null for an address that Slack would refuse. */
export function linkButton(label: string, url: string, index: number): ActionElement | null {
  const address = webAddress(url);
  if (address === null) return null;
  return { type: 'button', text: plainText(label, 75), action_id: `open:${index}`, url: address };
}

/** @param text cut to `max`; never empty, which Slack refuses. */
export function plainText(text: string, max: number): types.PlainTextElement {
  return { type: 'plain_text', text: plain(text, max) || '–', emoji: false };
}
