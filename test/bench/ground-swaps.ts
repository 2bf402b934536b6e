/**
 * Sentences of an article, and the same with one number or one name swapped for another of the article. What counts
 * as a number or a name is decided here by plain patterns, not by the code that is measured.
 */
import { readFileSync } from 'node:fs';
import type { Article, ArticleId, FeedId } from '../../src/model.ts';
import { splitSentences } from '../../src/text/sentences.ts';

export interface Swap {
  kind: 'number' | 'name';
  article: Article;
  sentence: number;
  text: string;
  from: string;
  to: string;
}

/** SQuAD's form: each paragraph is an article of its own; JSQuAD puts a title and [SEP] before each. */
export function readSquad(path: string, language: string): Article[] {
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as {
    data: { paragraphs: { context: string }[] }[];
  };
  const contexts = data.flatMap(({ paragraphs }) =>
    paragraphs.map(({ context }) => context.replace(/^.*\[SEP\]\s*/u, '')),
  );
  return contexts.map((context, index) =>
    anArticle(splitSentences([context], language).sentences, language, index + 1),
  );
}

export function anArticle(sentences: string[], language: string, id = 1): Article {
  return {
    id: id as ArticleId,
    feed: 1 as FeedId,
    source: 'Bench',
    url: `https://example.org/${id}`,
    title: '',
    language,
    publishedAt: new Date('2026-03-01T00:00:00Z'),
    sentences,
    paragraphs: [0],
    excerptOnly: false,
    minutes: 1,
    image: null,
    categories: [],
    sample: true,
  };
}

const number = /(?<![\p{L}\d.,-])\d+(?:[.,]\d+)*(?![\d%]*[\p{Script=Latin}\d-])/gu;
const names: Record<string, RegExp> = {
  en: /(?<=[\p{Ll},;)] )\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*/gu,
  ja: /(?<![ァ-ヴー])[ァ-ヴー]{3,}(?:・[ァ-ヴー]+)+|[\p{Script=Han}]{2,6}(?:大学|市|県|党|省|銀行)(?!\p{Script=Han})|[A-Z][A-Za-z]{2,}/gu,
  // From a mark or a word of grammar on: without it the pattern begins in the middle of a name.
  zh: /(?<=^|[\s\p{P}的在由和与及为是向对被从于到])(?:\p{Script=Han}{1,5}(?:[·•]\p{Script=Han}{1,5})+(?=[\s\p{P}的在和与是于])|(?:(?![的在由和与及为是向对被从于到一几多两三所家个])\p{Script=Han}){2,6}(?:大学|公司|委员会|学院)(?!\p{Script=Han}))|[A-Z][A-Za-z]{2,}/gu,
};

/** Words with a capital that name no one in particular. */
const noName =
  /^(?:I|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/u;

/** Every swap that the articles allow, at most two a sentence and kind. `random` gives 0–1. */
export function swapsIn(articles: Article[], random: () => number): Swap[] {
  return articles.flatMap((article) => [
    ...swaps(article, 'number', number, random),
    ...swaps(article, 'name', names[article.language]!, random),
  ]);
}

function swaps(article: Article, kind: Swap['kind'], pattern: RegExp, random: () => number): Swap[] {
  const all = [...new Set(article.sentences.flatMap((sentence) => sentence.match(pattern) ?? []))].filter(
    (found) => !noName.test(found),
  );
  return article.sentences.flatMap((sentence, index) =>
    [...sentence.matchAll(pattern)]
      .filter(([from]) => !noName.test(from))
      .slice(0, 2)
      .flatMap(({ 0: from, index: at }) => {
        const others = all.filter((other) => !other.includes(from) && !from.includes(other));
        const to = others[Math.floor(random() * others.length)];
        if (to === undefined) return [];
        const text = sentence.slice(0, at) + to + sentence.slice(at + from.length);
        return [{ kind, article, sentence: index, text, from, to }];
      }),
  );
}

const flips: Record<string, { lose: [RegExp, string][]; add: [RegExp, string][] }> = {
  en: {
    lose: [[/\b(did|does|do|is|was|are|were|could|can|would|will|has|have|had) not\b/u, '$1']],
    add: [[/\b(is|was|are|were|has|had|will|can)\b/u, '$1 not']],
  },
  ja: {
    lose: [
      [/しなかった。$/u, 'した。'],
      [/していない。$/u, 'している。'],
      [/できない。$/u, 'できる。'],
    ],
    add: [
      [/した。$/u, 'しなかった。'],
      [/している。$/u, 'していない。'],
    ],
  },
};

/** Sentences that lost their "not", and others that were given one. */
export function negationsFlipped(articles: Article[]): { article: Article; sentence: number; text: string }[] {
  return articles.flatMap((article) =>
    article.sentences.flatMap((sentence, index) => {
      const { lose = [], add = [] } = flips[article.language] ?? {};
      const losing = lose.find(([pattern]) => pattern.test(sentence));
      const [pattern, by] = losing ?? add.find(([adding]) => adding.test(sentence)) ?? [];
      return pattern === undefined ? [] : [{ article, sentence: index, text: sentence.replace(pattern, by!) }];
    }),
  );
}

/** @see https://en.wikipedia.org/wiki/Linear_congruential_generator (Numerical Recipes' constants) */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
