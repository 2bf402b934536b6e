/**
 * Sentences in an article that speak to a language model instead of telling news. An extract must not carry them: read
 * out, they would become our words, and the next reader may be a model. A question or a bare imperative is no news either.
 *
 * They are known by their build: a machine that reads, or this text's own retelling, has a duty to say something; or
 * the sentence orders whoever reads to say it. News of machines has such duties too, but tells who says so.
 */
import { english } from './injection-en.ts';
import { japanese } from './injection-ja.ts';
import { korean } from './injection-ko.ts';
import { thai } from './injection-th.ts';
import type { Addressing } from './injection-words.ts';
import { chinese } from './injection-zh.ts';

const addressings: Record<string, Addressing> = { en: english, ja: japanese, zh: chinese, ko: korean, th: thai };
/** What somebody is quoted to have ordered is news. */
const quoted =
  /,["”]? (?:\p{L}[\p{L}'-]* ){1,6}(?:said|says|wrote|writes?|warned|told|added|advised|urged)\b[^,]{0,40}\.$|^["“][^"”]+["”],?\s+\p{L}+\s+\p{L}|[」』”"]\s*(と|라고|라며|고\s|[，,]?(他|她)?(说|說|表示))/u;

/**
 * Does the sentence address a model, or order or ask something of whoever reads it?
 *
 * @param ofMachines it stands in a text about machines, see `tellsOfMachines`.
 */
export function addressesReader(sentence: string, language: string, ofMachines = true): boolean {
  const plain = visible(sentence);
  const known = addressingsIn(language);
  return known.some((words) => speaksToModel(plain, words, ofMachines) || isOrder(plain, words)) || isQuestion(plain);
}

/** Does the sentence address a language model? These are logged. */
export function addressesModel(sentence: string, language: string, ofMachines = true): boolean {
  const plain = visible(sentence);
  return addressingsIn(language).some((words) => speaksToModel(plain, words, ofMachines));
}

/** What tells whether a text is about machines. */
export interface Told {
  title: string;
  sentences: readonly string[];
  /** BCP 47. */
  language: string;
}

/**
 * Is a text about models, assistants and the like? What these have to say is then its news; elsewhere nobody would bring
 * them up. Its headline says so, or two sentences; those that give duties or orders do not count: many can be planted.
 */
export function tellsOfMachines({ title, sentences, language }: Told): boolean {
  if (machines.test(visible(title))) return true;
  const [words = english] = addressingsIn(language);
  const plain = sentences.map(visible);
  const tells = (each: string) =>
    (machines.test(each) || words.machine.test(each)) && !words.toTell.test(each) && !speaksToModel(each, words, true);
  const first = plain.findIndex(tells);
  return first >= 0 && plain.slice(first + 1).some(tells);
}

/** Named after them counts as well: an AI law is about machines. */
const machines =
  /(?<![\p{Script=Latin}\d])(?:AI|A\.I\.|GPT|LLM|artificial intelligence|chat ?bots?|bots?|language models?|AI models?|assistants?|ChatGPT|OpenAI|machine learning)(?!\p{Script=Latin})|人工知能|言語モデル|チャットボット|ボット|人工智[能慧]|[语語]言模型|大模型|[机機]器人|인공지능|언어\s?모델|챗봇/iu;

/** English is written into texts of any language. */
function addressingsIn(language: string): Addressing[] {
  const own = addressings[language.slice(0, 2)];
  return own === undefined || own === english ? [english] : [own, english];
}

/** Letters that are read at each end of what is too long for a sentence: some patterns take the square of it in time. */
const longest = 2_000;

/** As a reader sees it: characters without width hide a word from a pattern, not from a model. */
function visible(sentence: string): string {
  const ends = [sentence.slice(0, longest), sentence.slice(Math.max(longest, sentence.length - longest))];
  return ends
    .join('')
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replaceAll('’', "'")
    .trim();
}

function speaksToModel(sentence: string, words: Addressing, ofMachines: boolean): boolean {
  if (matches(words.unmistakable, sentence)) return true;
  const machine = words.machine.test(sentence);
  const retelling = words.retelling.test(sentence);
  const reader = words.reader.test(sentence);
  const here = words.thisText.test(sentence);
  if (!(machine || retelling || reader || here)) return false;
  if (isOrder(sentence, words) || (!ofMachines && machine && here)) return true;
  if (words.reported.test(sentence)) return false;
  const told = machine || retelling || reader;
  if (words.toTell.test(sentence)) return !ofMachines || (here && told);
  if (ofMachines) return false;
  if (machine) return retelling || reader || words.tells.test(sentence) || words.due.test(sentence);
  return here && (retelling || reader);
}

function isOrder(sentence: string, words: Addressing): boolean {
  if (quoted.test(sentence)) return false;
  const readable = words !== english || /^[\p{Script=Latin}\P{L}]+$/u.test(sentence);
  return readable && matches(words.orders, sentence);
}

function isQuestion(sentence: string): boolean {
  return /[?？][”"'’」』）)\]]*\s*$/u.test(sentence);
}

function matches(patterns: readonly RegExp[], sentence: string): boolean {
  return patterns.some((pattern) => pattern.test(sentence));
}
