/**
 * Gauges: an index of two poles on the stories of some topics. They are declared in a file, so that an operator can add
 * their own; without a model a story is read by the words of a lexicon, and the reading is called an estimate.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Article, GaugeReading, Story } from '../model.ts';
import { highest } from './extract-rank.ts';
import type { Candidate } from './extract-sentences.ts';
import { gaugeWords } from './gauge-words.ts';

const pair = z.tuple([z.string().min(1), z.string().min(1)]);
const gauge = z.strictObject({
  /** Lower case, digits and hyphens. */
  id: z.string().regex(/^[a-z0-9-]+$/u, 'lower case letters, digits and hyphens'),
  /** English names of the poles: what a model is told. */
  poles: pair,
  /** How to score, in English: what a model is told. */
  rubric: z.string().min(1),
  /** The poles as people see them, by language; English where one is missing. */
  labels: z.record(z.string(), pair),
  /** Topic ids: the gauge is read on their stories only. */
  topics: z.array(z.string()).min(1),
  /** Words that speak for a pole, by language of the article, with their weight. A word ending in `*` is a beginning. */
  lexicon: z.record(z.string(), z.tuple([weights(), weights()])),
});

function weights() {
  return z.record(z.string().min(1), z.number().positive());
}

export type Gauge = z.infer<typeof gauge>;

/**
 * @param path a file of gauges (JSON, see gauges.json); null for the one that ships
 * @throws Error that names the file and each mistake in it
 */
export function readGauges(path: string | null = null): Gauge[] {
  const file = path ?? new URL('./gauges.json', import.meta.url);
  const parsed = z.array(gauge).safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`gauges ${path ?? 'gauges.json'}: ${z.prettifyError(parsed.error)}`);
}

/** The names of the poles for people who read `language`. */
export function poleLabels({ labels, poles }: Gauge, language: string): [string, string] {
  return labels[language] ?? labels[language.slice(0, 2)] ?? labels.en ?? poles;
}

/** A story is on a topic from this score. */
const onTopic = 0.2;

export function gaugeApplies({ topics }: Gauge, story: Pick<Story, 'topics'>): boolean {
  return topics.some((topic) => (story.topics[topic] ?? 0) >= onTopic);
}

/** One word may be there by chance: a drone over a rice field, a risk of rain. */
const leastWords = 2;

/** Weight that gives a score of 2.5; a longer text needs more. */
const halfWeight = (sentences: number) => 2 + sentences / 10;

/** What the brief says already gives a reason only where no other sentence is half as telling. */
const saidBefore = 0.5;

/** @returns null where the gauge does not apply, or too little of its lexicon is in the story to score. */
export function readGauge(
  gauge: Gauge,
  story: Story,
  articles: Article[],
  candidates: Candidate[],
  said: readonly Candidate[] = [],
): GaugeReading | null {
  const language = articles[0]?.language ?? story.language;
  const lexicon = gauge.lexicon[language] ?? gauge.lexicon[language.slice(0, 2)];
  if (!gaugeApplies(gauge, story) || lexicon === undefined) return null;
  const read = candidates.map((candidate) => ({ candidate, ...gaugeWords(candidate.text, lexicon) }));
  if (new Set(read.flatMap(({ words }) => words)).size < leastWords) return null;
  const sums = [0, 1].map((pole) => total(read.map(({ weights }) => weights[pole]!)));
  const scores = scoresOf(sums[0]!, sums[1]!, halfWeight(candidates.length));
  if (scores[0] + scores[1] === 0) return null;
  const verdict = scores[0] === scores[1] ? null : scores[0] > scores[1] ? 0 : 1;
  const reason = highest(
    read.filter(({ weights }) => weights[0] + weights[1] > 0),
    ({ weights, candidate }) => {
      const lean = verdict === null ? weights[0] + weights[1] : weights[verdict] - weights[1 - verdict]!;
      const fresh = lean > 0 && said.includes(candidate) ? saidBefore : 1;
      return lean * fresh * (candidate.whole ? 1 : 0.7) * (candidate.voice === 'report' ? 1 : 0.8);
    },
  );
  if (reason === null) return null;
  const { article, sentence, text } = reason.candidate;
  const claim = { text, cites: [{ article, sentence, quote: text }], inferred: false };
  return { gauge: gauge.id, scores, verdict, reason: claim, estimate: true };
}

/** The weaker pole counts against its share of the whole: a passing word does not make a score. */
function scoresOf(first: number, second: number, half: number): [number, number] {
  const all = first + second;
  const scored = (own: number) =>
    all === 0 ? 0 : Math.round(5 * (1 - 2 ** (-own / half)) * Math.min(1, (1.5 * own) / all));
  return [scored(first), scored(second)];
}

function total(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
