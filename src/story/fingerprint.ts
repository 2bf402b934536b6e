/** What is compared of an article: its words, its names and numbers, and those that hold across languages. */
import { datesIn } from '../text/dates.ts';
import { numbersIn } from '../text/numbers.ts';
import { terms } from '../text/words.ts';
import { type Bag, bagOf, shelve } from './bag.ts';
import { sidesOf } from './embedding.ts';
import { foldHan } from './han.ts';
import { hash32 } from './hash.ts';
import { conceptsIn } from './lexicon.ts';
import { type Measures, measuresOf } from './measures.ts';
import { namesOf, soundOf } from './names.ts';
import { type Sketch, sketchOf } from './sketch.ts';

export interface Fingerprint {
  /** First subtag of the language. */
  language: string;
  /** Words, those of the title counted three times. */
  words: Bag;
  /** Words of the title alone. */
  title: Bag;
  /** Names and numbers as written. */
  names: Bag;
  /** Names by their sound or their entry in the lexicon, and numbers: the same in every language. */
  bridge: Bag;
  /** What it is about, by the lexicon: the same in every language. */
  concepts: Bag;
  /** Places and organisations of the lexicon. */
  known: Bag;
  /** Names of the title and the first sentences: who and where. */
  actors: Bag;
  /** On which sides of random planes the embedding lies; empty without one. */
  sides: Bag;
  measures: Measures;
  sketch: Sketch;
  embedding: Float32Array | null;
}

export interface FingerprintSource {
  title: string;
  text: string;
  language: string;
  embedding?: Float32Array | null;
}

const spacedLead = 1_400;
const unspacedLead = 700;
const titleWeight = 2;
const mostTitle = 400;

export function fingerprintOf({ title: whole, text, language, embedding }: FingerprintSource): Fingerprint {
  const title = whole.slice(0, mostTitle);
  const primary = language.slice(0, 2).toLowerCase();
  const lead = text.slice(0, /^(ja|zh|th)$/.test(primary) ? unspacedLead : spacedLead);
  const names = namesOf(title, lead, primary);
  const numbers = numberKeys(`${title}. ${lead}`, primary);
  const concepts = [...conceptsIn(title, primary), ...conceptsIn(title, primary), ...conceptsIn(lead, primary)];
  const entities = concepts.filter((id) => !isConcept(id));
  const sounds = new Map([...names].flatMap(([name, n]) => soundOf(name).map((sound) => [hash32(sound), n] as const)));
  const bags = {
    words: bagOf(wordWeights(title, lead, primary), 120),
    title: bagOf(wordWeights(title, '', primary), 20),
    names: bagOf(new Map([...hashed(names, 'n:'), ...numbers]), 60),
    bridge: bagOf(new Map([...counted(entities), ...sounds, ...numbers]), 60),
    concepts: bagOf(counted(concepts.filter(isConcept)), 30),
    known: bagOf(counted(entities), 12),
    actors: bagOf(hashed(namesOf(title, lead.slice(0, lead.length / 3), primary), 'n:'), 12),
    sides: bagOf(new Map((embedding ? sidesOf(embedding) : []).map((side) => [side, 1])), 16),
  };
  shelve(Object.values(bags));
  return {
    ...bags,
    language: primary,
    measures: measuresOf(title, lead, primary),
    sketch: sketchOf(text),
    embedding: embedding ?? null,
  };
}

function wordWeights(title: string, lead: string, language: string): Map<number, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(title, language)) counts.set(word, (counts.get(word) ?? 0) + titleWeight);
  for (const word of wordsOf(lead, language)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, n]) => [hash32(`w:${word}`), 1 + Math.log(n)]));
}

/** Japanese and Chinese as pairs of characters: no segmenter agrees with itself on names, and they share characters. */
export function wordsOf(text: string, language: string): string[] {
  return /^(ja|zh)$/.test(language) ? pairsOf(text) : terms(text, language);
}

function pairsOf(text: string): string[] {
  const found: string[] = [];
  const plain = foldHan(text.normalize('NFKC').toLowerCase());
  for (const [run] of plain.matchAll(/[a-z][a-z\d.&-]+|[ァ-ヺー]{2,}|\p{Script=Han}{2,}/gu)) {
    const characters = [...run];
    if (!/^\p{Script=Han}/u.test(run)) found.push(run);
    else for (let at = 0; at + 2 <= characters.length; at++) found.push(characters[at]! + characters[at + 1]!);
  }
  return found;
}

/** Small counts and bare years say little; everything else says a lot. */
function numberKeys(text: string, language: string): Map<number, number> {
  const keys = new Map<number, number>();
  for (const { value, kind } of numbersIn(text, language)) {
    const slight =
      kind === 'year' || kind === 'ordinal' || (typeof value === 'number' && value <= 10 && value % 1 === 0);
    const family = kind === 'percent' ? '%' : kind === 'time' ? 'h' : '';
    keys.set(hash32(`#${value}${family}`), slight ? 0.4 : 1);
  }
  for (const { value } of datesIn(text, language)) keys.set(hash32(`@${value}`), 0.7);
  return keys;
}

function isConcept(id: string): boolean {
  return id.startsWith('#');
}

function hashed(counts: ReadonlyMap<string, number>, prefix: string): Map<number, number> {
  return new Map([...counts].map(([word, n]) => [hash32(prefix + word), n]));
}

function counted(concepts: string[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const concept of concepts) counts.set(hash32(concept), (counts.get(hash32(concept)) ?? 0) + 1);
  return new Map([...counts].map(([key, n]) => [key, 1 + Math.log(n)]));
}
