import { absolute } from './markup.ts';
import type { Enclosure } from './parsed.ts';
import { baseOf } from './texts.ts';
import { attribute, child, children, type Element, text, textOf } from './tree.ts';

const notThePage = new Set([
  'self',
  'enclosure',
  'replies',
  'edit',
  'service.edit',
  'service.post',
  'service.feed',
  'next',
  'previous',
  'prev',
  'first',
  'last',
  'hub',
  'payment',
  'license',
  'via',
  'search',
]);

/** The page that an entry or a feed stands for. */
export function pageLink(element: Element, base: string): string | null {
  const links = children(element, 'href', 'atom:link');
  return (
    address(textOf(element, 'feedburner:origlink'), base) ??
    linkByRel(links, base, (rel) => rel === 'alternate' || rel === null) ??
    writtenLink(links, base) ??
    permanentGuid(element, base) ??
    linkByRel(links, base, (rel) => rel !== null && !notThePage.has(rel)) ??
    address(attribute(child(element, 'media:peerlink'), 'href'), base) ??
    address(attribute(child(element, 'body'), 'src'), base) ??
    address(attribute(element, 'href'), base)
  );
}

/** Of several alternates, the page rather than the PDF. */
function linkByRel(links: readonly Element[], base: string, matches: (rel: string | null) => boolean): string | null {
  const fitting = links.filter(
    (link) => attribute(link, 'href') !== null && matches(attribute(link, 'rel')?.toLowerCase() ?? null),
  );
  const page =
    fitting.find((link) => /^(text\/html|application\/xhtml\+xml)/i.test(attribute(link, 'type') ?? 'text/html')) ??
    fitting[0];
  return page === undefined ? null : address(attribute(page, 'href'), baseOf(page, base));
}

/** RSS: the address is the element's text. */
function writtenLink(links: readonly Element[], base: string): string | null {
  for (const link of links) {
    const found = address(text(link), baseOf(link, base));
    if (found !== null) return found;
  }
  return null;
}

/** An RSS guid is an address unless it says that it is none; an Atom id only where it looks like one. */
function permanentGuid(element: Element, base: string): string | null {
  const guid = child(element, 'guid');
  const value = text(guid) ?? textOf(element, 'id') ?? attribute(element, 'rdf:about');
  if (value === null || attribute(guid, 'ispermalink')?.toLowerCase() === 'false') return null;
  if (/^https?:\/\//i.test(value)) return value;
  return guid !== undefined && attribute(guid, 'ispermalink')?.toLowerCase() === 'true' ? address(value, base) : null;
}

function address(value: string | null, base: string): string | null {
  return value === null ? null : absolute(value, base);
}

export function commentsLink(element: Element, base: string): string | null {
  const replies = children(element, 'href', 'atom:link').find(
    (link) => attribute(link, 'rel') === 'replies' && /html/i.test(attribute(link, 'type') ?? 'text/html'),
  );
  return address(textOf(element, 'comments') ?? attribute(replies, 'href'), baseOf(replies, base));
}

export function enclosuresOf(element: Element, base: string): Enclosure[] {
  const media = [element, ...children(element, 'media:group')];
  const original = textOf(element, 'feedburner:origenclosurelink');
  const found = new Map<string, Enclosure>();
  const add = (each: Element, addressName: string, sizeName: string, instead: string | null = null) => {
    const url = address(
      instead ?? attribute(each, addressName) ?? attribute(each, 'href') ?? text(each),
      baseOf(each, base),
    );
    const bytes = Number(attribute(each, sizeName));
    if (url !== null)
      found.set(url, { url, type: attribute(each, 'type'), bytes: bytes > 0 && Number.isFinite(bytes) ? bytes : null });
  };
  for (const [index, each] of children(element, 'enclosure').entries())
    add(each, 'url', 'length', index === 0 ? original : null);
  for (const link of children(element, 'href', 'atom:link'))
    if (attribute(link, 'rel')?.toLowerCase() === 'enclosure') add(link, 'href', 'length');
  for (const place of media) for (const each of children(place, 'media:content')) add(each, 'url', 'filesize');
  for (const place of media) for (const each of children(place, 'media:peerlink')) add(each, 'href', 'filesize');
  return [...found.values()];
}

/** The picture that stands for an entry, as the feed says; pictures inside of its text are found later. */
export function imageOf(element: Element, base: string, enclosures: Enclosure[]): string | null {
  const places = [element, ...children(element, 'media:group'), ...children(element, 'media:content')];
  const media = children(element, 'media:content').find((each) =>
    /^image/i.test(attribute(each, 'medium') ?? attribute(each, 'type') ?? ''),
  );
  const thumbnail = places.flatMap((place) => children(place, 'media:thumbnail'))[0];
  const itunes = child(element, 'itunes:image', 'googleplay:image');
  const image = child(element, 'image');
  return (
    address(attribute(media, 'url'), base) ??
    address(attribute(thumbnail, 'url') ?? text(thumbnail), base) ??
    address(enclosures.find((each) => each.type?.startsWith('image/'))?.url ?? null, base) ??
    address(attribute(itunes, 'href') ?? text(itunes), base) ??
    address(
      textOf(image, 'url') ??
        attribute(image, 'href') ??
        attribute(image, 'rdf:resource') ??
        textOf(element, 'logo', 'icon'),
      base,
    )
  );
}
