/** Finds many keywords in a text in one walk over it. */

export interface Keyword {
  id: string;
  word: string;
}

export interface KeywordHit extends Keyword {
  /** False where a capital may only mean that a sentence begins (`Meta`, `Apple`), or that all is in capitals. */
  sure: boolean;
  /** How often it stands there. */
  count: number;
}

interface Pattern extends Keyword {
  /** Has a capital, so the text must have it too. */
  cased: boolean;
  /** One word with only its first letter capital: also an English word, often enough. */
  ambiguous: boolean;
  folded: string;
}

/** Names that hold a keyword without being about it. */
const falseFriends =
  /\b(?:AI Weiwei|Ai Weiwei|Amazon (?:rain)?forest|Amazon (?:River|basin)|Apple (?:pie|cider|orchard)|Claude (?:Monet|Debussy|Juncker)|Jean-Claude|Bruno Mars|Oracle of|Meta-?analys[ie]s|Arm(?:s)? (?:deal|race|control|embargo)|Steam engine|potato chips?|chip shop|fish and chips|war on drugs)\b/giu;
const letterOrDigit = /[A-Za-z0-9]/;

/** @returns each keyword found, once */
export function createMatcher(keywords: Keyword[]): (text: string) => KeywordHit[] {
  const ascii = new Map<string, Pattern[]>();
  const other = new Map<string, Pattern[]>();
  for (const keyword of keywords) {
    const pattern = patternOf(keyword);
    const isAscii = letterOrDigit.test(pattern.folded[0]!);
    const [index, key] = isAscii ? [ascii, firstWord(pattern.folded)] : [other, pattern.folded.slice(0, 2)];
    index.set(key, [...(index.get(key) ?? []), pattern]);
  }

  return (raw) => {
    const text = raw.normalize('NFKC').replaceAll(falseFriends, (name) => ' '.repeat(name.length));
    const folded = lowered(text);
    const shouting = isShouting(text);
    const titled = isTitleCase(text);
    const hits = new Map<Pattern, { sure: boolean; count: number }>();
    const note = (pattern: Pattern, at: number) => {
      const plain = pattern.cased && (shouting || (pattern.ambiguous && (titled || opensSentence(text, at))));
      const { sure, count } = hits.get(pattern) ?? { sure: false, count: 0 };
      hits.set(pattern, { sure: sure || !plain, count: count + 1 });
    };
    for (let at = 0; at < text.length; at++) {
      if (!letterOrDigit.test(text[at]!)) {
        for (const pattern of other.get(folded.slice(at, at + 2)) ?? [])
          if (folded.startsWith(pattern.folded, at)) note(pattern, at);
        continue;
      }
      if (at > 0 && letterOrDigit.test(text[at - 1]!)) continue;
      for (const word of singulars(firstWord(folded.slice(at, at + 24))))
        for (const pattern of ascii.get(word) ?? []) if (standsAt(pattern, text, folded, at)) note(pattern, at);
    }
    return [...hits].map(([{ id, word }, hit]) => ({ id, word, ...hit }));
  };
}

function patternOf({ id, word }: Keyword): Pattern {
  const plain = word.normalize('NFKC');
  return { id, word, cased: /[A-Z]/.test(plain), ambiguous: /^[A-Z][a-z]+$/.test(plain), folded: lowered(plain) };
}

/** ASCII only, so that places stay the same. */
function lowered(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function firstWord(text: string): string {
  return /^[a-z0-9]+/.exec(text)?.[0] ?? '';
}

function singulars(word: string): string[] {
  return word.endsWith('s') ? [word, word.slice(0, -1)] : [word];
}

/** At a word boundary; a plural s may follow; capitals where the keyword has them. */
function standsAt({ folded: word, cased, word: written }: Pattern, text: string, folded: string, at: number): boolean {
  if (!folded.startsWith(word, at)) return false;
  const end = at + word.length;
  const after = folded.slice(end, end + 2);
  if (/^[a-z0-9]/.test(after) && !/^s(?![a-z0-9])/.test(after)) return false;
  return !cased || text.startsWith(written.normalize('NFKC'), at);
}

function opensSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:。！？“"\n])\s*$/u.test(text.slice(Math.max(0, at - 4), at));
}

function isShouting(text: string): boolean {
  const letters = text.match(/[A-Za-z]/g) ?? [];
  return letters.length >= 12 && letters.filter((letter) => letter <= 'Z').length / letters.length > 0.7;
}

function isTitleCase(text: string): boolean {
  const words = text.match(/[A-Za-z]{4,}/g) ?? [];
  return (
    words.length >= 3 && text.length < 250 && words.filter((word) => /^[A-Z]/.test(word)).length / words.length > 0.7
  );
}
