import { splitSentences } from '../text/sentences.ts';
import { detectLanguage } from './language.ts';
import { readingMinutes } from './minutes.ts';
import { firstImage, paragraphsOf } from './paragraphs.ts';
import { trimLines } from './trim.ts';

/** A text as articles keep it. */
export interface ArticleText {
  sentences: string[];
  /** Index of the first sentence of each paragraph, ascending, beginning with 0. */
  paragraphs: number[];
  /** BCP 47; `und` where nothing tells. */
  language: string;
  minutes: number;
  /** The first picture of the text. */
  image: string | null;
}

/** Longer texts are cut: no one reads them in a chat, and no model takes them. */
const maxLetters = 200_000;
const maxParagraphs = 3_000;

/** An HTML text of a feed → sentences. */
export function readText(html: string, title: string, declaredLanguage: string | null): ArticleText {
  return {
    ...arrange(trimLines(paragraphsOf(html.slice(0, 4 * maxLetters)), title), title, declaredLanguage),
    image: firstImage(html),
  };
}

/** Clean paragraphs → sentences. */
export function arrange(lines: string[], title: string, declaredLanguage: string | null): Omit<ArticleText, 'image'> {
  const text = lines.join('\n').slice(0, maxLetters);
  const language = detectLanguage(`${title}\n${text}`, declaredLanguage);
  const { sentences, paragraphs } = splitSentences(text.split('\n').slice(0, maxParagraphs), language);
  return { sentences, paragraphs, language, minutes: readingMinutes(text) };
}
