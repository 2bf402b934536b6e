/**
 * Names that the cited sentences only mean: `the company` is the one that the sentences before it name. A name is taken
 * so where it stands among the words of such a reference, and not among those of a name that the claim has left out.
 */
import type { Article } from '../model.ts';
import { openingWords } from '../text/name-lists.ts';
import { namesIn } from '../text/names.ts';
import { unspaced } from '../text/words.ts';
import { likeness, type Part, type Surroundings, surroundingsOf } from './ground-surroundings.ts';

/** A cited sentence that refers to what others name. */
export interface Reference {
  /** Around each of its words that refer. */
  references: readonly { at: number; around: Surroundings }[];
  /** Its own names, and what is around them. */
  named: readonly { name: string; at: number; around: Surroundings }[];
  /** What it may refer to: the sentences before it, and the first. */
  antecedents: string;
  /** Whom `she` stands for where it opens the sentence, and what `the storm` is called in them: in words, lower case. */
  meant: ReadonlySet<string>;
}

const kinds =
  'company|firm|group|maker|carmaker|chipmaker|manufacturer|retailer|start-?up|developer|operator|utility|airline|bank|insurer|lender|fund|business|model|system|tool|app|drug|treatment|vaccine|device|product|plant|project|team|club|side|party|alliance|coalition|government|ministry|agency|service|office|institute|university|school|hospital|city|town|country|state|island|region|storm|hurricane|typhoon|quake|ship|vessel|mission|probe|rocket|union|court|council|board|paper|study|film|festival|museum|minister|president|mayor|governor|coach|striker|player|singer|author|director|chief';
const pointing: Record<string, RegExp> = {
  en: new RegExp(
    `(?<=^|[,;"] ?|\\b(?:and|but|or|that|said|says|because|as|when|while|if|after|before|which) )(?:it|they|he|she)\\b|\\b(?:its|their|his|her)\\b|\\b(?:the|this) (?:\\p{Ll}+ )?(?:${kinds})(?:'s)?\\b`,
    'giu',
  ),
  ja: /同(?:社|氏|国|市|県|町|村|大学?|校|店|病院|省|庁|局|研究所|選手|チーム|党|行|紙|機|線)|両社|市立|(?<![\p{Script=Han}ァ-ヴー])[市県町村](?=[はがの])/gu,
  zh: /[该該此本](?:公司|行|校|院|局|机构|機構|企业|企業|国|國|市|厂|廠|基金)|(?<!\p{Script=Han})(?:公司|其|它|他|她)|公司/gu,
  ko: /(?:이|해당) (?:회사|업체|기업|은행|기관|병원|대학|팀|제품)|(?<![가-힣])(?:회사|그|그녀)(?=[는가의도])/gu,
};

/** How far back a reference reaches, in sentences. */
const reach = 4;

export function referencesIn(
  cited: readonly { text: string; language: string }[],
  articles: readonly Article[],
): Reference[] {
  return cited.flatMap(({ text, language }) => {
    const plain = text.normalize('NFKC').replaceAll('’', "'");
    const found = placesOf(plain, pointing[language.slice(0, 2)]);
    const article = articles.find(({ sentences }) => sentences.includes(text));
    if (found.length === 0 || article === undefined) return [];
    const at = article.sentences.indexOf(text);
    const before = [article.title, article.sentences[0], ...article.sentences.slice(Math.max(0, at - reach), at)];
    const named = unspaced(language)
      ? namesIn(plain, language).flatMap((name) => placesOf(plain, literally(name)))
      : placesOf(plain, capital).filter(({ start, end }) => !isOpening(plain, start, end));
    const around = (parts: Part[]) => surroundingsOf(plain, language, parts);
    return [
      {
        references: found.flatMap((part) => around([part]).map((one) => ({ at: part.start, around: one }))),
        named: named.flatMap((part) => {
          const [surroundings] = around([part]);
          return surroundings === undefined
            ? []
            : [{ name: plain.slice(part.start, part.end), at: part.start, around: surroundings }];
        }),
        antecedents: before.join('\n').normalize('NFKC').toLowerCase(),
        meant: new Set(
          language.startsWith('en')
            ? [...subjectBefore(plain, article.sentences[at - 1]), ...calledSo(plain, before)]
            : [],
        ),
      },
    ];
  });
}

const nameWords = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]+(?:\s\p{Lu}[\p{L}\p{N}]+)*/gu;

/** The one person whom the sentence before names first, in two words or more. */
function subjectBefore(plain: string, before = ''): string[] {
  if (!/^(?:he|she)\b/iu.test(plain)) return [];
  const names = [...before.replace(/[“"][^“”"]*[”"]?/gu, ' ').matchAll(nameWords)].map(([name]) => name);
  const people = names.filter((name) => name.includes(' ') && !openingWords.has(name.split(' ')[0]!.toLowerCase()));
  return people.length === 1 ? people[0]!.toLowerCase().split(' ') : [];
}

const ofKind = new RegExp(`\\b(?:the|this) (${kinds})\\b`, 'giu');

/** `Storm Edda`, where a sentence has `the storm`. */
function calledSo(plain: string, before: readonly (string | undefined)[]): string[] {
  return [...plain.matchAll(ofKind)].flatMap(([, kind = '']) => {
    const called = new RegExp(`(?<!\\p{L})${kind} (\\p{Lu}\\p{L}+)`, 'giu');
    const names = before.flatMap((text = '') => [...text.matchAll(called)].map(([, name = '']) => name));
    const own = new Set(names.filter((name) => /^\p{Lu}/u.test(name)).map((name) => name.toLowerCase()));
    return own.size === 1 ? [...own] : [];
  });
}

function isOpening(text: string, start: number, end: number): boolean {
  return /(?:^|[.!?:"] ?"?)$/u.test(text.slice(0, start)) && openingWords.has(text.slice(start, end).toLowerCase());
}

/** Parts of a name are left out as well: the Court of the Court of Justice. */
const capital = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]+/gu;

function literally(name: string): RegExp {
  return new RegExp(name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'gu');
}

function placesOf(text: string, pattern: RegExp | undefined): Part[] {
  if (pattern === undefined) return [];
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    keys: [],
  }));
}

/** Words that a reference and a claim have to share. */
const leastShared = 0.8;
/** How much more of them than a name that was left out. */
const lead = 1.2;

/** @param word of the claim, that the cited sentences do not have */
export function isMeant(word: string, text: string, language: string, references: readonly Reference[]): boolean {
  const plain = text.normalize('NFKC').replaceAll('’', "'");
  const folded = word.toLowerCase();
  return references.some(({ references: referring, named, antecedents, meant }) => {
    if (!antecedents.includes(folded)) return false;
    if (meant.has(folded) && named.every(({ name }) => openingWords.has(name.toLowerCase()) || plain.includes(name)))
      return true;
    const mine = placesOf(plain.toLowerCase(), literally(folded)).flatMap((part) =>
      surroundingsOf(plain, language, [part]),
    );
    const left = named.filter(({ name }) => {
      const times = named.filter((one) => one.name === name).length;
      return plain.split(name).length - 1 < times;
    });
    if (mine.length === 0) return false;
    return mine.every((around) => {
      // A name before it in its own sentence is the nearer one: `Gavi, the alliance`, `Aegina and the island's grid`.
      const free = referring.filter(({ at }) => !left.some((name) => name.at < at));
      const asReference = Math.max(0, ...free.map((one) => likeness(around, one.around)));
      const asName = Math.max(0, ...left.map((one) => likeness(around, one.around)));
      return asReference >= leastShared && asReference > asName * lead;
    });
  });
}
