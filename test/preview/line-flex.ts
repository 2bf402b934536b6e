/** Flex as HTML, near enough to LINE's own drawing for a picture: sizes and colours are read from the JSON. */
import type { Json } from '../adapters/line/limits.ts';

const textSizes: Record<string, number> = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29 };
const gaps: Record<string, string> = {
  none: '0',
  xs: '2px',
  sm: '4px',
  md: '8px',
  lg: '12px',
  xl: '16px',
  xxl: '20px',
};
const widths: Record<string, number> = { mega: 300, giga: 386 };

const esc = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const gap = (name: string | undefined) => (name === undefined ? '0' : (gaps[name] ?? name));

export function drawMessage(message: Json): string {
  const drawn = message.type === 'text' ? drawText(message) : drawContainer(message.contents);
  const items = (message.quickReply?.items ?? []).map(({ action }: Json) => `<i>${esc(action.label)}</i>`).join('');
  return `<div class="message">${drawn}</div>${items && `<nav>${items}</nav>`}`;
}

function drawText({ text, quoteToken }: Json): string {
  const quoted = quoteToken ? `<q>${esc(quoteToken)}</q>` : '';
  return `<p class="said">${quoted}${esc(text).replaceAll('\n', '<br>')}</p>`;
}

function drawContainer(container: Json): string {
  const bubbles = container.type === 'carousel' ? container.contents : [container];
  return `<div class="carousel">${bubbles.map(drawBubble).join('')}</div>`;
}

function drawBubble({ size, header, hero, body, footer }: Json): string {
  const parts = [header, hero, body, footer].filter(Boolean).map((part, _, all) => {
    const inner = draw(part, 'vertical');
    return part === body || (part === all.at(-1) && !body) ? inner.replace('style="', 'style="flex:1 0 auto;') : inner;
  });
  return `<article style="width:${widths[size] ?? 300}px">${parts.join('')}</article>`;
}

function draw(piece: Json, parent: string): string {
  const flex = piece.flex ?? (parent === 'vertical' ? 0 : 1);
  const margin = piece.margin ? `margin-${parent === 'vertical' ? 'top' : 'left'}:${gap(piece.margin)};` : '';
  const place = `${parent === 'vertical' ? '' : `flex:${flex} ${flex ? '1 0' : '0 auto'};min-width:0;`}${margin}`;
  if (piece.type === 'separator') return `<hr style="border-color:${piece.color};${place}">`;
  if (piece.type === 'filler') return '';
  if (piece.type === 'image')
    return `<div class="image" style="background-image:url('${piece.url}');aspect-ratio:${piece.aspectRatio.replace(':', '/')}"></div>`;
  return piece.type === 'text' ? drawWords(piece, place) : drawBox(piece, place);
}

function drawWords(piece: Json, place: string): string {
  const style = `font-size:${textSizes[piece.size ?? 'md']}px;color:${piece.color};text-align:${piece.align ?? 'start'};${look(piece)}${piece.wrap ? '' : 'white-space:nowrap;overflow:hidden;'}line-height:${piece.lineSpacing ? 1.6 : 1.4};${place}`;
  const words = piece.contents
    ? piece.contents
        .map(
          (span: Json) =>
            `<span style="${span.color ? `color:${span.color};` : ''}${look(span)}">${esc(span.text)}</span>`,
        )
        .join('')
    : esc(piece.text);
  return `<div style="${style}">${words}</div>`;
}

function look({ weight, decoration }: Json): string {
  return `${weight === 'bold' ? 'font-weight:700;' : ''}${decoration === 'underline' ? 'text-decoration:underline;' : ''}`;
}

function drawBox(piece: Json, place: string): string {
  const { layout, background, spacing, paddingAll, cornerRadius, width, height } = piece;
  const ground = background
    ? `background:linear-gradient(${background.angle},${background.startColor},${background.endColor});`
    : piece.backgroundColor
      ? `background:${piece.backgroundColor};`
      : '';
  const padding = ['Top', 'Bottom', 'Start', 'End']
    .map((side) =>
      piece[`padding${side}`]
        ? `padding-${side === 'Start' ? 'inline-start' : side === 'End' ? 'inline-end' : side.toLowerCase()}:${piece[`padding${side}`]};`
        : '',
    )
    .join('');
  const style = `display:flex;box-sizing:border-box;flex-direction:${layout === 'vertical' ? 'column' : 'row'};gap:${gap(spacing)};${ground}${paddingAll ? `padding:${paddingAll};` : ''}${padding}${cornerRadius ? `border-radius:${cornerRadius};` : ''}${width ? `width:${width};` : ''}${height ? `height:${height};` : ''}${piece.justifyContent ? `justify-content:${piece.justifyContent};` : ''}${place}`;
  return `<div style="${style}">${piece.contents.map((each: Json) => draw(each, layout)).join('')}</div>`;
}
