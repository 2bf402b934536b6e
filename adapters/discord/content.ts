/** Neutral content as a Discord message. Where it is longer than Discord takes, its end is left off and `…` says so. */
import { type APIFileComponent, ComponentType, type RawFile } from 'discord.js';
import { type Block, type Content, plainSpans, type Span } from '../../src/content.ts';
import { line, plain } from '../../src/text/clean.ts';
import { buttonRows, type DiscordMessage, message, text } from './components.ts';
import { escapeMarkdown, maskedLink, webAddress } from './text.ts';

/** Of the 4,000 that a message's texts may have, some stay free for what stands above and below. */
const maxText = 3_600;
/** No block of ours is longer, and nobody reads more in a chat. */
const maxBlock = 1_500;

/** @param above what is said before the content: who asked what. Markdown. */
export function contentMessage(content: Content, above: string[] = []): DiscordMessage {
  const drawn = [...above, ...content.blocks.map(drawBlock)].filter((block) => block !== '');
  return message([text(joined(drawn) || '…'), ...attached(content), ...buttonRows(content.buttons)]);
}

/** Where its file stands in the message. */
export function attached(content: Content): APIFileComponent[] {
  if (content.attachment === null) return [];
  return [{ type: ComponentType.File, file: { url: `attachment://${fileName(content)}` } }];
}

/** The files that go with it. */
export function filesOf(content: Content): RawFile[] {
  if (content.attachment === null) return [];
  return [
    { name: fileName(content), data: Buffer.from(content.attachment.text), contentType: content.attachment.mimeType },
  ];
}

function fileName({ attachment }: Content): string {
  return attachment?.name.replace(/[^\w.-]/g, '_') ?? '';
}

function joined(blocks: string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const block of blocks) {
    length += block.length + 1;
    if (length > maxText) return [...kept, '…'].join('\n');
    kept.push(block);
  }
  return kept.join('\n');
}

/** @returns markdown, of at most `maxText` characters. */
export function drawBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${escapeMarkdown(line(block.text, 250)) || '…'}`;
    case 'paragraph':
      return drawSpans(block.spans, maxBlock);
    case 'list':
      return drawList(block);
    case 'quote':
      return drawQuote(block);
    case 'gauge':
      return drawGauge(block);
    case 'note':
      return `-# ${drawSpans(block.spans, 500).replace(/\n+/g, ' ')}`;
  }
}

/** Each span is cut by itself, so that no markup of ours is cut in half. */
function drawSpans(spans: Span[], max: number): string {
  let left = max;
  return spans
    .map((span) => {
      const room = left;
      left -= plainSpans([span]).length;
      return room <= 0 ? '' : drawSpan(span, room);
    })
    .join('');
}

function drawSpan(span: Span, max: number): string {
  if (typeof span === 'string') return drawWords(span, max);
  if ('url' in span) return drawLink(span.url, line(span.text, 300));
  if (span.style === 'code') return code(span.text);
  const mark = { strong: '**', quiet: '*' }[span.style];
  return aroundWords(span.text, max, (inner) => `${mark}${escapeMarkdown(inner)}${mark}`);
}

/** Our sentences put words to type in backticks. In a feed's words they would do no harm. */
function drawWords(words: string, max: number): string {
  return words
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/, '')
    .split(/`([^`\n]{1,100})`/)
    .map((piece, index) => (index % 2 === 1 ? code(piece) : aroundWords(piece, max, escapeMarkdown)))
    .join('')
    .concat(words.length > max ? '…' : '');
}

function code(words: string): string {
  const inner = line(words, 200).replaceAll('`', "'");
  return inner === '' ? '' : `\`${inner}\``;
}

/** Spaces at a span's edge part it from its neighbours, so they stay, outside of its marks. */
function aroundWords(words: string, max: number, draw: (inner: string) => string): string {
  const [, before = '', after = ''] = /^(\s?).*?(\s?)$/s.exec(words) ?? [];
  const inner = plain(words, max);
  return inner === '' ? before : `${before}${draw(inner)}${after}`;
}

function drawLink(url: string, label: string): string {
  const address = webAddress(url, 1_000);
  return address === null ? escapeMarkdown(label) : maskedLink(address, label || new URL(address).hostname);
}

function drawList({ items, numbered }: Extract<Block, { kind: 'list' }>): string {
  const lines: string[] = [];
  let length = 0;
  for (const [index, item] of items.entries()) {
    const drawn = `${numbered ? `${index + 1}.` : '-'} ${drawSpans(item, 500).replace(/\n+/g, ' ') || '–'}`;
    length += drawn.length + 1;
    if (length > maxText - 100) return [...lines, '- …'].join('\n');
    lines.push(drawn);
  }
  return lines.join('\n');
}

function drawQuote({ text: words, source, url }: Extract<Block, { kind: 'quote' }>): string {
  const quoted = escapeMarkdown(plain(words, 1_000)).replace(/\n+/g, '\n> ');
  return `> ${quoted}\n-# ${drawLink(url, line(source, 100))}`;
}

function drawGauge({ poles, scores, verdict, reason }: Extract<Block, { kind: 'gauge' }>): string {
  const meters = poles.map((pole, index) => `${escapeMarkdown(line(pole, 60))} ${meter(scores[index] ?? 0)}`);
  return `${meters.join(' · ')}\n**${escapeMarkdown(line(verdict, 200))}** ${escapeMarkdown(line(reason, 600))}`;
}

/** `●●●●○ 4`: the number is for those who do not see the dots. */
function meter(score: number): string {
  const full = Math.max(0, Math.min(5, Math.round(score)));
  return `${'●'.repeat(full)}${'○'.repeat(5 - full)} ${full}`;
}
