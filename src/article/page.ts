import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { dropLinkBlocks, stripBoilerplate } from './boilerplate.ts';
import { type PageMetadata, readMetadata } from './metadata.ts';
import { paragraphsOf } from './paragraphs.ts';
import { trimLines } from './trim.ts';
import { wallOf } from './walls.ts';

export interface Page extends Omit<PageMetadata, 'articleBody' | 'declaredPaid'> {
  /** One plain line each. Empty where the page shows no text that could be an article. */
  paragraphs: string[];
  /** Why only a part of the article is here, in English; null where it is whole. */
  wall: string | null;
}

/** Pages larger than this are cut: what lies behind is never an article's. */
const maxLetters = 2_000_000;
const maxTags = 40_000;

/** Finds the article in a page: boilerplate out, Readability, blocks of links out. */
export function readPage(html: string, url: string): Page {
  const { document } = parseHTML(wholeDocument(html.slice(0, readableLength(html))));
  const { articleBody, declaredPaid, ...metadata } = readMetadata(document, url);
  const pageText = visibleText(document);
  stripBoilerplate(document);
  const paragraphs = bestParagraphs(document, articleBody, metadata.title);
  const text = paragraphs.join('\n');
  const wall = wallOf({ text, title: metadata.title ?? '', page: pageText, declaredPaid });
  return { ...metadata, paragraphs, wall };
}

/** Up to where a page is read; what has more tags than any real page is there to exhaust us. */
function readableLength(html: string): number {
  let at = html.indexOf('<');
  for (let tags = 1; at >= 0 && at < maxLetters && tags < maxTags; tags++) at = html.indexOf('<', at + 1);
  return at < 0 ? Math.min(html.length, maxLetters) : Math.min(at, maxLetters);
}

/** linkedom takes a fragment for a document without a body. */
function wholeDocument(html: string): string {
  return /<body[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html.replace(/<\/?(?:html|head)(?:\s[^<>]*)?>|<!doctype[^<>]*>/gi, '')}</body></html>`;
}

function visibleText(document: Document): string {
  const paragraphs = [
    ...document.querySelectorAll('p,h2,h3,h4,[class*="paywall" i],[class*="subscri" i],[id*="paywall" i]'),
  ];
  return paragraphs
    .slice(0, 400)
    .map((element) => (element.textContent ?? '').slice(0, 400))
    .join('\n');
}

function bestParagraphs(document: Document, articleBody: string | null, title: string | null): string[] {
  // Readability takes the document apart, so this goes first.
  const marked = markedBody(document);
  const candidates = [readability(document, title), marked].map((lines) => trimLines(lines, title));
  const [first = [], second = []] = candidates;
  // Readability may take one section of several for the whole.
  const chosen = letters(first) >= letters(second) * 0.7 ? first : second;
  // What the page tells to search engines, where it shows next to nothing to readers without scripts.
  const told = trimLines(
    (articleBody ?? '').includes('<') ? paragraphsOf(articleBody ?? '') : (articleBody ?? '').split(/\n+/),
    title,
  );
  return letters(told) > letters(chosen) * 2 + 200 ? told : chosen;
}

function readability(document: Document, title: string | null): string[] {
  try {
    const article = new Readability<Element>(document, {
      charThreshold: 250,
      keepClasses: true,
      serializer: (element) => element as Element,
    }).parse();
    const content = article?.content;
    if (content === null || content === undefined) return [];
    dropLinkBlocks(content);
    dropTitle(content, title);
    return paragraphsOf(content.innerHTML);
  } catch {
    // linkedom's document lacks what Readability asks for in a few odd pages; the marked body serves there.
    return [];
  }
}

/** The element that the page itself marks as its article, cleaned; of several the largest, if it is most of them. */
function markedBody(document: Document): string[] {
  const own = [...document.querySelectorAll('[itemprop="articleBody"]')];
  const bodies = own.length > 0 ? own : [...document.querySelectorAll('article')];
  const sizes = bodies.map((body) => body.textContent?.length ?? 0);
  const size = Math.max(0, ...sizes);
  if (size === 0 || size * 2 < sizes.reduce((sum, each) => sum + each, 0)) return [];
  const body = bodies[sizes.indexOf(size)]!.cloneNode(true) as Element;
  dropLinkBlocks(body);
  return paragraphsOf(body.innerHTML);
}

function dropTitle(content: Element, title: string | null): void {
  for (const heading of content.querySelectorAll('h1,h2')) {
    const text = heading.textContent?.trim() ?? '';
    if (title !== null && text !== '' && (text === title || title.startsWith(text))) heading.remove();
  }
}

function letters(lines: string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
