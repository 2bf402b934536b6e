import type { Kind } from './names.ts';
import { type Branch, child, children, type Element } from './tree.ts';

/** A feed's own element and its entries', whoever read them. */
export interface Outline {
  kind: Kind;
  /** `rss` or `rdf:rdf`, which may hold `xml:lang` and `xml:base`; undefined where the reader keeps it to itself. */
  root: Element | undefined;
  feed: Element;
  entries: Element[];
}

/** Finds the feed in a tree, wherever its entries stand: in the channel, beside it, in one of several channels. */
export function outlineOf(tree: Branch, kind: Kind): Outline {
  const root = find(tree, ['rss', 'rdf:rdf', 'rdf', 'feed'], 3) ?? tree;
  const channels = children(root, 'channel');
  const feed = channels[0] ?? (kind === 'atom' ? root : find(tree, ['channel'], 4)) ?? root;
  const entries = [...new Set([...channels, root, feed])].flatMap((place) => children(place, 'item', 'entry'));
  return { kind, root, feed, entries: entries.length > 0 ? entries : [...findAll(tree, ['item', 'entry'], 6)] };
}

function find(place: Element, names: string[], depth: number): Element | undefined {
  const here = child(place, ...names);
  if (here !== undefined || depth === 0) return here;
  for (const each of everyChild(place)) {
    const found = find(each, names, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findAll(place: Element, names: string[], depth: number): readonly Element[] {
  const here = children(place, ...names);
  return here.length > 0 || depth === 0 ? here : everyChild(place).flatMap((each) => findAll(each, names, depth - 1));
}

function everyChild(place: Element): Element[] {
  if (typeof place === 'string') return [];
  return Object.values(place).flatMap((list) => (Array.isArray(list) ? (list as Element[]) : []));
}
