import type { Rename } from './names.ts';
import { type Branch, type Element, inner } from './tree.ts';
import { walk } from './walk.ts';

/** Deeper elements are read as part of their ancestors: nobody writes them but to exhaust a reader. */
const maxDepth = 100;

/**
 * Reads anything that looks like XML into the tree that rss-parser would give, and never throws: tags that are not
 * closed, entities that nobody declared, markup where text should be. htmlparser2 expands no entity of a document.
 */
export function readTolerantly(xml: string, rename: Rename): Branch {
  const root: Open = { name: '', branch: Object.create(null), text: '', contentStart: 0, verbatim: false };
  const stack: Open[] = [root];
  const close = (open: Open, end: number) => {
    const parent = stack[stack.length - 1]!;
    parent.branch[open.name] ??= [];
    (parent.branch[open.name] as Element[]).push(finish(open, xml, end));
  };
  walk(
    xml,
    (at) => ({
      onopentag(name, attributes) {
        const renamed = rename(name);
        closeForgottenEntry(renamed, stack, close, at.start());
        if (stack.length > maxDepth) return;
        const branch: Branch = Object.create(null);
        if (Object.keys(attributes).length > 0) branch.$ = lowerCased(attributes);
        stack.push({ name: renamed, branch, text: '', contentStart: at.end() + 1, verbatim: false });
        const parent = stack[stack.length - 2]!;
        // Markup inside of text: the order of words and tags matters, so the parent keeps it verbatim.
        if (texts.has(parent.name)) parent.verbatim = true;
      },
      ontext(data) {
        stack[stack.length - 1]!.text += data;
      },
      onclosetag(name) {
        const renamed = rename(name);
        const depth = stack.findLastIndex((open) => open.name === renamed);
        while (depth > 0 && stack.length > depth) close(stack.pop()!, at.start());
      },
    }),
    { xmlMode: true, decodeEntities: true, recognizeSelfClosing: true },
  );
  while (stack.length > 1) close(stack.pop()!, xml.length);
  return root.branch;
}

interface Open {
  name: string;
  branch: Branch;
  text: string;
  /** Where in the document what is between its tags begins. */
  contentStart: number;
  verbatim: boolean;
}

/** Elements that hold text or markup. */
// biome-ignore format: a table reads better in rows
const texts = new Set([
  'title', 'subtitle', 'teaser', 'blurb', 'body', 'encoded', 'xhtml:body', 'info', 'dc:title', 'dc:description', 'itunes:summary',
  'itunes:subtitle', 'media:title', 'media:description', 'atom:content', 'atom:summary', 'atom:title',
]);

function finish({ branch, text, contentStart, verbatim }: Open, xml: string, end: number): Element {
  if (verbatim) (branch as { [inner]?: string })[inner] = xml.slice(contentStart, Math.max(contentStart, end));
  const empty = text.trim() === '';
  for (const _ in branch) return empty ? branch : Object.assign(branch, { _: text });
  return empty ? '' : text;
}

/** An `<item>` inside of an `<item>` is the next one: the first was never closed. */
function closeForgottenEntry(name: string, stack: Open[], close: (open: Open, end: number) => void, end: number): void {
  if (name !== 'item' && name !== 'entry') return;
  const at = stack.findLastIndex((open) => open.name === name);
  while (at > 0 && stack.length > at) close(stack.pop()!, end);
}

function lowerCased(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]));
}
