/**
 * Facts in each other's place. Where a claim follows its sentence nearly word for word, the two are laid side by
 * side: a number or name that stands where the sentence has another is a fault, even if the sentence has both.
 */
import { withoutAccents } from '../text/accents.ts';
import { openingWords } from '../text/name-lists.ts';
import { unspaced, words } from '../text/words.ts';
import { turnedDeeds } from './ground-agents.ts';
import { aliasesOf, demonymRoot } from './ground-aliases.ts';
import type { Evidence } from './ground-evidence.ts';
import { inStep } from './ground-step.ts';
import { sameLanguage } from './ground-text.ts';
import type { Whole } from './ground-whole.ts';

/**
 * The share of the claim's words that must be in step with the sentence: more where both have the same facts in
 * another order, which a careful writer may well do.
 */
const closeEnough = { repeated: 0.55, reordered: 0.8 };

export function misplacedFacts(text: string, evidence: Evidence, language: string): string[] {
  if (!sameLanguage(language, evidence.language)) return [];
  const claim = tokens(text, language, evidence);
  const told = evidence.sentences.flatMap((sentence) => {
    const stated = tokens(sentence, language, evidence);
    return [
      ...misplaced(claim, stated),
      ...(unspaced(language) ? substituted(claim, stated, evidence.whole.text) : []),
    ];
  });
  return [...told, ...turnedDeeds(text, evidence)];
}

interface Token {
  word: string;
  /** A number, or part of a name. */
  fact: boolean;
}

function tokens(text: string, language: string, { whole }: Evidence): Token[] {
  // As `words` has them: without accents, the points of initials and the commas of thousands.
  const plain = withoutAccents(text.normalize('NFKC')).replace(/(?<=\p{L})\.(?=\p{L})|(?<=\d),(?=\d{3})/gu, '');
  const lower = plain.toLowerCase();
  const named = nameSpans(plain, language, whole);
  let from = 0;
  return words(plain, language).map((word) => {
    const at = lower.indexOf(word, from);
    if (at >= 0) from = at + word.length;
    const inName = at >= 0 && named.some(([start, end]) => at < end && start < at + word.length);
    return { word, fact: /\d/u.test(word) || (inName && !openingWords.has(word)) };
  });
}

const capitals = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu;
/** In scripts without capitals: Latin letters, and katakana of some length. */
const foreign = /[A-Za-z][A-Za-z\d]+|[ァ-ヴー]{3,}/gu;

function nameSpans(text: string, language: string, whole: Whole): [number, number][] {
  const apart = unspaced(language);
  const spans = [...text.matchAll(apart ? foreign : capitals)].map(({ 0: name, index }) => spanOf(index, name));
  if (!apart) return spans;
  return [
    ...spans,
    ...[...whole.known].flatMap((name) => placesOf(text, withoutAccents(name)).map((index) => spanOf(index, name))),
  ];
}

function spanOf(index: number, name: string): [number, number] {
  return [index, index + name.length];
}

function placesOf(text: string, name: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push(at);
  return places;
}

function misplaced(claim: Token[], sentence: Token[]): string[] {
  const anchors = inStep(
    claim.map(({ word }) => word),
    sentence.map(({ word }) => word),
  );
  const share = anchors.length / claim.length;
  if (anchors.length < 3 || share < closeEnough.repeated) return [];
  const stated = sentence.map(({ word }) => word);
  const edges: [number, number][] = [[-1, -1], ...anchors, [claim.length, sentence.length]];
  const gaps = edges.slice(1).flatMap(([toClaim, toSentence], index) => {
    const [fromClaim, fromSentence] = edges[index]!;
    const mine = factsIn(claim.slice(fromClaim + 1, toClaim));
    const theirs = factsIn(sentence.slice(fromSentence + 1, toSentence));
    return mine.filter((word) => {
      // Words that only moved leave a gap on one side alone, or one of another kind.
      const rivals = theirs.filter((other) => isNumber(other) === isNumber(word));
      if (rivals.length === 0 || isAmong(word, rivals) || !isAmong(word, stated)) return false;
      return share >= closeEnough.reordered || timesIn(claim, word) > timesIn(sentence, word);
    });
  });
  return share >= closeEnough.reordered ? [...gaps, ...uprooted(claim, sentence)] : gaps;
}

/** The share of a claim that must be the sentence's for a phrase in another's place to be told from a rewording. */
const nearlyVerbatim = 0.8;
const shortestPhrase = 3;

/**
 * Phrases of the article that stand where the sentence has something else. It needs no list of names, but a claim that
 * copies the sentence.
 */
function substituted(claim: Token[], sentence: Token[], article: string): string[] {
  const [mine, theirs] = [claim, sentence].map((list) => list.map(({ word }) => word));
  const anchors = inStep(mine!, theirs!);
  if (lengthOf(anchors.map(([at]) => mine![at]!)) < lengthOf(mine!) * nearlyVerbatim) return [];
  const edges: [number, number][] = [[-1, -1], ...anchors, [claim.length, sentence.length]];
  const [whole, stated] = [mine!.join(''), theirs!.join('')];
  return edges.slice(1).flatMap(([toClaim, toSentence], index) => {
    const [fromClaim, fromSentence] = edges[index]!;
    const phrase = mine!.slice(fromClaim + 1, toClaim).join('');
    const isReplaced = toSentence - fromSentence > 1;
    if (!isReplaced || phrase.length < shortestPhrase) return [];
    const isMore = whole.split(phrase).length > stated.split(phrase).length;
    return isMore &&
      withoutAccents(article)
        .replace(/[^\p{L}\p{N}]+/gu, '')
        .includes(phrase)
      ? [phrase]
      : [];
  });
}

function lengthOf(words: string[]): number {
  return words.join('').length;
}

/**
 * Facts that stand in other company than in the sentence: neither the word before nor the one after is the same. One
 * alone may have been moved by a careful writer; two of a kind have changed places.
 */
function uprooted(claim: Token[], sentence: Token[]): string[] {
  const moved = claim.filter(({ fact, word }, place) => {
    const there = sentence.flatMap((other, at) => (other.word === word ? [at] : []));
    if (!fact || there.length === 0) return false;
    return there.every((at) => [-1, 1].every((step) => claim[place + step]?.word !== sentence[at + step]?.word));
  });
  return moved
    .map(({ word }) => word)
    .filter((word, _, all) => all.filter((other) => isNumber(other) === isNumber(word)).length > 1);
}

function isNumber(word: string): boolean {
  return /^\d/u.test(word);
}

function timesIn(list: Token[], word: string): number {
  return list.filter((token) => isAmong(word, [token.word])).length;
}

function factsIn(part: Token[]): string[] {
  return part.filter(({ fact }) => fact).map(({ word }) => word);
}

/** `byzantines` is among `byzantine empire`. */
function isAmong(word: string, list: string[]): boolean {
  const text = ` ${list.join(' ')} `;
  const root = demonymRoot(word);
  return (
    aliasesOf(word).some((alias) => text.includes(` ${alias} `)) ||
    list.some((other) => isFormOf(word, other) || (root !== null && demonymRoot(other) === root))
  );
}

function isFormOf(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long === short || long === `${short}s` || (short.length >= 5 && long.startsWith(short));
}
