/** Reads one message of a thread: is it a question or a request to us, or chat among people? */
import { terms, words } from '../text/words.ts';
import { signsOf } from './speak-languages.ts';
import type { Signs } from './speak-signs.ts';

/** The other people in the thread. */
export interface Company {
  /** Whoever else has written in it, by the platform's id or name. */
  authors: string[];
  /** What others wrote since our answer. */
  said: string[];
  /** What we wrote in the thread. */
  answer: string;
}

/** Longer messages are judged by their beginning. */
const maxLength = 1_000;

export function readMessage(text: string, language: string, company: Company): { speak: boolean; why: string } {
  const plain = plainText(text);
  const spoken = scriptLanguage(plain, language);
  const signs = signsOf(spoken);
  if (signs.aside.test(plain)) return silent('an aside');
  if (signs.person.test(plain) || namesOne(plain, company)) return silent('speaks to somebody by name');
  if (signs.people.test(plain)) return silent('speaks to people');
  if (company.authors.length > 0 && signs.opinion.test(plain)) return silent('asks for the opinion of people');
  const asks = isBareLink(text) || sentences(plain).some((sentence) => isAsked(sentence, signs));
  if (!asks) return silent('neither a question nor a request');
  if (floorTaken(company, language) && !aboutNews(plain, spoken, signs, company))
    return silent('people talk to each other');
  return { speak: true, why: 'a follow-up of the person that we have just answered' };
}

function isAsked(sentence: string, signs: Signs): boolean {
  const rest = sentence.replace(signs.reaction, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(rest)) return false;
  if (signs.rhetorical.test(sentence) || signs.rhetorical.test(rest)) return false;
  return signs.question.test(rest) || signs.request.test(rest);
}

/** A page to talk about. */
function isBareLink(text: string): boolean {
  return /^<?https?:\/\/\S+$/u.test(text.trim());
}

/** Some platforms tell names for ids. */
function namesOne(text: string, { authors }: Company): boolean {
  return authors.some((author) => /^\p{L}{2,}$/u.test(author) && words(text, 'en').includes(author.toLowerCase()));
}

/** Somebody said more than a reaction since our answer: what follows is likely meant for them. */
function floorTaken({ said }: Company, language: string): boolean {
  return said.some((text) => {
    const plain = plainText(text);
    const { reaction } = signsOf(scriptLanguage(plain, language));
    return /[\p{L}\p{N}]/u.test(plain.replace(reaction, ' '));
  });
}

/** It names the article, or takes up words of our answer that the others did not use. */
function aboutNews(text: string, language: string, signs: Signs, { said, answer }: Company): boolean {
  if (signs.article.test(text)) return true;
  const theirs = new Set(said.flatMap((line) => terms(line, language)));
  const ours = new Set(terms(answer, language).filter((term) => !theirs.has(term)));
  return terms(text, language).filter((term) => ours.has(term)).length >= 2;
}

/** Without quoted words, addresses, code and quoted lines: none of those ask us anything. */
function plainText(text: string): string {
  return (
    text
      .slice(0, maxLength)
      .normalize('NFKC')
      // NFKC takes the Thai vowel sara am apart.
      .replace(/\u0e4d\u0e32/gu, '\u0e33')
      .toLowerCase()
      .replace(/^[ \t]*>.*$/gmu, ' ')
      .replace(/```[^`]*```|https?:\/\/\S+|<[@#!][^>]*>|"[^"]{0,200}"|“[^”]{0,200}”/gu, ' ')
      .replace(/[’‘]/gu, "'")
      .trim()
  );
}

function sentences(text: string): string[] {
  return text.split(/(?<=[?!。])|(?<=[.…])\s|\n/u).filter((sentence) => sentence.trim() !== '');
}

/** People write in the language they like: the script tells most of it. */
function scriptLanguage(text: string, language: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Thai}/u.test(text)) return 'th';
  if (/\p{Script=Han}/u.test(text)) return language === 'ja' ? 'ja' : 'zh-TW';
  return 'en';
}

const silent = (why: string) => ({ speak: false, why });
