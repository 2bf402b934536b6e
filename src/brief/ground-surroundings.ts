/** The words around something in a sentence, each with a weight: the nearest of most, those behind a comma of less. */
import { terms } from '../text/words.ts';

/** Stem → weight, 0–1. */
export type Surroundings = Map<string, number>;

/** A part of a text whose surroundings are asked for, and what stands for it in those of the others. */
export interface Part {
  start: number;
  end: number;
  keys: Iterable<string>;
}

/** What is counted, with its particle: 건에서. */
const counter = /^(?:\p{Script=Han}|[가-힣](?:에서|으로|까지|부터|마다))$/u;
const fade = 0.85;
const least = 0.1;
const ofNext = 0.5;
const acrossPart = 0.5;
const breaks: [RegExp, number][] = [
  [/^[.!?;。！？；]/u, 0.2],
  [/^[,:、，：()]/u, 0.6],
  // 올랐고, 늘었지만: as a comma would.
  [/^\s$/u, 0.5],
  [/^(?:and|or|but|while|whereas|than|against|versus|vs|compared|from|to)$/iu, 0.6],
];
const split =
  /([.!?;。！？；,:、，：()]|(?<=[가-힣](?:고|지만|으며|면서|으나|는데))\s|\b(?:and|or|but|while|whereas|than|against|versus|vs|compared|from|to)\b)/giu;

/** @param parts in the order of the text @returns for each of them */
export function surroundingsOf(text: string, language: string, parts: readonly Part[]): Surroundings[] {
  const items: Item[] = [];
  let from = 0;
  for (const part of parts) {
    items.push(...wordsBetween(text.slice(from, part.start), language), part);
    from = part.end;
  }
  items.push(...wordsBetween(text.slice(from), language));
  return items.flatMap((item, at) => (typeof item === 'object' ? [around(items, at)] : []));
}

/** A stem; a part; or for what parts words, how much of their weight is left behind it. */
type Item = string | number | Part;

function around(items: readonly Item[], at: number): Surroundings {
  const found: Surroundings = new Map();
  for (const step of [-1, 1]) collect(found, items, at, step);
  // What stands right behind a number is what it counts.
  const next = items[at + 1];
  if (typeof next === 'string' && !counter.test(next)) note(found, `#${next}`, ofNext);
  return found;
}

function collect(found: Surroundings, items: readonly Item[], at: number, step: number): void {
  let weight = 1;
  for (let next = at + step; next >= 0 && next < items.length && weight >= least; next += step) {
    const item = items[next]!;
    if (typeof item === 'object') {
      weight *= acrossPart;
      for (const key of item.keys) note(found, key, weight);
    } else if (typeof item === 'number') weight *= item;
    else {
      // 15店 and 48店 have only the counter in common.
      if (!(step === 1 && next === at + 1 && counter.test(item))) note(found, item, weight);
      weight *= fade;
    }
  }
}

function note(found: Surroundings, word: string, weight: number): void {
  found.set(word, Math.max(weight, found.get(word) ?? 0));
}

/** Stems, and for what parts them how much of the weight is left behind it. */
function wordsBetween(text: string, language: string): Item[] {
  // Every other part is a mark or word that parts.
  return text
    .split(split)
    .flatMap((part, at): Item[] =>
      at % 2 === 0 ? terms(part, language) : [breaks.find(([pattern]) => pattern.test(part))?.[1] ?? 1],
    );
}

/** Of the words around both, how near they are to either. */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of a) sum += Math.min(weight, b.get(word) ?? 0);
  return sum;
}
