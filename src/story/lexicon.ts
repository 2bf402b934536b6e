/**
 * Places, organisations and concepts of the news as English, Japanese, Chinese and Korean write them: what lets reports
 * in two of these languages meet. `lexicon.json` holds them; an id with # is a concept, the others are names.
 */
import { stem, words } from '../text/words.ts';
import { foldHan } from './han.ts';
import entries from './lexicon.json' with { type: 'json' };

interface Form {
  id: string;
  /** English: stems in order. Else the folded text. */
  parts: string[];
}

const english = new Map<string, Form[]>();
const unspaced = new Map<string, Form[]>();

for (const { id, en, ja, zh, ko } of entries) {
  for (const form of en) addForm(english, id, words(form, 'en').map(englishKey));
  // One character alone stands inside too many other words.
  for (const form of [...ja, ...zh, ...ko]) if (form.length > 1) addForm(unspaced, id, [...foldForm(form)]);
}

/** @returns ids, one for each occurrence */
export function conceptsIn(text: string, language: string): string[] {
  return /^(ja|zh|ko)$/.test(language)
    ? [...scan([...foldForm(text)], unspaced, (units) => units.slice(0, 2).join(''))]
    : [...scan(words(text, 'en').map(englishKey), english, (units) => units[0]!)];
}

/** @returns the id of a name in Latin letters, or null */
export function entityOf(name: string): string | null {
  return (
    english.get(englishKey(name.toLowerCase()))?.find(({ parts, id }) => parts.length === 1 && !id.startsWith('#'))
      ?.id ?? null
  );
}

function addForm(index: Map<string, Form[]>, id: string, parts: string[]): void {
  const key = index === english ? parts[0]! : parts.slice(0, 2).join('');
  const forms = index.get(key) ?? [];
  forms.push({ id, parts });
  index.set(
    key,
    forms.sort((a, b) => b.parts.length - a.parts.length),
  );
}

function* scan(units: string[], index: Map<string, Form[]>, keyOf: (units: string[]) => string): Generator<string> {
  for (let at = 0; at < units.length; ) {
    const form = index
      .get(keyOf(units.slice(at, at + 2)))
      ?.find(({ parts }) => parts.every((part, n) => units[at + n] === part) && !isInsideWord(parts, units, at));
    if (form !== undefined) yield form.id;
    at += form?.parts.length ?? 1;
  }
}

/** タイ in スタイル, メタ in メタノール: short katakana stands in longer words. */
function isInsideWord(parts: string[], units: string[], at: number): boolean {
  if (parts.length > 3 || !parts.every((part) => katakana.test(part))) return false;
  return [units[at - 1], units[at + parts.length]].some((beside) => beside !== undefined && katakana.test(beside));
}

const katakana = /^[ァ-ヴー]$/u;

function englishKey(word: string): string {
  return stem(word.replace(/'s$|’s$/u, ''), 'en');
}

function foldForm(text: string): string {
  return foldHan(text.normalize('NFKC').toLowerCase());
}
