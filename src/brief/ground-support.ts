/** Does a claim speak of what its sentences speak of? Stops words of no source: instructions, small talk, secrets. */

import { areRelated } from '../text/related.ts';
import { terms } from '../text/words.ts';
import { initialsIn } from './ground-aliases.ts';
import { wordsHeldBy } from './ground-clauses.ts';
import type { Evidence } from './ground-evidence.ts';
import { figuresHeld } from './ground-facts.ts';
import { sameLanguage } from './ground-text.ts';

/** An honest paraphrase shares more; an inference brings words of its own. */
const leastShare = { said: 0.2, inferred: 0.08, related: 0.3 };

/** @returns of the claim's words, those that the sentences have, 0–1; null where that cannot be told. */
export function supportOf(text: string, evidence: Evidence, language: string): number | null {
  if (!sameLanguage(language, evidence.language)) return null;
  const claimed = terms(text, language);
  if (claimed.length < 3) return null;
  const held = claimed.filter((term) => evidence.stems.has(term) || evidence.text.includes(rootOf(term)));
  return held.length / claimed.length;
}

/** Korean builds words on two syllables: 위생 and 위생상. */
function rootOf(term: string): string {
  return /^\p{Script=Hangul}{3,}$/u.test(term) ? term.slice(0, 2) : term;
}

/** What has most of its words from sentences in its language is in that language. */
export function isInTheirLanguage(support: number | null): boolean {
  return support !== null && support >= 0.5;
}

/** @param support as `supportOf` found it */
export function isSupported(
  support: number | null,
  text: string,
  evidence: Evidence,
  language: string,
  inferred: boolean,
): boolean {
  if (support === null || support >= (inferred ? leastShare.inferred : leastShare.said)) return true;
  if (relatedShare(text, evidence, language) >= leastShare.related) return true;
  if (inferred && heldShare(text, evidence, language) >= leastShare.related) return true;
  return figuresHeld(text, evidence, language) >= leastFigures;
}

/** Of the claim's words, those that the sentences have, or for which they have another: `power` and `electricity`, `CFO`. */
function relatedShare(text: string, evidence: Evidence, language: string): number {
  if (!language.startsWith('en')) return 0;
  const claimed = terms(text, language);
  const stems = [...evidence.stems];
  const initials = (text.match(/\b\p{Lu}{2,6}\b/gu) ?? []).filter((word) => initialsIn(word, evidence.sentences));
  const related = claimed.filter((term) => stems.some((stem) => stem === term || areRelated(term, stem)));
  return (related.length + initials.length) / claimed.length;
}

/** Of the claim's words, those of a kind with what the sentences say, or those around them. */
function heldShare(text: string, evidence: Evidence, language: string): number {
  const claimed = terms(text, language);
  return claimed.filter(wordsHeldBy(evidence)).length / claimed.length;
}

/** In a bold paraphrase the figures may be all that is left of the source's words. */
const leastFigures = 2;
