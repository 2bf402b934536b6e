import { walk } from './walk.ts';

/** One line of plain text: tags that HTML knows go, entities become characters. Unknown tags are words: `</example>`. */
export function plainLine(html: string): string {
  const untagged = html.includes('<') ? html.slice(0, longestLine).replace(unsaid, '').replace(knownTags, '') : html;
  return oneLine(decodeEntities(untagged));
}

export function oneLine(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

/** Named and numeric entities, once. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  const ontext = (data: string) => {
    decoded += data;
  };
  walk(text.replaceAll('<', '&lt;'), () => ({ ontext }), { decodeEntities: true });
  return decoded;
}

/** Longer lines are no titles, and looking for the ends of their scripts would take quadratic time. */
const longestLine = 20_000;
const unsaid = /<!--[\s\S]*?-->|<(script|style|applet)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi;
const knownTags =
  /<\/?(?:a|abbr|acronym|address|article|aside|b|bdo|big|blockquote|br|button|center|cite|code|dd|del|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|html|body|head|i|iframe|img|input|ins|kbd|label|li|main|mark|nav|nobr|ol|p|picture|pre|q|rp|rt|ruby|s|samp|script|section|small|source|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr)(?:\s[^<>]*)?\/?>/gi;

/** Letters of one entry's HTML; what is longer is cut. */
const longestText = 400_000;

/**
 * HTML that can be shown and followed: what could run or load by itself is gone, and addresses are absolute. Most
 * feeds need neither and come back as they are.
 */
export function safeHtml(written: string, base: string): string {
  const html = written.slice(0, longestText);
  return mendTags(html, base) ?? rewrite(html, base);
}

/**
 * Changes only the tags that need it: where all are of kinds that nobody minds, the rest stays as written.
 *
 * @returns null where a tag is of another kind, or odd: then all must be read by a parser.
 */
function mendTags(html: string, base: string): string | null {
  let mended = '';
  let written = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const end = html.indexOf('>', at) + 1;
    if (end === 0) return null;
    const tag = html.slice(at, end);
    if (harmlessTag.test(tag)) continue;
    const safe = mendTag(tag, base);
    if (safe === null) return null;
    mended += html.slice(written, at) + safe;
    written = end;
  }
  return mended + html.slice(written);
}

function mendTag(tag: string, base: string): string | null {
  const [, slash, name, rest = ''] = plainTag.exec(tag) ?? [];
  if (name === undefined) return null;
  if (slash === '/') return `</${name}>`;
  const attributes: Record<string, string> = Object.create(null);
  for (const [, key = '', double, single, bare] of rest.matchAll(attributeForm)) {
    attributes[key.toLowerCase()] ??= double ?? single ?? bare ?? '';
  }
  return `<${name}${keptAttributes(attributes, base)}${voids.has(name.toLowerCase()) ? ' />' : '>'}`;
}

// biome-ignore format: a table reads better in rows
const harmlessNames =
  'p|a|b|i|em|strong|br|hr|img|ul|ol|li|div|span|h[1-6]|blockquote|figure|figcaption|code|pre|table|tbody|thead|tfoot|tr|td|th|caption|sup|sub|small|big|u|s|del|ins|' +
  'section|article|header|footer|time|abbr|cite|q|dl|dt|dd|video|audio|source|picture|font|center|tt|kbd|mark|strike|wbr|ruby|rt|rp|acronym|address|aside|area|bdi|bdo|col|colgroup|dfn|details|main|map|nav|samp|summary|track|var';
