/**
 * The names in a text: people, places, organisations, products. English by its capitals, other scripts by what stands
 * around a name. It finds most, not all: what it finds is near certain to be a name.
 */
import { withoutAccents } from './accents.ts';
import { commonLoanwords, nameSuffixes, openingWords } from './name-lists.ts';

/**
 * @param known names found elsewhere (in the whole article), so that one that opens a sentence is told from any
 *   other word with a capital
 * @returns each once, NFKC, in order of appearance
 */
export function namesIn(text: string, language: string, known: ReadonlySet<string> = new Set()): string[] {
  const plain = text.normalize('NFKC').replaceAll('’', "'");
  const found = /^(ja|zh|yue|ko|th)/u.test(language)
    ? [...foreignNames(plain), ...scriptNames(plain, language)]
    : capitalNames(plain, known);
  return [...new Set(found)];
}

/** Does a text hold a name, or the part of it that is used alone? `Stephen Casper` is held by `Casper said`. */
export function holdsName(text: string, name: string): boolean {
  const plain = folded(text);
  return (
    plain.includes(folded(name)) ||
    folded(name)
      .split(' ')
      .some((part) => part.length > 3 && hasWord(plain, part))
  );
}

function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + word.length] ?? ' ');
}

function folded(text: string): string {
  return withoutAccents(text.normalize('NFKC').toLowerCase())
    .replace(/[’']s\b/gu, '')
    .replace(/[.・·]/gu, '')
    .replace(/\s+/gu, ' ');
}

const capital = String.raw`(?:\p{Lu}|\p{Ll}\p{Lu})(?:[\p{L}\p{N}'&+]|[.-](?=[\p{L}\p{N}]))*`;
const capitals = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${capital})(?:\\s(?:(?:of|the|de|la|van|von|bin|al|and)\\s(?:the\\s)?)?(?=\\p{Lu}|\\d)(?:${capital}|\\d+(?:\\.\\d+)*))*`,
  'gu',
);

function capitalNames(text: string, known: ReadonlySet<string>): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(capitals)) {
    const opens = /(^|[.!?:“"‘(•]\s*)$/u.test(text.slice(Math.max(0, match.index - 3), match.index));
    for (const part of match[0].split(/'s\s|s'\s|\sand\s(?:the\s)?/u)) {
      const name = trimmed(part, opens && match[0].startsWith(part), known);
      if (name !== '') names.push(name);
    }
  }
  return names;
}

/** Without the words that have a capital only because they open a sentence. */
function trimmed(run: string, opens: boolean, known: ReadonlySet<string>): string {
  const words = run.split(' ').map((word) => word.replace(/'s?$/u, '').replace(/-\p{Ll}.*$/u, ''));
  while (words.length > 0 && isNoName(words, opens)) words.shift();
  const [first = ''] = words;
  if (words.length === 1 && opens && !isNameBySpelling(first) && !isKnown(first, known)) return '';
  return words.length === 1 && first.length < 2 ? '' : words.join(' ');
}

/** A number is part of the name before it; `About 900` and `Narrowly 900` are no names. */
function isNoName([first = '', second = '']: string[], opens: boolean): boolean {
  if (openingWords.has(first.toLowerCase()) || /^[\d.]+$/u.test(first)) return true;
  return opens && /^\p{L}+ly$/u.test(first) && /^\d/u.test(second);
}

/** `IBM`, `OpenAI`, `GPT-4`: no usual word is spelled so. */
function isNameBySpelling(word: string): boolean {
  return /^\P{L}*\p{Lu}{2,}/u.test(word) || /\p{Ll}\p{Lu}/u.test(word) || /\d/u.test(word);
}

function isKnown(word: string, known: ReadonlySet<string>): boolean {
  return known.has(word) || [...known].some((name) => name.split(' ').includes(word));
}

/** Latin letters in a text of another script are nearly always a name. */
function foreignNames(text: string): string[] {
  return [...text.matchAll(/(?<![A-Za-z\d])[A-Z][A-Za-z\d&.'+-]*(?:\s[A-Z\d][A-Za-z\d&.'+-]*)*/gu)]
    .map(([name]) => name.replace(/[.'-]+$/u, ''))
    .filter((name) => name.length > 1);
}

const katakana = /[ァ-ヴー]{2,}(?:[・=＝][ァ-ヴー]+)*/gu;
const transliterated = /\p{Script=Han}{1,4}(?:[·•・]\p{Script=Han}{1,4})+/gu;
const titled = /[《『]([^》』]{2,40})[》』]/gu;

function scriptNames(text: string, language: string): string[] {
  const suffix = nameSuffixes(language);
  const bySuffix = [...text.matchAll(suffix)].map(([, before = '', kept = '']) =>
    (before + kept).replace(/^[的和与與]/u, ''),
  );
  const loan = language.startsWith('ja') ? [...text.matchAll(katakana)].map(([name]) => name) : [];
  const others = language.startsWith('zh')
    ? [...text.matchAll(transliterated)].map(([name]) => name.replace(/^[的和与與在对對向由]/u, ''))
    : [];
  const works = [...text.matchAll(titled)].map(([, name = '']) => name);
  return [...loan.filter((name) => name.length > 2 && !commonLoanwords.has(name)), ...others, ...works, ...bySuffix];
}
