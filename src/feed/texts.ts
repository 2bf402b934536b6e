import { decodeEntities, oneLine, plainLine, safeHtml } from './markup.ts';
import { attribute, children, type Element, hasChildren, text, verbatim } from './tree.ts';

/** xml2js groups children by name, so that markup in a text comes back scrambled: the tolerant reader must read it. */
export class Scrambled extends Error {
  override readonly name = 'Scrambled';
}

/** @returns HTML of the first of these that says anything, safe and absolute; null where none does. */
export function htmlOf(element: Element, base: string, ...names: string[]): string | null {
  for (const each of children(element, ...names)) {
    const html = markupOf(each);
    if (html !== null) return safeHtml(html, wrapperBase(each, baseOf(each, base)));
  }
  return null;
}

/** @returns one line of plain text of the first of these that says anything; null where none does. */
export function lineOf(element: Element, atom: boolean, ...names: string[]): string | null {
  for (const each of children(element, ...names)) {
    const markup = markupOf(each);
    // Atom says which titles are markup; in RSS all may be.
    const literal = atom && isLiteral(each);
    const line = markup === null ? '' : literal ? oneLine(markup) : plainLine(markup);
    if (line !== '') return line;
  }
  return null;
}

export function baseOf(element: Element | undefined, base: string): string {
  const own = attribute(element, 'xml:base');
  return (own !== null && URL.parse(own, base)?.href) || base;
}

/** The `div` that Atom wants around XHTML may have a base of its own. */
function wrapperBase(element: Element, base: string): string {
  const own = /^\s*<[^<>]*\sxml:base\s*=\s*["']([^"'<>]*)/i.exec(verbatim(element) ?? '')?.[1];
  return (own !== undefined && URL.parse(own, base)?.href) || base;
}

function isLiteral(element: Element): boolean {
  const type = attribute(element, 'type') ?? 'text';
  return (
    (type === 'text' || type === 'text/plain') && attribute(element, 'mode') !== 'escaped' && !hasChildren(element)
  );
}

function markupOf(element: Element): string | null {
  if (typeof element !== 'string' && hasChildren(element)) {
    const written = verbatim(element);
    if (written === null) throw new Scrambled('markup inside of a text');
    return unwrapped(written);
  }
  const own = text(element);
  if (own === null || !isBase64(element)) return own;
  const decoded = Buffer.from(own, 'base64').toString('utf8').trim();
  return decoded === '' ? null : decoded;
}

/** Atom 0.3 says so; Atom 1.0 means it by a type that is neither text nor XML. */
function isBase64(element: Element): boolean {
  if (attribute(element, 'mode') === 'base64') return true;
  const type = attribute(element, 'type')?.toLowerCase() ?? '';
  return (
    attribute(element, 'mode') === null &&
    /^(application|image|audio|video)\//.test(type) &&
    !/[/+](xml|html|json)\b|xhtml/.test(type)
  );
}

const wrapper = /^\s*<(?:[\w.-]+:)?(div|body)\b[^<>]*>([\s\S]*)<\/(?:[\w.-]+:)?\1\s*>\s*$/i;
const emptyWrapper = /^\s*<(?:[\w.-]+:)?(div|body)\b[^<>]*\/>\s*$/i;
const cdata = /<!\[CDATA\[([\s\S]*?)\]\]>/g;
const prefixed = /(<\/?)[\w.-]+:(?=[a-z])/gi;

/** XHTML as HTML: without the `div` that Atom asks for, prefixes and CDATA. */
function unwrapped(xhtml: string): string | null {
  if (emptyWrapper.test(xhtml)) return null;
  const html = (wrapper.exec(xhtml)?.[2] ?? xhtml).replace(cdata, '$1').replace(prefixed, '$1').trim();
  return html === '' ? null : html;
}

const blocks = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|table|blockquote|section|article|figure|hr)\b[^<>]*>/gi;

/** The first words of an HTML text, for what has no title. */
export function beginning(html: string, letters = 100): string {
  const line = oneLine(
    decodeEntities(
      html
        .slice(0, 20 * letters)
        .replace(blocks, ' ')
        .replace(/<[^<>]*>?/g, ''),
    ),
  );
  return line.length <= letters ? line : `${line.slice(0, letters).replace(/\s+\S*$/u, '')}…`;
}
