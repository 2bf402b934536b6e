/** Ranks a story's sentences for an extract: central to the story, early, dense with facts, and each saying something new. */
import type { Article, ArticleId } from '../model.ts';
import { countTerms, createBm25 } from '../text/bm25.ts';
import { addressesModel, addressesReader } from '../text/injection.ts';
import { namesIn } from '../text/names.ts';
import { numbersIn } from '../text/numbers.ts';
import { centroid, cosine, weigh } from '../text/similarity.ts';
import { terms } from '../text/words.ts';

export interface Candidate {
  article: ArticleId;
  /** Rank of its article in the story, from 0. */
  rank: number;
  /** Index into the article's sentences. */
  sentence: number;
  text: string;
  terms: Set<string>;
  /** How much like the whole story, 0–1. */
  central: number;
  /** Names and numbers. */
  facts: Set<string>;
  /** Can stand alone: a whole statement that needs nothing before it. */
  whole: boolean;
}

/** An extract reads no more articles of a story than these: the best reports come first. */
const mostArticles = 4;
const mostSentences = 160;

export interface Reading {
  candidates: Candidate[];
  /** Sentences left out because they address a model. */
  planted: { article: ArticleId; sentence: number }[];
}

/** @param articles the best report first; those in another language than the first are left out */
export function readCandidates(articles: Article[]): Reading {
  const language = articles[0]?.language ?? 'en';
  const planted: Reading['planted'] = [];
  const read = articles
    .filter((article) => article.language.slice(0, 2) === language.slice(0, 2))
    .slice(0, mostArticles)
    .flatMap((article, rank) => statements(article, rank, planted))
    .slice(0, mostSentences);
  return { candidates: withCentrality(read, articles[0]?.title ?? '', language), planted };
}

type Statement = Omit<Candidate, 'central'> & { counts: Map<string, number> };

function statements(article: Article, rank: number, planted: Reading['planted']): Statement[] {
  const { language } = article;
  return article.sentences.flatMap((text, sentence) => {
    if (addressesModel(text, language)) planted.push({ article: article.id, sentence });
    if (addressesReader(text, language) || !isStatement(text, language)) return [];
    const own = terms(text, language);
    const facts = [...namesIn(text, language), ...numbersIn(text, language).map(({ value }) => String(value))];
    const whole = !needsBefore.test(text.normalize('NFKC'));
    return [
      {
        article: article.id,
        rank,
        sentence,
        text,
        terms: new Set(own),
        counts: countTerms(own),
        facts: new Set(facts),
        whole,
      },
    ];
  });
}

/** Not a heading, a caption, a byline or a scrap. */
function isStatement(text: string, language: string): boolean {
  if (/^th\b/u.test(language)) return text.length >= 30;
  const cjk = /^(ja|zh|ko)/u.test(language);
  return /[.!…。！．][”"’'」』）)\]]*(\[\d+\])?$/u.test(text) && text.length >= (cjk ? 12 : 30) && !caption.test(text);
}

const caption =
  /\b(photo|image|drawing|illustration|getty images|subscribe|newsletter|all rights reserved|click here)\b.{0,40}$|^(写真|画像|図)[:：]|提供$|無断転載/iu;
const needsBefore =
  /^["'“「『（(]?(he|she|it|they|his|her|its|their|this|that|these|those|but|and|so|also|however|instead|still|yet|meanwhile|then|there|such|both|another|the (concern|idea|point|question|answer|move|event|decision|result|reason|problem|company|firm|group|report|study|law|bill|deal|change|project|case|incident|attack|man|woman|pair|two|other|latter|former))\b|^(彼|彼女|これ|それ|この|その|同|こうした|また|なお|しかし|一方|ただ|さらに|そして|だが)|^(他|她|它|他们|她们|他們|这|這|那|该|該|其|此|但|而|不過|不过|同时|同時|另外|此外)|^(그|이는|이에|이를|그러나|하지만|또한|한편)|^(แต่|และ|ซึ่ง|อย่างไรก็ตาม|ทั้งนี้|นอกจากนี้)/iu;

function withCentrality(statements: Statement[], title: string, language: string): Candidate[] {
  const bm25 = createBm25(statements.map(({ terms }) => [...terms]));
  // A word that is in many of the sentences is what the story is about: rarity is only damped.
  const weight = (term: string) => 0.5 + bm25.idf(term);
  const vectors = statements.map(({ counts }) => weigh(counts, weight));
  const middle = centroid([...vectors, ...(title === '' ? [] : [weigh(countTerms(terms(title, language)), weight)])]);
  return statements.map(({ counts: _, ...statement }, at) => ({ ...statement, central: cosine(vectors[at]!, middle) }));
}

/**
 * Chooses sentences that together say most, in the order of choice: what the whole story speaks of, told early, with
 * names and numbers, not yet said.
 */
export function chooseSentences(candidates: Candidate[], count: number, taken: Candidate[] = []): Candidate[] {
  const chosen: Candidate[] = [];
  while (chosen.length < count) {
    const said = [...taken, ...chosen];
    const left = candidates.filter((candidate) => !said.includes(candidate));
    const best = highest(left, (candidate) => worth(candidate) * newness(candidate, said));
    if (best === null) break;
    chosen.push(best);
  }
  return chosen;
}

/** What a sentence is worth by itself. */
export function worth({ central, sentence, rank, facts, terms, whole }: Candidate): number {
  const early = 1 / (1 + 0.3 * sentence) + 0.06;
  const content = Math.min(1, terms.size / 18) + Math.min(1, facts.size / 5) * 0.5;
  const lateReport = rank === 0 ? 1 : 0.6;
  return (0.35 + central) * early * (0.2 + content) * lateReport * (whole ? 1 : 0.8);
}

/** Share of what it says that has not been said. */
function newness(candidate: Candidate, said: Candidate[]): number {
  const own = [...candidate.terms, ...candidate.facts];
  const repeated = own.filter((item) => said.some(({ terms, facts }) => terms.has(item) || facts.has(item))).length;
  const share = own.length === 0 ? 0 : 1 - repeated / own.length;
  return share < 0.25 ? 0.05 : 0.4 + 0.6 * share;
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
