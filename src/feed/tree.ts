/**
 * The XML tree that both readers give: rss-parser's (xml2js's) shape, an element is its text, or an object with its
 * attributes in `$`, its text in `_` and its children in lists by name.
 */
export type Element = string | Branch;
export type Branch = { [name: string]: unknown };

/** Where the tolerant reader keeps what stands between an element's tags, verbatim. */
export const inner = Symbol('inner');

const none: Element[] = [];

export function children(element: Element | undefined, ...names: string[]): readonly Element[] {
  if (element === undefined || typeof element === 'string') return none;
  let found: Element[] | undefined;
  for (const name of names) {
    const list = element[name] as Element[] | undefined;
    if (list !== undefined) found = found === undefined ? list : found.concat(list);
  }
  return found ?? none;
}

export function child(element: Element | undefined, ...names: string[]): Element | undefined {
  if (element === undefined || typeof element === 'string') return undefined;
  for (const name of names) {
    const list = element[name] as Element[] | undefined;
    if (list !== undefined && list.length > 0) return list[0];
  }
  return undefined;
}

export function attribute(element: Element | undefined, name: string): string | null {
  if (element === undefined || typeof element === 'string') return null;
  const attributes = element.$ as Record<string, unknown> | undefined;
  const value = attributes?.[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Its own text, trimmed; null where there is none. */
export function text(element: Element | undefined): string | null {
  if (element === undefined) return null;
  const own = typeof element === 'string' ? element : element._;
  const trimmed = typeof own === 'string' ? own.trim() : '';
  return trimmed === '' ? null : trimmed;
}

/** The text of the first of these children that has any. */
export function textOf(element: Element | undefined, ...names: string[]): string | null {
  for (const each of children(element, ...names)) {
    const found = text(each);
    if (found !== null) return found;
  }
  return null;
}

export function hasChildren(element: Element): boolean {
  return typeof element !== 'string' && Object.keys(element).some((name) => name !== '$' && name !== '_');
}

export function verbatim(element: Element): string | null {
  if (typeof element === 'string') return null;
  const kept = (element as { [inner]?: unknown })[inner];
  return typeof kept === 'string' ? kept : null;
}
