import { walk } from '../feed/walk.ts';

/**
 * The paragraphs of an HTML text: one plain line each, in order, without scripts and pictures. A list's item, a
 * heading, a table's row are paragraphs of their own.
 */
export function paragraphsOf(html: string): string[] {
  const lines: string[] = [];
  let line = '';
  let hidden = 0;
  const end = () => {
    const text = line.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  walk(
    html,
    () => ({
      onopentagname(name) {
        if (unread.has(name)) hidden++;
        else if (breaks.has(name)) end();
        else if (name === 'td' || name === 'th') line += ' ';
      },
      ontext(text) {
        if (hidden === 0) line += text;
      },
      onclosetag(name) {
        if (unread.has(name)) hidden = Math.max(0, hidden - 1);
        else if (breaks.has(name)) end();
      },
    }),
    { decodeEntities: true },
  );
  end();
  return lines;
}

const unread = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'button',
  'select',
  'textarea',
  'head',
]);
// biome-ignore format: a table reads better in rows
const breaks = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'br', 'caption', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure',
  'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tr', 'ul', 'video',
]);

/** The first picture of a text that can be shown: https, and no pixel that counts readers. */
export function firstImage(html: string): string | null {
  for (const [tag, , src = ''] of html.matchAll(/<img\b[^<>]*?\ssrc\s*=\s*(["'])(https?:\/\/[^"'\s<>]+)\1[^<>]*>/gi)) {
    if (
      /\b(?:width|height)\s*=\s*["']?[01]["'\s>]/i.test(tag) ||
      /(?:pixel|tracker|feedburner|\/count|gravatar|emoji)/i.test(src)
    )
      continue;
    return src.replaceAll('&amp;', '&');
  }
  return null;
}
