/** Neutral content as a Slack message. Where it is longer than Slack takes, its end is left off and `…` says so. */
import type { types } from '@slack/bolt';
import { encodeAction } from '../../src/action.ts';
import { type Button, type Content, type Block as ContentBlock, plainText as wordsOf } from '../../src/content.ts';
import { plain } from '../../src/text/clean.ts';
import {
  actions,
  type Block,
  context,
  fits,
  header,
  linkButton,
  linkedContext,
  linkRun,
  plainText,
  pressButton,
  type Run,
  richText,
  run,
  type SlackMessage,
  section,
} from './blocks.ts';
import { deadMrkdwn, escapeMrkdwn, mrkdwnLink, webAddress } from './text.ts';

type Span = Extract<ContentBlock, { kind: 'paragraph' }>['spans'][number];

/** No block of ours is longer: ten of them still fit, and nobody reads more in a chat. */
const maxText = 3_000;

/** @param first what stands before it. */
export function contentMessage(content: Content, first: Block[] = []): SlackMessage {
  const buttons = buttonBlocks(content.buttons);
  const blocks = [...first];
  for (const block of content.blocks) {
    const hasRoom = (drawn: Block) => fits([...blocks, drawn, context('…'), ...buttons]);
    const drawn = drawWithin(block, hasRoom);
    if (drawn !== null) blocks.push(drawn.block);
    if (drawn?.whole) continue;
    blocks.push(context('…'));
    break;
  }
  return { text: escapeMrkdwn(plain(wordsOf(content), maxText)) || '…', blocks: [...blocks, ...buttons] };
}

/** Of a list what there is room for; of anything else all of it or nothing. */
function drawWithin(block: ContentBlock, hasRoom: (drawn: Block) => boolean): { block: Block; whole: boolean } | null {
  const whole = drawBlock(block);
  if (hasRoom(whole)) return { block: whole, whole: true };
  if (block.kind !== 'list') return null;
  for (let count = block.items.length >> 1; count > 0; count >>= 1) {
    const some = drawBlock({ ...block, items: block.items.slice(0, count) });
    if (hasRoom(some)) return { block: some, whole: false };
  }
  return null;
}

/** Slack's own headings have at most 150 characters. */
const maxHeading = 150;

function drawBlock(block: ContentBlock): Block {
  switch (block.kind) {
    case 'heading':
      return block.text.length <= maxHeading
        ? header(block.text)
        : richText(section(run(plain(block.text, maxText), { bold: true })));
    case 'paragraph':
      return richText(section(notEmpty(block.spans.flatMap(drawSpan))));
    case 'list':
      return richText({
        type: 'rich_text_list',
        style: block.numbered ? 'ordered' : 'bullet',
        elements: (block.items.length === 0 ? [[]] : block.items).map(drawItem),
      });
    case 'quote':
      return richText({ type: 'rich_text_quote', elements: drawQuote(block) });
    case 'gauge':
      return richText(section(drawGauge(block)));
    case 'note':
      return drawNote(block.spans);
  }
}

function drawSpan(span: Span): Run[] {
  if (typeof span === 'string') return drawWords(plainSpan(span));
  if ('url' in span) return linkRun(span.url, plainSpan(span.text));
  const style = { strong: { bold: true }, quiet: { italic: true }, code: { code: true } }[span.style];
  return run(plainSpan(span.text), style);
}

/** Our sentences put words to type in backticks. In a feed's words they would do no harm. */
function drawWords(text: string): Run[] {
  return text
    .split(/`([^`\n]{1,100})`/)
    .flatMap((piece, index) => run(piece, index % 2 === 1 ? { code: true } : undefined));
}

/** Spaces at a span's edge part it from its neighbours, so they stay. */
function plainSpan(text: string, max = maxText): string {
  const [, before = '', after = ''] = /^(\s?).*?(\s?)$/s.exec(text.slice(0, max * 4)) ?? [];
  const inner = plain(text, max);
  return inner === '' ? before : `${before}${inner}${after}`;
}

function drawItem(item: Span[]): types.RichTextSection {
  return section(notEmpty(item.flatMap(drawSpan)));
}

/** Slack refuses a section without runs. */
function notEmpty(runs: Run[]): Run[] {
  return runs.length === 0 ? run('–') : runs;
}

function drawQuote({ text, source, url }: Extract<ContentBlock, { kind: 'quote' }>): Run[] {
  return [...run(plain(text, maxText)), ...run('\n— '), ...linkRun(url, plain(source, 200))];
}

/** The meters stand first, one under the other, so that they line up whatever the poles are called. */
function drawGauge(gauge: Extract<ContentBlock, { kind: 'gauge' }>): Run[] {
  const poles = gauge.poles.flatMap((pole, index) => [
    ...run(`${meter(gauge.scores[index] ?? 0)}  `),
    ...run(`${plain(pole, 60)}\n`, { bold: true }),
  ]);
  return [...poles, ...run(`${plain(gauge.verdict, 200)} `, { bold: true }), ...run(plain(gauge.reason, 600))];
}

/** `●●●●○ 4`: the number is for those who do not see the dots. */
function meter(score: number): string {
  const full = Math.max(0, Math.min(5, Math.round(score)));
  return `${'●'.repeat(full)}${'○'.repeat(5 - full)} ${full}`;
}

function drawNote(spans: Span[]): Block {
  const marked = spans.some((span) => typeof span !== 'string' && ('url' in span || span.style === 'code'));
  return marked ? linkedContext(markedNote(spans)) : context(wordsOf({ blocks: [{ kind: 'note', spans }] }));
}

function markedNote(spans: Span[]): string {
  let left = 2_000;
  const pieces = spans.map((span) => {
    const piece = markedSpan(span);
    left -= piece.length;
    return left < 0 ? '' : piece;
  });
  return pieces.join('');
}

function markedSpan(span: Span): string {
  if (typeof span === 'string') return deadMrkdwn(plainSpan(span, 600));
  const words = plainSpan(span.text, 600);
  if ('url' in span) {
    const address = webAddress(span.url);
    return address === null ? deadMrkdwn(words) : mrkdwnLink(address, words);
  }
  return span.style === 'code' && !words.includes('`') ? `\`${escapeMrkdwn(words)}\`` : deadMrkdwn(words);
}

/** Ratings as Slack's own feedback buttons; the others in one row, which wraps. */
function buttonBlocks(buttons: Button[]): Block[] {
  const ratings = buttons.filter(({ press }) => 'verb' in press && press.verb === 'rate');
  const feedback = ratings.length === 2 ? [feedbackButtons(ratings)] : [];
  const rest = feedback.length === 0 ? buttons : buttons.filter((button) => !ratings.includes(button));
  const elements = rest.slice(0, 25).flatMap((button, index) => drawButton(button, index) ?? []);
  return elements.length === 0 ? feedback : [actions(elements), ...feedback];
}

function drawButton({ label, press, style }: Button, index: number) {
  if ('url' in press) return linkButton(label, press.url, index);
  return pressButton(label, press, index, style === 'plain' ? undefined : style);
}

/** @see https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
function feedbackButtons(ratings: Button[]): Block {
  const [positive, negative] = ratings.map(({ label, press }) => ({
    text: plainText(label, 75),
    value: 'verb' in press ? encodeAction(press) : '',
  }));
  const element = {
    type: 'feedback_buttons',
    action_id: 'rate',
    positive_button: positive!,
    negative_button: negative!,
  } as const;
  return { type: 'context_actions', elements: [element] };
}
