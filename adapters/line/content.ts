/**
 * Neutral content as LINE's messages. What is plain talk is a text message, which can quote the question; what has
 * headings, links, lists, quotes or meters is drawn in Flex. What LINE has no room for is left off, and `…` says so.
 */
import type { messagingApi } from '@line/bot-sdk';
import { type Block, type Button, type Content, paragraph, plainText } from '../../src/content.ts';
import type { Language } from '../../src/model.ts';
import { plain } from '../../src/text/clean.ts';
import { wordsFor } from '../../src/words/words.ts';
import { drawBlock, drawButtons } from './blocks.ts';
import { box, bytes, flexMessage, limits, type Message, type Piece, text } from './flex.ts';
import { guideReplies, quickReplies } from './guide.ts';
import { defuse, readable, webAddress } from './text.ts';
import { lineWords } from './words.ts';

export interface Manner {
  language: Language;
  /** Of the question; only a text message can quote. */
  quoteToken: string | null;
  /** Offer the next step of the set-up, where the content offers nothing itself. */
  guide: boolean;
}

/** All that five text messages hold. */
const maxTalk = limits.text * limits.messages + 1;

/** @returns one to five messages. */
export function contentMessages(content: Content, manner: Manner): Message[] {
  const { blocks, buttons } = withAttachment(content, manner.language);
  const { items, rest } = quickReplies(buttons, manner.language);
  const { talk, drawn } = split(blocks);
  const spoken = talkMessages(talk, manner);
  const room = limits.messages - spoken.length;
  const shown: Message[] = [
    ...spoken,
    ...flexMessages(
      [...drawn.flatMap((block) => drawBlock(block, manner.language)), ...drawButtons(rest)],
      room,
      altTextOf(content, manner),
    ),
  ];
  // What nobody can see is still an answer: LINE takes no request without messages.
  const messages: Message[] = shown.length === 0 ? [{ type: 'text', text: '–' }] : shown;
  const last = messages.at(-1)!;
  const offered = items.length === 0 && manner.guide && rest.length === 0 ? guideReplies(manner.language) : items;
  if (offered.length > 0) last.quickReply = { items: offered };
  return messages;
}

/** LINE takes no files from us: a link brings them. */
function withAttachment(
  { blocks, buttons, attachment }: Content,
  language: Language,
): { blocks: Block[]; buttons: Button[] } {
  if (attachment === null) return { blocks, buttons };
  const words = lineWords(language);
  const { name, url } = attachment;
  if (webAddress(url) === null) return { blocks: [...blocks, paragraph(words.noFile(name))], buttons };
  const link: Button = { label: name, press: { url: url! }, style: 'primary' };
  return { blocks: [...blocks, paragraph(words.fileByLink(name))], buttons: [link, ...buttons] };
}

/** The words before anything that needs drawing; nothing of a document, which has a heading. */
function split(blocks: Block[]): { talk: Block[]; drawn: Block[] } {
  if (blocks.some(({ kind }) => kind === 'heading')) return { talk: [], drawn: blocks };
  const first = blocks.findIndex((block) => !isTalk(block));
  if (first === -1) return { talk: blocks, drawn: [] };
  return { talk: blocks.slice(0, first), drawn: blocks.slice(first) };
}

function isTalk(block: Block): boolean {
  return (
    (block.kind === 'paragraph' || block.kind === 'note') &&
    block.spans.every((span) => typeof span === 'string' || !('url' in span))
  );
}

function talkMessages(talk: Block[], { language, quoteToken }: Manner): messagingApi.TextMessage[] {
  const words = defuse(readable(plainText({ blocks: talk }), language, maxTalk)).trim();
  if (words === '') return [];
  return pages(words, language).map((text, index) => ({
    type: 'text',
    text,
    ...(index === 0 && quoteToken !== null && { quoteToken }),
  }));
}

/** Cut at a line or a sentence where there is one near, at most five pages of 5,000 UTF-16 units. */
function pages(words: string, language: Language): string[] {
  const all: string[] = [];
  let left = words;
  while (left.length > limits.text && all.length < limits.messages - 1) {
    const end = breakBefore(left, limits.text);
    all.push(left.slice(0, end).trimEnd());
    left = left.slice(end).trimStart();
  }
  const last = `\n${wordsFor(language).answer.truncated}`;
  return [...all, left.length <= limits.text ? left : `${plain(left, limits.text - last.length)}${last}`];
}

function breakBefore(text: string, max: number): number {
  const near = text.slice(max - 500, max);
  const at = Math.max(near.lastIndexOf('\n'), near.lastIndexOf('。'), near.lastIndexOf('. '));
  if (at !== -1) return max - 500 + at + 1;
  return new Intl.Segmenter().segment(text.slice(0, max + 64)).containing(max)?.index ?? max;
}

function altTextOf(content: Content, { language }: Manner): string {
  return readable(plainText(content), language, limits.altText * 2);
}

/** As many bubbles as it takes and there is room for, each within its 30 KB. */
function flexMessages(pieces: Piece[], room: number, altText: string): Message[] {
  const bubbles: Piece[][] = [];
  for (const piece of pieces) {
    const open = bubbles.at(-1);
    if (open !== undefined && bytes(open) + bytes(piece) < limits.bubbleBytes - 1_000) open.push(piece);
    else bubbles.push([piece]);
  }
  const kept = bubbles.slice(0, Math.max(0, room));
  if (kept.length < bubbles.length) kept.at(-1)?.push(text('…'));
  return kept.map((contents) =>
    flexMessage(altText, {
      type: 'bubble',
      size: 'giga',
      body: box('vertical', contents, { spacing: 'md', paddingAll: '18px' }),
    }),
  );
}