/** An address that is whole, not spelled in numbers. */
const harmlessAddress = `(?:href|src|cite|poster)=(?:"(?:https?://|mailto:|#)(?:[^"&<>\\s]|&(?!#))*"|'(?:https?://|mailto:|#)(?:[^'&<>\\s]|&(?!#))*')`;
/** A style that calls nothing, neither `url()` nor `expression()`. */
const harmlessStyle = `style=(?:"[^"<>(\\\\&]*"|'[^'<>(\\\\&]*')`;
/** Anything that is neither an address nor a style nor a script. */
const harmlessAttribute = `(?!on|href|src=|srcdoc|cite|poster|style|action|formaction|background|data=|longdesc|usemap|codebase|classid|dynsrc|lowsrc|profile|xlink|xmlns|xml:)[a-z][\\w:.-]*(?:=(?:"[^"<>]*"|'[^'<>]*'|[^\\s"'<>=]+))?`;
/** A tag of those kinds whose quotes all close: a `>` inside of one would have cut it short. */
const writtenValue = '"[^"<>]*"|\'[^\'<>]*\'|[^\\s"\'<>=`]+';
const plainTag = new RegExp(
  `^<(/?)(${harmlessNames})((?:\\s+[a-z_:][\\w:.-]*(?:\\s*=\\s*(?:${writtenValue}))?)*)\\s*/?>$`,
  'i',
);
const attributeForm = /([a-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/gi;
const harmlessTag = new RegExp(
  `^</?(?:${harmlessNames})(?:\\s+(?:${harmlessAddress}|${harmlessStyle}|${harmlessAttribute}))*\\s*/?>$`,
  'i',
);

const dropped = new Set(['script', 'style', 'applet', 'noscript', 'template', 'svg', 'math', 'head', 'select']);
/** Every other tag goes, and leaves its words. */
const shown = new RegExp(`^(?:${harmlessNames})$`);
/** What is in these is text to a parser, up to an end that may never come. */
const rawTags = /<\/?(?:iframe|xmp|noembed|noframes|plaintext|textarea|title)\b[^<>]*>/gi;
const voids = new Set(['area', 'br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);
const addresses = new Set(['href', 'src', 'cite', 'longdesc', 'poster', 'usemap']);
// biome-ignore format: a table reads better in rows
const kept = new Set([
  'abbr', 'align', 'alt', 'cite', 'class', 'colspan', 'controls', 'coords', 'datetime', 'dir', 'height', 'href', 'hreflang', 'id', 'lang', 'longdesc',
  'loop', 'media', 'name', 'poster', 'rel', 'rev', 'rowspan', 'scope', 'shape', 'span', 'src', 'srcset', 'start', 'summary', 'title', 'type', 'usemap',
  'valign', 'value', 'width', 'xml:lang',
]);

function rewrite(written: string, base: string): string {
  const html = written.replace(rawTags, '');
  let out = '';
  let hidden = 0;
  walk(
    html,
    () => ({
      onopentag(name, attributes) {
        if (dropped.has(name)) hidden++;
        else if (hidden === 0 && shown.test(name))
          out += `<${name}${keptAttributes(attributes, base)}${voids.has(name) ? ' />' : '>'}`;
      },
      ontext(text) {
        if (hidden === 0) out += text.replaceAll('<', '&lt;');
      },
      onclosetag(name) {
        if (dropped.has(name)) hidden = Math.max(0, hidden - 1);
        else if (hidden === 0 && shown.test(name) && !voids.has(name)) out += `</${name}>`;
      },
    }),
    // Text keeps its entities, so that it stays what it was.
    { decodeEntities: false },
  );
  return out;
}

function keptAttributes(attributes: Record<string, string>, base: string): string {
  let out = '';
  for (const [name, raw] of Object.entries(attributes)) {
    if (!kept.has(name)) continue;
    const value = addresses.has(name) ? absolute(decodeEntities(raw), base) : decodeEntities(raw);
    if (value !== null)
      out += ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
  }
  return out;
}

/** Longer ones are nobody's, and no index takes them. */
const longestAddress = 2000;
const plainAddress = /^https?:\/\/[a-z\d][a-z\d.-]*(?:[/?#][^\s\x00-\x1f]*)?$/i;
const openSchemes = new Set([
  'http:',
  'https:',
  'mailto:',
  'ftp:',
  'tel:',
  'magnet:',
  'xmpp:',
  'news:',
  'urn:',
  'tag:',
]);

/** @returns the absolute address, as written where it is one already; null where nobody may follow it. */
export function absolute(address: string, base: string): string | null {
  if (address.length > longestAddress) return null;
  if (plainAddress.test(address)) return address;
  const trimmed = address.replace(/[\x00-\x1f]/g, '').trim();
  if (trimmed === '') return null;
  const url = URL.parse(trimmed, base);
  if (url === null || !openSchemes.has(url.protocol)) return null;
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(trimmed) ? trimmed : url.href;
}
