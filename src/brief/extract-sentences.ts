/** Reads what an extract can be made of: a story's statements, with what there is to choose them by. */
import type { Article, ArticleId } from '../model.ts';
import { countTerms, createBm25 } from '../text/bm25.ts';
import { addressesModel, addressesReader, tellsOfMachines } from '../text/injection.ts';
import { namesIn } from '../text/names.ts';
import { centroid, cosine, intersection, weigh } from '../text/similarity.ts';
import { terms } from '../text/words.ts';
import { ofTheStory } from './extract-cues.ts';
import { withoutDateline, withoutTie } from './extract-dateline.ts';
import { questionIn } from './extract-faq-asked.ts';
import { cutSpeech, howSpoken, type Voice } from './extract-voice.ts';

export interface Candidate {
  article: ArticleId;
  /** Rank of its article in the story, from 0. */
  rank: number;
  /** Index into the article's sentences. */
  sentence: number;
  /** Verbatim, but for a dateline before it. */
  text: string;
  terms: Set<string>;
  /** How much like the whole story, 0–1. */
  central: number;
  /** Share of the headline's terms that it has, 0–1. */
  headline: number;
  /** Names and numbers: what readers ask after. */
  facts: Set<string>;
  /** Opens a paragraph. */
  opens: boolean;
  voice: Voice;
  /** Can be read alone: it needs nothing before it. */
  whole: boolean;
  /** How much it tells of the story's own time and people, 0–1. */
  current: number;
  /** The question that stands right before it in the text; null where none does. */
  asked: string | null;
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
  return { candidates: compared(read, articles[0]?.title ?? '', language), planted };
}

type Statement = Omit<Candidate, 'central' | 'headline'> & { counts: Map<string, number> };

function statements(article: Article, rank: number, planted: Reading['planted']): Statement[] {
  const { language } = article;
  const opening = new Set(article.paragraphs);
  const cut = cutSpeech(article.sentences, article.paragraphs);
  const ofMachines = tellsOfMachines(article);
  return article.sentences.flatMap((sentence, at) => {
    if (addressesModel(sentence, language, ofMachines)) planted.push({ article: article.id, sentence: at });
    const text = withoutTie(withoutDateline(sentence), language);
    const orders = [sentence, text].some((each) => addressesReader(each, language, ofMachines));
    if (!isStatement(text, language) || orders) return [];
    const own = terms(text, language);
    return [
      {
        article: article.id,
        rank,
        sentence: at,
        text,
        terms: new Set(own),
        counts: countTerms(own),
        facts: factsIn(text, language),
        opens: opening.has(at),
        current: ofTheStory(text, language, article.publishedAt.getUTCFullYear()),
        asked: opening.has(at) ? null : questionIn(article.sentences[at - 1] ?? '', language),
        ...howSpoken(text, language, cut[at] ?? false),
      },
    ];
  });
}

function factsIn(text: string, language: string): Set<string> {
  return new Set([...namesIn(text, language), ...(text.normalize('NFKC').match(numeral) ?? [])]);
}

/** To tell how dense a sentence is needs no values: reading them takes most of the time that all else does together. */
const numeral =
  /\d+(?:[.,:]\d+)*|\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Hh]alf|[Tt]wice|hundreds?|thousands?|millions?|billions?|dozens?)\b|[一二三四五六七八九十百千万萬億亿兆]{2,}/gu;

/** Beyond it, no reader takes a sentence in; it is a list, or a text without stops. */
export const longestSentence = 600;

/** Not a heading, a caption, a byline, a scrap or the way into a quotation. */
function isStatement(text: string, language: string): boolean {
  if (text.length > longestSentence) return false;
  if (/^th\b/u.test(language)) return text.length >= 30;
  const cjk = /^(ja|zh|ko)/u.test(language);
  const ended = /[.!…。！．][”"’'」』）)\]]*(\[\d+\])?$/u.test(text);
  return ended && text.length >= (cjk ? 12 : 30) && !caption.test(text) && !introduces.test(text);
}

const caption =
  /^(photo|image|picture|file photo|credit|caption|source)\b ?(s|by|credit|courtesy)?[:.–—-]|\b(getty images|all rights reserved|click here|(subscribe|sign up) (to|for)|our newsletter|contributed to this (report|story))\b|^(写真|画像|図|圖|图|사진)[:：=]|提供$|無断転載|無斷轉載|무단 전재/iu;
const introduces =
  /(こう|次のように|以下のように)(話す|話した|述べた|語る|語った|説明する|説明した|いう)。$|다음과 같이/u;

function compared(statements: Statement[], title: string, language: string): Candidate[] {
  const bm25 = createBm25(statements.map(({ terms }) => [...terms]));
  // A word that is in many of the sentences is what the story is about: rarity is only damped.
  const weight = (term: string) => 0.5 + bm25.idf(term);
  const vectors = statements.map(({ counts }) => weigh(counts, weight));
  const heading = countTerms(terms(title, language));
  const middle = centroid([...vectors, ...(heading.size === 0 ? [] : [weigh(heading, weight)])]);
  const titled = new Set(heading.keys());
  return statements.map(({ counts: _, ...statement }, at) => ({
    ...statement,
    central: cosine(vectors[at]!, middle),
    headline: titled.size === 0 ? 0 : intersection(titled, statement.terms) / titled.size,
  }));
}
