/** Not seven stories of one company, and not one event twice, where clustering left it in two stories. */
import { overlap } from '../text/similarity.ts';
import { terms } from '../text/words.ts';
import type { Candidate } from './candidate.ts';

/** For each story already chosen that shares a name. */
const nameCost = 1.2;
/** For each one already chosen whose best report is from the same source. */
const sourceCost = 0.4;
const sameHeadline = 0.67;

export interface Repetition {
  points: number;
  /** The name that was there before, to say so. */
  name: string | null;
}

export function repetition(candidate: Candidate, chosen: Candidate[]): Repetition {
  let points = 0;
  let name: string | null = null;
  for (const other of chosen) {
    const shared = candidate.names.find((one) => other.names.includes(one));
    if (shared !== undefined) {
      points -= nameCost;
      name = shared;
    }
    if (other.articles[0]!.feed === candidate.articles[0]!.feed) points -= sourceCost;
  }
  return { points, name };
}

/** By their headlines: what a reader would take for the same news. */
export function tellsTheSame(candidate: Candidate, chosen: Candidate[]): boolean {
  const own = headlineTerms(candidate);
  return chosen.some(
    (other) => own.size >= 3 && headlineTerms(other).size >= 3 && overlap(own, headlineTerms(other)) >= sameHeadline,
  );
}

const known = new WeakMap<Candidate, Set<string>>();

function headlineTerms(candidate: Candidate): Set<string> {
  return known.getOrInsertComputed(candidate, ({ headline, language }) => new Set(terms(headline, language)));
}
