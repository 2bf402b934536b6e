/**
 * What people follow or mute by words: `"data center" OR datacentre -crypto lang:ja from:nikkei`. Words next to each
 * other must all be there, OR stands between two that are each enough. No patterns: it takes time in proportion to the
 * text, whatever is written.
 */

export interface Term {
  /** Folded; a phrase keeps its single spaces. */
  text: string;
  /** As typed, for a short word in capitals: then the text must have capitals too. */
  exact: string | null;
}

export interface Query {
  /** All of them; each one holds when one of its terms does. */
  all: Term[][];
  none: Term[];
  /** BCP 47 prefixes, any of them. */
  languages: string[];
  /** Parts of a source's name or address, any of them. */
  sources: string[];
}

export interface QueryText {
  title: string;
  text: string;
  language: string;
  /** The source's name and the article's host. */
  source: string;
}

/** A text made ready for many queries. */
export interface Searchable {
  raw: string;
  folded: string;
  language: string;
  source: string;
}

const mostCharacters = 200;
const mostTerms = 20;

/** @returns an error in words where nothing can be looked for */
export function parseQuery(text: string): Query | { error: string } {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[“”„«»「」『』]/gu, '"')
    .trim();
  if (plain.length > mostCharacters) return { error: `A query has at most ${mostCharacters} characters.` };
  const query: Query = { all: [], none: [], languages: [], sources: [] };
  let or = false;
  for (const { minus, field, value, quoted } of tokens(plain)) {
    if (value === 'OR' && !quoted && !minus && field === null) or = query.all.length > 0;
    else if (field === 'lang') query.languages.push(value.toLowerCase());
    else if (field === 'from') query.sources.push(value.toLowerCase());
    else {
      const term = termOf(value);
      if (term === null) continue;
      if (minus) query.none.push(term);
      else if (or) query.all.at(-1)!.push(term);
      else query.all.push([term]);
      or = false;
    }
  }
  return checked(query);
}

function checked(query: Query): Query | { error: string } {
  const count = query.all.flat().length + query.none.length + query.sources.length + query.languages.length;
  if (count > mostTerms) return { error: `A query has at most ${mostTerms} words.` };
  if (query.all.length === 0 && query.sources.length === 0)
    return { error: 'A query needs a word to look for, such as "data center" or from:nikkei.' };
  return query;
}

export function searchable({ title, text, language, source }: QueryText): Searchable {
  const raw = ` ${title} \n ${text} `.normalize('NFKC').replaceAll(/\s+/gu, ' ');
  return { raw, folded: raw.toLowerCase(), language: language.toLowerCase(), source: source.toLowerCase() };
}

export function matches(query: Query, text: Searchable): boolean {
  const has = (term: Term) => holds(text, term);
  return (
    (query.languages.length === 0 || query.languages.some((language) => text.language.startsWith(language))) &&
    (query.sources.length === 0 || query.sources.some((source) => text.source.includes(source))) &&
    query.all.every((any) => any.some(has)) &&
    !query.none.some(has)
  );
}

interface Token {
  minus: boolean;
  field: 'lang' | 'from' | null;
  value: string;
  quoted: boolean;
}

function* tokens(text: string): Generator<Token> {
  for (let at = 0; at < text.length; ) {
    if (text[at] === ' ' || text[at] === ',') {
      at += 1;
      continue;
    }
    const minus = text[at] === '-' && at + 1 < text.length && text[at + 1] !== ' ';
    if (minus) at += 1;
    const field =
      (['lang', 'from'] as const).find((name) => text.slice(at, at + 5).toLowerCase() === `${name}:`) ?? null;
    if (field !== null) at += 5;
    const quoted = text[at] === '"';
    const end = quoted ? endOf(text, '"', at + 1) : endOf(text, ' ', at);
    const value = text.slice(quoted ? at + 1 : at, end).trim();
    at = end + 1;
    if (value !== '') yield { minus, field, value, quoted };
  }
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found;
}

function termOf(value: string): Term | null {
  const text = value.replaceAll(/\s+/gu, ' ').replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, '');
  if (text === '') return null;
  return { text: text.toLowerCase(), exact: /^[A-Z]{2,4}$/.test(text) ? text : null };
}

/** Words with spaces between them are found whole (a plural or possessive s may follow); other scripts anywhere. */
function holds({ raw, folded }: Searchable, { text, exact }: Term): boolean {
  const [where, what] = exact === null ? [folded, text] : [raw, exact];
  const bounded = isSpaced(what[0]!);
  for (let at = where.indexOf(what); at !== -1; at = where.indexOf(what, at + 1)) {
    const end = at + what.length;
    const startsWord = !bounded || !isSpaced(where[at - 1]!);
    if (startsWord && (!isSpaced(what.at(-1)!) || endsWord(where, end))) return true;
  }
  return false;
}

function endsWord(text: string, end: number): boolean {
  const plural = text[end] === 's' || (text[end] === 'e' && text[end + 1] === 's');
  return !isSpaced(text[end] ?? ' ') || (plural && !isSpaced(text[text[end] === 's' ? end + 1 : end + 2] ?? ' '));
}

/** Letters and digits of scripts that put spaces between words. Korean does, but hangs particles on its words. */
function isSpaced(character: string | undefined): boolean {
  if (character === undefined || character === ' ') return false;
  return /[a-z0-9]/i.test(character) || /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(character);
}
