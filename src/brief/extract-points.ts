/** Which sentences tell what happened, why it matters and what to watch: by their words, who speaks, and where they stand. */
import type { PointKind } from '../model.ts';
import { overlap } from '../text/similarity.ts';
import { cueOf, pointsAtEvent } from './extract-cues.ts';
import { content, highest, repeats } from './extract-rank.ts';
import type { Candidate } from './extract-sentences.ts';
import { withoutSpeech } from './extract-voice.ts';

export interface ChosenPoint {
  kind: PointKind;
  candidate: Candidate;
}

/** What is told rarest is looked for first: many a sentence tells of something that happened. */
const rarestFirst: PointKind[] = ['watch', 'matters', 'happened'];
export const asRead: PointKind[] = ['happened', 'matters', 'watch'];

/**
 * @param lead the sentence that the brief opens with: what the story is about
 * @param taken what the reader has had already, the lead among it
 * @param wanted the kinds to look for
 * @returns in the order of reading; without a kind that no sentence is of
 */
export function choosePoints(
  candidates: Candidate[],
  lead: Candidate | null,
  taken: Candidate[],
  language: string,
  wanted: readonly PointKind[] = asRead,
): ChosenPoint[] {
  const chosen: ChosenPoint[] = [];
  const last = Math.max(1, ...candidates.map(({ sentence }) => sentence));
  const score = { happened: ofEvent(lead), matters: ofReason, watch: ofFuture(last) };
  for (const kind of rarestFirst.filter((kind) => wanted.includes(kind))) {
    const said = [...taken, ...chosen.map(({ candidate }) => candidate)];
    const best = bestOf(kind, candidates, said, language, score[kind]);
    if (best !== null) chosen.push({ kind, candidate: best.candidate });
  }
  return asRead.flatMap((kind) => chosen.find((point) => point.kind === kind) ?? []);
}

/** A sentence beside the takeaway tells what happened where it does so at least this much as well as the best of all. */
const eventShare = 0.3;

/**
 * @param taken what the reader has had already, the lead among it
 * @param likely what the takeaway would rather have
 * @returns the sentence that tells what happened beside the lead; null where none does
 */
export function chooseEvent(
  candidates: Candidate[],
  lead: Candidate | null,
  taken: Candidate[],
  likely: Candidate[],
  language: string,
): Candidate | null {
  const [best, beside] = [taken, [...taken, ...likely]].map((said) =>
    bestOf('happened', candidates, said, language, ofEvent(lead)),
  );
  return (beside && best && beside.score >= eventShare * best.score ? beside : best)?.candidate ?? null;
}

function bestOf(
  kind: PointKind,
  candidates: Candidate[],
  said: Candidate[],
  language: string,
  fitness: (candidate: Candidate) => number,
): { candidate: Candidate; score: number } | null {
  const scored = candidates
    .filter(
      (candidate) => canStand(candidate, kind) && !said.some((one) => one === candidate || repeats(candidate, one)),
    )
    .map((candidate) => ({ candidate, score: cued(kind, candidate, language) * fitness(candidate) }))
    .filter(({ score }) => score > 0);
  return highest(scored, ({ score }) => score);
}

/** A point is read by itself; what happened is told by the report, not by somebody in it. */
function canStand({ whole, voice }: Candidate, kind: PointKind): boolean {
  return whole && (voice === 'report' || (voice === 'quotation' && kind !== 'happened'));
}

/** How plainly it is of a kind: a report by its own words, not by those that it quotes. What is to come has not happened. */
function cued(kind: PointKind, { text, voice, sentence }: Candidate, language: string): number {
  const own = voice === 'report' ? withoutSpeech(text) : text;
  const cue = cueOf(kind, own, language);
  if (kind !== 'happened') return cue ** 2;
  const isVague = cue < 1 && sentence > opening;
  return isVague || cueOf('watch', own, language) > 0 ? 0 : cue;
}

/** Index of the last sentence of which a vague word is believed that it tells the event. */
const opening = 4;

/** How the market took it is what happened only where the headline says so. */
const leastCurrent = 0.35;

/** Early, of the story's own time, and of the event: it names what the headline and the lead name. */
function ofEvent(lead: Candidate | null) {
  return (candidate: Candidate) => {
    const { text, terms, headline, sentence, current } = candidate;
    if (current < leastCurrent && headline < leastCurrent) return 0;
    const named = headline + (lead === null ? 0 : overlap(terms, lead.terms)) + (pointsAtEvent(text) ? 0.5 : 0);
    return (content(candidate) * (0.5 + named) * current) / (1 + sentence);
  };
}

function ofReason(candidate: Candidate): number {
  return content(candidate) * Math.sqrt(0.5 + candidate.headline);
}

/** News ends with what comes next. */
function ofFuture(last: number) {
  return (candidate: Candidate) =>
    content(candidate) * Math.sqrt(0.5 + candidate.headline) * (0.75 + (0.5 * candidate.sentence) / last);
}
