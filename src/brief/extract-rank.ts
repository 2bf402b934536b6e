/**
 * Ranks sentences for an extract: told early, dense with facts, of a readable length, in the reporter's voice, and each
 * saying something new.
 *
 * The weights were set on news stories with readers' questions (`test/bench/extract.ts`), each in the middle of a range
 * over which the figure hardly moves: some hundred questions tell no more.
 */
import { intersection } from '../text/similarity.ts';
import type { Candidate } from './extract-sentences.ts';
import type { Voice } from './extract-voice.ts';

/**
 * Chooses sentences that together say most, in the order of choice.
 *
 * @param taken what the reader has had already
 */
export function chooseSentences(candidates: Candidate[], count: number, taken: Candidate[] = []): Candidate[] {
  const chosen: Candidate[] = [];
  while (chosen.length < count) {
    const said = [...taken, ...chosen];
    const left = candidates.filter((candidate) => !said.includes(candidate));
    const best = highest(
      left,
      (candidate) => worth(candidate) * newness(candidate, said) * (followsOn(candidate, said) ? 1 : 0.3),
    );
    if (best === null) break;
    chosen.push(best);
  }
  return chosen;
}

/** The sentence that the story would be told by: early, whole, of what the headline names. */
export function chooseLead(candidates: Candidate[]): Candidate | null {
  const standing = candidates.filter(({ whole }) => whole);
  return highest(
    standing.length > 0 ? standing : candidates,
    (candidate) => (worth(candidate) * (0.4 + candidate.headline)) / (1 + candidate.sentence / 3),
  );
}

/** What a sentence is worth by itself, where it stands. */
export function worth(candidate: Candidate): number {
  return content(candidate) * (1 + candidate.sentence) ** -0.7;
}

/** What a sentence is worth wherever it stands. */
export function content({ terms, facts, central, opens, voice, rank }: Candidate): number {
  const length = Math.sqrt(Math.min(15, terms.size) / 15);
  const dense = Math.exp(0.14 * Math.min(5, facts.size));
  const lateReport = rank === 0 ? 1 : 0.6;
  return length * dense * Math.sqrt(0.3 + central) * (opens ? 1.2 : 1) * byVoice[voice] * lateReport;
}

const byVoice: Record<Voice, number> = { report: 1, quotation: 0.6, personal: 0.6, scrap: 0.1 };

/** Stands alone, or comes right behind what the reader has had. */
function followsOn({ whole, article, sentence }: Candidate, said: Candidate[]): boolean {
  return whole || said.some((other) => other.article === article && other.sentence === sentence - 1);
}

/** Share of what it says that has not been said; next to nothing for what has. */
function newness(candidate: Candidate, said: Candidate[]): number {
  const own = [...candidate.terms, ...candidate.facts];
  const repeated = own.filter((item) => said.some(({ terms, facts }) => terms.has(item) || facts.has(item))).length;
  const share = own.length === 0 ? 0 : 1 - repeated / own.length;
  return share < 0.25 ? 0.05 : share;
}

/** Has most of what `candidate` says been said by `said`? */
export function repeats(candidate: Candidate, said: Candidate): boolean {
  return intersection(candidate.terms, said.terms) > 0.6 * candidate.terms.size;
}

export function highest<T>(items: readonly T[], score: (item: T) => number): T | null {
  let best: T | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const own = score(item);
    if (own > most) {
      most = own;
      best = item;
    }
  }
  return best;
}
