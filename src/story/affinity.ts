/** How likely two articles tell one event, 0–1, and what speaks against it. */
import { cosineOf, type Idf, massOf, sharedOf } from './bag.ts';
import { nearness } from './embedding.ts';
import type { Fingerprint } from './fingerprint.ts';
import { agreement } from './measures.ts';
import { containment } from './sketch.ts';

/** Shared with at least this much of the shorter text, an article is a copy of the other: one newsroom wrote both. */
const copyShare = 0.55;
/** Of the words of both titles, by rarity, so much stands in the other article. */
const leastEcho = 0.2;

const wordShare = 0.6;
const embeddingShare = 0.5;
/** Lengths, in terms as rare as can be (four of weight 1 have length 2). */
const leastNames = 1.5;
const leastConcepts = 0.7;
/** What likeness is worth where places or actors conflict. */
const conflictFactor = 0.6;
/** In names as rare as can be: fewer prove no conflict. */
const leastActors = 1.5;

export function affinity(a: Fingerprint, b: Fingerprint, idf: Idf): number {
  if (sharesText(a, b) && !titlesEcho(a, b, idf)) return 0;
  const oneLanguage = a.language === b.language;
  const likeness = oneLanguage ? sameLanguage(a, b, idf) : acrossLanguages(a, b, idf);
  const lexical = likeness * agreement(a.measures, b.measures, oneLanguage);
  if (a.embedding === null || b.embedding === null) return lexical;
  return (1 - embeddingShare) * lexical + embeddingShare * nearness(a.embedding, b.embedding);
}

export function isCopy(a: Fingerprint, b: Fingerprint, idf: Idf): boolean {
  return sharesText(a, b) && titlesEcho(a, b, idf);
}

function sharesText(a: Fingerprint, b: Fingerprint): boolean {
  return containment(a.sketch, b.sketch) >= copyShare;
}

/** A feed may give one and the same note for the text of all its articles: then no title speaks of the other's text. */
function titlesEcho(a: Fingerprint, b: Fingerprint, idf: Idf): boolean {
  const [here, there] = [sharedOf(a.title, b.words, idf), sharedOf(b.title, a.words, idf)];
  return here === null || there === null || (here + there) / 2 >= leastEcho;
}

function sameLanguage(a: Fingerprint, b: Fingerprint, idf: Idf): number {
  const score =
    wordShare * cosineOf(a.words, b.words, idf) +
    (1 - wordShare) * cosineOf(a.names, b.names, idf, leastNames * rarest(idf));
  return inConflict(a, b, idf) ? score * conflictFactor : score;
}

/**
 * Concepts alone (an airport, a delay) make no event: some name or number must be the same, and no place may differ.
 * Long texts share a few of each by chance, so part of the score is had only where both agree.
 */
function acrossLanguages(a: Fingerprint, b: Fingerprint, idf: Idf): number {
  const names = cosineOf(a.bridge, b.bridge, idf, leastNames * rarest(idf));
  if (names === 0) return 0;
  const concepts = cosineOf(a.concepts, b.concepts, idf, leastConcepts * rarest(idf));
  const score = 0.5 * names + 0.2 * concepts + 0.3 * Math.sqrt(names * concepts);
  return sharedOf(a.known, b.known, idf) === 0 ? score * conflictFactor : score;
}

/** Who and where, in title and opening: where both say it and nothing agrees, they tell of two events. */
function inConflict(a: Fingerprint, b: Fingerprint, idf: Idf): boolean {
  if (Math.min(massOf(a.actors, idf), massOf(b.actors, idf)) < leastActors * rarest(idf)) return false;
  const shared = sharedOf(a.actors, b.actors, idf);
  return shared !== null && shared < 0.15;
}

/** What a term is worth that no live article has. */
function rarest(idf: Idf): number {
  return idf.of(-1);
}
