/** Blocks of neutral content as Flex pieces. */
import type { messagingApi } from '@line/bot-sdk';
import type { Block, Button, Span } from '../../src/content.ts';
import type { Language } from '../../src/model.ts';
import { line, plain } from '../../src/text/clean.ts';
import { type Box, box, ink, open, type Piece, pill, postback, type Text, text } from './flex.ts';
import { readable, webAddress } from './text.ts';

/** Nobody reads more of one paragraph in a chat. */
const maxText = 2_000;

export function drawBlock(block: Block, language: Language): Piece[] {
  switch (block.kind) {
    case 'heading':
      return [text(plain(block.text, 300), { size: 'lg', weight: 'bold' })];
    case 'paragraph':
      return drawSpans(block.spans, language, { size: 'sm', lineSpacing: '4px' });
    case 'list':
      return block.items.map((item, index) =>
        listItem(block.numbered ? `${index + 1}.` : '•', drawSpans(item, language, { size: 'sm', lineSpacing: '3px' })),
      );
    case 'quote':
      return [quote(block)];
    case 'gauge':
      return [gauge(block)];
    case 'note':
      return drawSpans(block.spans, language, { size: 'xs', color: ink.quiet });
  }
}

/** A text can lead to one address: each link ends a text of its own, with the words before it. */
function drawSpans(spans: Span[], language: Language, style: Partial<Text>): Text[] {
  const drawn: Text[] = [];
  let before: Span[] = [];
  for (const span of spans) {
    const address = typeof span !== 'string' && 'url' in span ? webAddress(span.url) : null;
    if (address === null) before.push(span);
    else {
      const lead =
        drawn.length > 0 && before.every((each) => typeof each === 'string' && /^[\s·,、，]*$/.test(each))
          ? []
          : before;
      drawn.push(oneText([...lead, span], language, { ...style, action: open('', address) }));
      before = [];
    }
  }
  if (before.length > 0) drawn.push(oneText(before, language, style));
  return drawn;
}

function oneText(spans: Span[], language: Language, style: Partial<Text>): Text {
  const contents = spans.flatMap((span) => drawSpan(span, language));
  if (contents.length < 2 && !contents.some(isStyled)) return text(contents[0]?.text ?? '', style);
  const { text: _, ...drawn } = text('', { ...style, contents });
  return drawn;
}

function isStyled({ weight, color, decoration }: messagingApi.FlexSpan): boolean {
  return weight !== undefined || color !== undefined || decoration !== undefined;
}

/** Spaces at a span's edge part it from its neighbours, so they stay. */
function drawSpan(span: Span, language: Language): messagingApi.FlexSpan[] {
  const raw = typeof span === 'string' ? span : span.text;
  const [, before = '', after = ''] = /^(\s?).*?(\s?)$/s.exec(raw.slice(0, maxText)) ?? [];
  const inner = readable(raw, language, maxText);
  const words = inner === '' ? before : `${before}${inner}${after}`;
  return words === '' ? [] : [{ type: 'span', text: words, ...styleOf(span) }];
}

function styleOf(span: Span): Partial<messagingApi.FlexSpan> {
  if (typeof span === 'string') return {};
  if ('url' in span) return { color: ink.accent, decoration: 'underline' };
  return {
    strong: { weight: 'bold' as const },
    quiet: { color: ink.quiet },
    code: { weight: 'bold' as const, color: ink.accent },
  }[span.style];
}

function listItem(mark: string, item: Text[]): Box {
  return box(
    'horizontal',
    [text(mark, { flex: 0, size: 'sm', color: '#3F7391' }), box('vertical', item, { flex: 1, spacing: 'xs' })],
    { spacing: 'sm' },
  );
}

/** A bar to the left says that these are somebody's own words. */
function quote({ text: words, source, url }: Extract<Block, { kind: 'quote' }>): Box {
  const address = webAddress(url);
  const from = text(line(source, 80), {
    size: 'xs',
    color: ink.accent,
    ...(address !== null && { decoration: 'underline', action: open('', address) }),
  });
  return box(
    'horizontal',
    [
      box('vertical', [{ type: 'filler' }], { width: '4px', backgroundColor: '#9FBFD1', cornerRadius: '2px', flex: 0 }),
      box('vertical', [text(plain(words, maxText), { size: 'sm', color: ink.soft, lineSpacing: '4px' }), from], {
        flex: 1,
        spacing: 'sm',
      }),
    ],
    { spacing: 'md' },
  );
}

function gauge({ poles, scores, verdict, reason }: Extract<Block, { kind: 'gauge' }>): Box {
  const rows = poles.map((pole, index) =>
    box('horizontal', [
      text(line(pole, 40), { size: 'xs', weight: 'bold', flex: 4 }),
      text(meter(scores[index] ?? 0), { size: 'xs', color: '#3F7391', flex: 5 }),
    ]),
  );
  const said = text(`${line(verdict, 120)} ${plain(reason, 600)}`, { size: 'xs', color: ink.soft });
  return box('vertical', [...rows, said], {
    backgroundColor: ink.pale,
    cornerRadius: '8px',
    paddingAll: '12px',
    spacing: 'sm',
  });
}

/** `●●●●○ 4`: the number is for those who do not see the dots. */
function meter(score: number): string {
  const full = Math.max(0, Math.min(5, Math.round(score)));
  return `${'●'.repeat(full)}${'○'.repeat(5 - full)} ${full}`;
}

/** Buttons too long for a quick reply, one under the other, their words whole. */
export function drawButtons(buttons: Button[]): Piece[] {
  return buttons.flatMap(({ label, press, style }) => {
    const address = 'verb' in press ? null : webAddress(press.url);
    if (!('verb' in press) && address === null) return [];
    const tap = 'verb' in press ? postback(label, press, label) : open(label, address!);
    return [wide(pill(line(label, 200), tap, style === 'primary' ? 'full' : 'pale'))];
  });
}

function wide(button: Box): Box {
  const contents = button.contents.map((each) => ({
    ...each,
    wrap: true,
    adjustMode: undefined,
    align: 'start' as const,
  }));
  return JSON.parse(JSON.stringify({ ...button, contents })) as Box;
}
