/** A story's articles as a model sees them: numbered sentences in a fence, cut to what is worth its money. */
import type { Article } from '../model.ts';
import { fence } from './fence.ts';
import { estimateTokens } from './prices.ts';

/** A sentence as it is named to a model: `2.14` is the 14th of the second article. */
export function sentenceId(article: number, sentence: number): string {
  return `${article + 1}.${sentence + 1}`;
}

/** @returns null for what names no sentence. */
export function readSentenceId(id: string, articles: readonly Article[]): { article: number; sentence: number } | null {
  const match = /(\d{1,4})\.(\d{1,5})/u.exec(id);
  if (match === null) return null;
  const [article, sentence] = [Number(match[1]) - 1, Number(match[2]) - 1];
  return articles[article]?.sentences[sentence] === undefined ? null : { article, sentence };
}

/** How many sentences of each article fit into `maxTokens`; the first article is the best report and has most room. */
export function fitSentences(articles: readonly Article[], maxTokens: number): number[] {
  let left = maxTokens;
  return articles.map((article, index) => {
    const share = index === articles.length - 1 ? left : Math.max(left * 0.6, left - 2_000);
    const count = countFitting(article.sentences, share);
    left -= article.sentences.slice(0, count).reduce((sum, sentence) => sum + estimateTokens(sentence) + lineTokens, 0);
    return count;
  });
}

/** Of the mark and the number before each sentence. */
const lineTokens = 10;

function countFitting(sentences: string[], maxTokens: number): number {
  let used = 0;
  const over = sentences.findIndex((sentence) => {
    used += estimateTokens(sentence) + lineTokens;
    return used > maxTokens;
  });
  return over < 0 ? sentences.length : over;
}

/** @param counts sentences shown of each article. */
export function fencedArticles(mark: string, articles: readonly Article[], counts: number[]): string {
  const lines = articles.flatMap((article, index) => {
    const count = counts[index] ?? 0;
    if (count === 0) return [];
    const day = article.publishedAt.toISOString().slice(0, 10);
    const head = `article ${index + 1} | ${article.source} | published ${day} | ${article.language} | ${article.title}`;
    const sentences = article.sentences.slice(0, count).map((text, at) => `[${sentenceId(index, at)}] ${text}`);
    return [head, ...sentences];
  });
  return fence(mark, 'articles', lines);
}

/** In English; of Chinese also its script, which models get wrong otherwise. */
export function languageName(language: string): string {
  const { language: base, script, region } = new Intl.Locale(language).maximize();
  const tag = base === 'zh' ? `${base}-${script}-${region}` : language;
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? language;
}
