/**
 * The two parts of an English question: the words that name what is asked for (`what modern city`), which an answer
 * need not repeat, and the rest, which it must. A near miss has its strange word in the rest.
 */
import { isMetBy } from '../text/related.ts';
import { type Token, tokensOf } from './retrieve-alignment.ts';
import type { IndexedSentence, SentenceIndex } from './retrieve-index.ts';
import { likenessTo } from './retrieve-likeness.ts';
import type { AskedFor } from './retrieve-question.ts';

export const zoneNames = [
  'askedMissing',
  'askedWords',
  'restMissing',
  'restMissingWeight',
  'restFirstMissing',
  'restLastMissing',
  'restNamesMissing',
  'restNumbersMissing',
  'deniedNear',
  'letterMissing',
  'askedAbsent',
  'restAbsent',
  'leastInText',
] as const;
type Zones = Record<(typeof zoneNames)[number], number>;

/** For languages whose questions we cannot part. */
const unread = Object.fromEntries(zoneNames.map((name) => [name, 0])) as Zones;

/** @param near terms of the best sentence and those around it */
export function zones(asked: AskedFor, best: IndexedSentence, near: string[], index: SentenceIndex): Zones {
  if (!asked.language.startsWith('en')) return unread;
  const { naming, rest } = partsOf(asked.text);
  const said = new Set(tokensOf(best.words, asked.language).map(({ term }) => term));
  const isMissing = ({ term }: Token) => !said.has(term);
  const missing = rest.filter((token) => isMissing(token) && !isMetBy(token.term, near));
  const weigh = (tokens: Token[]) => tokens.reduce((sum, { term }) => sum + index.bm25.idf(term), 0);
  const howMissing = (token: Token | undefined) =>
    token === undefined || !isMissing(token) ? 0 : missing.includes(token) ? 1 : 0.5;
  return {
    askedMissing: naming.filter(isMissing).length,
    askedWords: naming.length,
    restMissing: missing.length,
    restMissingWeight: weigh(missing) / (weigh(rest) || 1),
    restFirstMissing: howMissing(rest[0]),
    restLastMissing: howMissing(rest.at(-1)),
    restNamesMissing: rest.filter((token) => token.named && !token.number && isMissing(token)).length,
    restNumbersMissing: rest.filter((token) => token.number && isMissing(token)).length,
    deniedNear: asked.negated ? 0 : deniedShares(best.words, new Set(rest.map(({ term }) => term))),
    ...absences(naming, rest, index),
    letterMissing: lettersIn(asked.text).filter((letter) => !lettersIn(best.words).includes(letter)).length,
  };
}

/** Words of both parts that the whole text has not, in no form, nor anything like them. */
function absences(naming: Token[], rest: Token[], index: SentenceIndex) {
  const likeness = likenessTo(index);
  const [asked, others] = [naming, rest].map((tokens) => tokens.map(({ term }) => likeness(term))) as [
    number[],
    number[],
  ];
  const absent = (some: number[]) => some.filter((one) => one < alike).length;
  return { askedAbsent: absent(asked), restAbsent: absent(others), leastInText: Math.min(1, ...asked, ...others) };
}

const alike = 0.6;

const verbs = 'is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must';
const namingPhrase = new RegExp(
  String.raw`\b(?:(?:what|which|whose)\b(?! (?:${verbs})\b)|how(?= (?:many|much|old|long|far|often|large|big|tall|high)\b))((?:\s+[\p{L}\p{N}'’-]+){1,5}?)(?=\s+(?:${verbs}|of|in|on|at|for|from|to|by|with|about)\b)`,
  'iu',
);

/** Content words of both parts, in order. Where no verb ends the naming part, it is taken to be one word. */
function partsOf(question: string): { naming: Token[]; rest: Token[] } {
  const found = namingPhrase.exec(question) ?? /\b(?:what|which|whose)(\s+[\p{L}\p{N}'’-]+)/iu.exec(question);
  const content = (text: string) => tokensOf(text, 'en').filter((token) => token.content);
  if (found === null) return { naming: [], rest: content(question) };
  const behind = question.slice(found.index + found[0].length);
  return { naming: content(found[1]!), rest: [...content(question.slice(0, found.index)), ...content(behind)] };
}

/** How many words of the question stand close behind a denial in the sentence. */
function deniedShares(sentence: string, asked: ReadonlySet<string>): number {
  const parts = sentence.split(denial).slice(1);
  return parts.filter((part) =>
    tokensOf(part.split(/\s+/u).slice(0, 5).join(' '), 'en').some(({ term, content }) => content && asked.has(term)),
  ).length;
}

const denial = /\b(?:not|no|never|none|neither|nor|without|cannot|hardly|rarely|unlikely)\b|n['’]t\b/iu;

/** `T` of a T cell, `IV` of a king: they tell two things of one name apart and are in no list of terms. */
function lettersIn(text: string): string[] {
  return (text.match(/(?<![\p{L}\p{N}'’])(?:[B-HJ-Z]|[IVX]{2,5}|\d{1,2})(?![\p{L}\p{N}'’.,:])/gu) ?? []).map(String);
}
