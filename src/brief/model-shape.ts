/** The form of a model's brief: how long its claims are, and that it says, asks and scores each thing once. */
import type { Article, PointKind } from '../model.ts';
import { splitSentences } from '../text/sentences.ts';
import type { ClaimForm, Settled } from './model-claims.ts';
import { pointLength } from './model-rules.ts';
import type { DraftBrief } from './model-schema.ts';

export const kinds: PointKind[] = ['happened', 'matters', 'watch'];

/** @returns the draft with each gauge scored once, and each question asked once. */
export function withoutDoubles(draft: DraftBrief): Required<DraftBrief> {
  return {
    ...draft,
    faq: firstOf(draft.faq ?? [], ({ question }) => plain(question)),
    gauges: firstOf(draft.gauges ?? [], ({ gauge }) => gauge),
  };
}

/** @returns whether it is; then it is known from now on. */
function isNew(seen: Set<string>, name: string): boolean {
  const known = seen.has(name);
  seen.add(name);
  return !known;
}

function firstOf<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => isNew(seen, nameOf(item)));
}

/** The gist stands alone; elsewhere a second sentence does no harm. Where none is given, the length alone counts. */
const mostSentences: Record<string, number> = { gist: 1, takeaway: 2, gauge: 2 };

/** The form that a brief's claims are to have, with some tolerance. */
export function formOf(articles: readonly Article[], language: string): ClaimForm {
  const { low, high, unit } = pointLength(language);
  const [least, most] = [leastLength(articles, language), high * 1.3];

  return {
    faultOf({ key, draft: { text } }) {
      const length = lengthOf(text, language);
      if (sentencesOf(text, language).length > sentencesIn(key, language)) return 'it is more than one sentence';
      if (length > most) return `it has ${length} ${unit}, and ${high} are the most`;
      if (isPoint(key) && length < least) return `it has ${length} ${unit}, and a point has ${low} to ${high}`;
      return null;
    },

    cut(keyed) {
      const sentences = sentencesOf(keyed.draft.text, language);
      const excess = sentences.length > sentencesIn(keyed.key, language);
      const kept = excess ? sentences.slice(0, 1) : fitting(sentences, most, language);
      if (kept.length === sentences.length) return keyed;
      return { ...keyed, draft: { ...keyed.draft, text: kept.join(spaced(language) ? ' ' : '') } };
    },
  };
}

/** Of a point. Of a short report little can be said. */
function leastLength(articles: readonly Article[], language: string): number {
  const told = articles.reduce((sum, { sentences, language }) => sum + lengthOf(sentences.join(' '), language), 0);
  return Math.min(pointLength(language).low * 0.6, told / 10);
}

function isPoint(key: string): boolean {
  return kinds.some((kind) => kind === key);
}

function sentencesOf(text: string, language: string): string[] {
  return splitSentences([text], language).sentences;
}

/** Thai has no mark at the end of a sentence: its sentences are guessed. */
function sentencesIn(key: string, language: string): number {
  const most = mostSentences[key.split(' ')[0]!];
  return most === undefined || /^th\b/u.test(language) ? Number.POSITIVE_INFINITY : most;
}

/** The first sentences that together are no longer than `most`; one at least. */
function fitting(sentences: string[], most: number, language: string): string[] {
  const over = sentences.findIndex((_, at) => lengthOf(sentences.slice(0, at + 1).join(' '), language) > most);
  return over < 0 ? sentences : sentences.slice(0, Math.max(1, over));
}

/** Words, or letters where words are not spaced as in English. */
function lengthOf(text: string, language: string): number {
  return pointLength(language).unit === 'words'
    ? text.split(/\s+/u).filter(Boolean).length
    : text.replace(/\s/gu, '').length;
}

function spaced(language: string): boolean {
  return !/^(?:ja|zh|th)\b/u.test(language);
}

/** The same for texts that differ in case and marks alone. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

/**
 * What is left to be shown: each thing said once, where it says most (gist, points, takeaway), and no point that is a
 * scrap beside a whole one. An answer stands for itself behind its question.
 */
export function withoutRepeats(
  settled: Map<string, Settled>,
  articles: readonly Article[],
  language: string,
): Map<string, Settled> {
  const scrap = leastLength(articles, language) / 3;
  const said = new Set<string>();
  const inOrder = [...settled].sort(([a], [b]) => rankOf(a) - rankOf(b));
  const fresh = inOrder.filter(([key, { claim }]) => rankOf(key) < 0 || isNew(said, plain(claim.text)));
  const isScrap = ([key, { claim }]: [string, Settled]) => isPoint(key) && lengthOf(claim.text, language) < scrap;
  const points = fresh.filter(([key]) => isPoint(key));
  const whole = points.some((point) => !isScrap(point)) ? fresh.filter((entry) => !isScrap(entry)) : fresh;
  // A brief has a point, even if it is all that the gist says.
  const first = inOrder.find(([key]) => isPoint(key));
  return new Map(points.length > 0 || first === undefined ? whole : [...whole, first]);
}

const order = ['gist', 'happened', 'matters', 'watch', 'takeaway'];

/** Below 0: what may be said again. */
function rankOf(key: string): number {
  return order.indexOf(key.split(' ')[0]!);
}
