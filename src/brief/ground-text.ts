/** What can be told of a text from its letters. */
import { detectLanguage } from '../article/language.ts';

/** NFKC, white space folded, typographic quotes and dashes as plain ones. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‛ʼ′]/gu, "'")
    .replace(/[“”„‟″]/gu, '"')
    .replace(/[‐‑‒–—―]/gu, '-')
    .replace(/[\p{Cf}\u00ad]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** An empty quote holds nothing. A quote may end in an ellipsis or a full stop of its own. */
export function holdsQuote(sentence: string, quote: string): boolean {
  const wanted = fold(quote)
    .replace(/^["'「『]+|["'」』]+$/gu, '')
    .replace(/(?:\.{3}|…)$/u, '')
    .replace(/[.。]$/u, '')
    .trim();
  return wanted !== '' && fold(sentence).includes(wanted);
}

export function sameLanguage(a: string, b: string): boolean {
  return a.slice(0, 2).toLowerCase() === b.slice(0, 2).toLowerCase();
}

const scheme = /\b[a-z][a-z0-9+.-]{1,20}:\/\/\S+|\b(?:mailto|tel|javascript|data):\S+|\bwww\.\S+/giu;
const markup = /<[@#!/a-z][^>]*>|\]\([^)]*\)/giu;
const mention = /(?<![\p{Script=Latin}\p{N}._%+-])@[\p{L}\p{N}_.-]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;
/** Letters of any script may stand before the last dot; kana or Han right behind the address do not hide it. */
const domain = /(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+(?:[a-z]{2,24})(?:\/\S*)?(?![a-z0-9])/giu;
/** Initials, and names that end like a file: nothing that a platform makes a link of. */
const harmless =
  /^(?:\p{L}\.)+\p{L}$|\.(?:js|jsx|tsx|mjs|css|html?|txt|pdf|csv|json|exe|docx?|xlsx?|pptx?|jpe?g|png|gif|cpp)$/iu;
/** `evil[.]com`, `evil (dot) com`, `evil。com`: people and browsers read the dot. */
const disguised =
  /[a-z0-9-]+\s?[[({]\s?(?:\.|。|dot|点|點|ドット)\s?[\])}]\s?[a-z]{2,24}|[a-z0-9-]+[。｡](?:com|net|org|info|biz|xyz|top|site|online|shop|link|app|dev|ai|io|me|co|jp|cn|tw|hk|kr|th|ru)(?![a-z0-9])/giu;
const numeric =
  /(?<![\p{Script=Latin}\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)/gu;
/** `#general` and `/subscribe`, not `C#`, `#1` or `and/or`. */
const channelOrCommand =
  /(?<![\p{Script=Latin}\p{N}&/#.:<])#\p{L}[\p{L}\p{N}_-]+|(?<=^|[\s\p{Ps}])\/[a-z][a-z_-]{2,}(?!\S*\/)/giu;

/**
 * Addresses, mentions and markup. What the cited words hold as well is a name there (`Z.ai`), as long as no path follows.
 *
 * @param cited the cited words, folded and in lower case.
 */
export function addressesIn(text: string, cited: string): string[] {
  const plain = text.normalize('NFKC');
  const found = (patterns: readonly RegExp[]) => patterns.flatMap((pattern) => plain.match(pattern) ?? []);
  const named = found([domain, numeric, channelOrCommand]).filter((name) => !cited.includes(name.toLowerCase()));
  return [...found([scheme, markup, mention, disguised]), ...named.filter((name) => !harmless.test(name))];
}

const scripts: Record<string, RegExp> = {
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  zh: /\p{Script=Han}/gu,
  ko: /\p{Script=Hangul}/gu,
  th: /\p{Script=Thai}/gu,
};
const letters = /\p{L}/gu;
/** Very common characters that only simplified Chinese has. */
const simplified = /[们这说时对发经过还进业现关东车书长问间门见马风电动产实从战术]/gu;

/** Is it written in that language, as far as the script shows? */
export function inLanguage(text: string, language: string): boolean {
  const all = count(text, letters);
  if (all < 4) return true;
  const base = language.slice(0, 2);
  const script = scripts[base];
  if (script === undefined) return count(text, /\p{Script=Latin}/gu) > all * 0.6 && !isForeign(text, base, all);
  if (base === 'zh' && count(text, scripts.ja!) > 0) return false;
  // A short Japanese sentence may do without kana.
  if (base === 'ja' && all < 40 && count(text, simplified) < 2 && count(text, scripts.zh!) > all / 2) return true;
  if (/^zh-(TW|HK|Hant)/u.test(language) && count(text, simplified) > 1) return false;
  // Names in Latin letters may fill much of a short sentence.
  return count(text, script) >= all * 0.15;
}

/** A detector by letter groups errs on short texts. */
function isForeign(text: string, language: string, letterCount: number): boolean {
  if (letterCount < 60) return false;
  const found = detectLanguage(text, language);
  return found !== language && found !== 'und';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
