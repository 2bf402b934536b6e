/** Questions that a text answers, and near misses that it does not, made from them: what refusing is trained and measured on. */
import { readFileSync } from 'node:fs';
import { indexSentences, type SentenceIndex } from '../../src/answer/retrieve-index.ts';
import { readQuestion } from '../../src/answer/retrieve-question.ts';
import { namesIn } from '../../src/text/names.ts';
import { sampleText } from '../answer/sample-articles.ts';
import { mulberry } from './boost.ts';
import { nearQuestions } from './near-questions.ts';
import {
  type AskedQuestion,
  type AskedText,
  questionSets,
  readQuestionFile,
  readQuestionSet,
} from './question-sets.ts';

/** Our own questions about a paragraph of XQuAD-en. */
interface OwnQuestions {
  /** Of the paragraph, as we split it: the numbers below are of that splitting. */
  sentences: number;
  /** Near misses. */
  missed: string[];
  /** Asked in other words than the text's, each with the sentence that answers. */
  answered: [question: string, sentence: number][];
}
const ownQuestions = JSON.parse(readFileSync(new URL('./asked-xquad.json', import.meta.url), 'utf8')) as OwnQuestions[];

export interface TrainingText extends AskedText {
  /** Texts of one source article share it: they stay on one side of a split. */
  group: number;
  index: SentenceIndex;
}

/** Short texts, as the sets give them, and long ones of several paragraphs, as a story is. */
export function readTrainingTexts(): Record<string, TrainingText[]> {
  const [english, chinese, japanese] = questionSets;
  return {
    'en, 1 paragraph': grouped(english, 1, 5),
    'en, 5 paragraphs': grouped(english, 5, 5),
    'zh, 1 paragraph': grouped(chinese, 1, 5),
    'zh, 5 paragraphs': grouped(chinese, 5, 5),
    'ja, 2 paragraphs': grouped(japanese, 2, 8),
    'ja, 8 paragraphs': grouped(japanese, 8, 8),
  };
}

/** @param file what `readQuestionFile` reads; texts of one title stay together */
export function readFileTexts(file: string): TrainingText[] {
  const texts = readQuestionFile(file);
  const titles = [...new Set(texts.map(({ title }) => title))];
  return texts.map((text) => ({ ...text, group: titles.indexOf(text.title), index: indexSentences([text]) }));
}

/** Our own questions about the samples: of the whole article, and of the paragraph that answers or comes near. */
export function readNearTexts(): TrainingText[] {
  return nearQuestions.flatMap(({ article, answered, missed }, group) => {
    const whole = sampleText(article, 'en');
    const all = [...answered.map((one) => [...one, true] as const), ...missed.map((one) => [...one, false] as const)];
    const paragraphs = whole.paragraphs.map((start, at) => whole.sentences.slice(start, whole.paragraphs[at + 1]));
    return [whole.sentences, ...paragraphs].map((sentences, at) => {
      const text = { sentences, paragraphs: at === 0 ? whole.paragraphs : [0], language: 'en' };
      const questions = all
        .filter(([, words]) => sentences.some((sentence) => sentence.includes(words)))
        .map(([question, words, answerable]) => ({
          question,
          answerable,
          right: sentences.map((sentence) => answerable && sentence.includes(words)),
        }));
      return { ...text, title: article, questions, group, index: indexSentences([text]) };
    });
  });
}

/** News of our own writing with questions that it answers, in its words and in others, and near misses. */
export function readNewsTexts(): TrainingText[] {
  return newsSets.flatMap(({ file, language }) =>
    readQuestionFile(file, language).map((text, group) => ({ ...text, group, index: indexSentences([text]) })),
  );
}

const newsSets = ['ja', 'ko', 'zh'].map((language) => ({
  language,
  file: new URL(`./asked-news-${language}.json`, import.meta.url),
}));

/** Each paragraph of XQuAD-en with near misses of our own, in the order of `asked-xquad.json`. */
export function readMissedTexts(): TrainingText[] {
  return ownTexts(({ missed }, text) => [
    ...text.questions,
    ...missed.map((question) => ({ question, answerable: false, right: text.sentences.map(() => false) })),
  ]);
}

/** The same paragraphs with questions of our own that they answer in other words. */
export function readRewordedTexts(): TrainingText[] {
  return ownTexts(({ answered }, text) =>
    answered.map(([question, sentence]) => ({
      question,
      answerable: true,
      right: text.sentences.map((_, at) => at === sentence),
    })),
  );
}

function ownTexts(questionsOf: (own: OwnQuestions, text: TrainingText) => AskedQuestion[]): TrainingText[] {
  return grouped(questionSets[0], 1, 5).map((text, at) => {
    const own = ownQuestions[at]!;
    if (own.sentences !== text.sentences.length)
      throw new Error(`Paragraph ${at} of XQuAD-en is split otherwise than when asked-xquad.json was written.`);
    return { ...text, questions: questionsOf(own, text) };
  });
}

/** Questions that the text answers, and those that people asked and it does not. */
export function askedCases({ questions, index, group, language }: TrainingText): RefusalCase[] {
  return questions.map(({ question, answerable }) => ({
    kind: answerable ? 'answered' : 'missed',
    question,
    index,
    group,
    language,
  }));
}

export function rewordedCases(text: TrainingText): RefusalCase[] {
  return askedCases(text).map((each) => ({ ...each, kind: 'reworded' }));
}

/** Each question asked of a text of another article: words that are not there are then no mere rewording. */
export function* farCases(texts: TrainingText[], seed: number): Generator<RefusalCase> {
  const random = mulberry(seed);
  for (const { questions, group, language } of texts) {
    const others = texts.filter((other) => other.group !== group && other.language === language);
    for (const { question } of questions) {
      const other = others[Math.floor(random() * others.length)];
      if (other !== undefined) yield { kind: 'far', question, index: other.index, group: other.group, language };
    }
  }
}

function grouped({ file, language }: (typeof questionSets)[number], joined: number, block: number): TrainingText[] {
  return readQuestionSet(file, language, joined).map((text, at) => ({
    ...text,
    group: Math.floor((at * joined) / block),
    index: indexSentences([text]),
  }));
}

/**
 * `answered` · `far` asks of another article · `near` of another paragraph of the same article · `cut` the answer's
 * sentence is taken out · the rest change one thing in an answered question: a name, a number, a word, its opposite,
 * a denial, two names exchanged. `missed` is a near miss that was written as one, `reworded` an
 * answered question in other words than the text's.
 */
export type CaseKind =
  | 'answered'
  | 'far'
  | 'near'
  | 'cut'
  | 'name'
  | 'number'
  | 'word'
  | 'opposite'
  | 'denied'
  | 'exchanged'
  | 'missed'
  | 'reworded';

export interface RefusalCase {
  kind: CaseKind;
  question: string;
  index: SentenceIndex;
  group: number;
  language: string;
}

export function* refusalCases(texts: TrainingText[], seed: number): Generator<RefusalCase> {
  const random = mulberry(seed);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  for (const text of texts) {
    const { index, group, language } = text;
    const near = texts.filter((other) => other.group === group && other !== text);
    const far = pick(texts.filter((other) => other.group !== group));
    const names = namesIn(text.sentences.join(' '), language);
    for (const { question, right } of text.questions) {
      if (!right.includes(true)) continue;
      const make = (kind: CaseKind, asked: string | undefined, on = index): RefusalCase[] =>
        asked === undefined || (asked === question && kind !== 'answered' && kind !== 'cut')
          ? []
          : [{ kind, question: asked, index: on, group, language }];
      yield* make('answered', question);
      yield* make('far', pick(far?.questions ?? [])?.question);
      yield* make('near', pick(pick(near)?.questions ?? [])?.question);
      if (random() < 0.5) yield* make('cut', question, withoutRight(text, right));
      yield* make('name', swapName(question, names, language, pick));
      yield* make('number', swapNumber(question, text.sentences, pick));
      if (language !== 'en') continue;
      yield* make('opposite', opposite(question));
      if (random() < 0.3) yield* make('denied', question.replace(auxiliary, '$& not'));
      yield* make('word', swapWord(question, far?.sentences ?? [], pick));
      yield* make('exchanged', exchange(question, language));
    }
  }
}

type Pick = <T>(items: readonly T[]) => T | undefined;

function withoutRight({ sentences, language, index }: TrainingText, right: boolean[]): SentenceIndex {
  const rest = sentences.filter((_, at) => !right[at]);
  return rest.length > 1 ? indexSentences([{ sentences: rest, paragraphs: [0], language }]) : index;
}

function swapName(question: string, names: string[], language: string, pick: Pick): string | undefined {
  const own = pick(namesIn(question, language));
  const other = pick(names.filter((name) => !question.includes(name)));
  return own === undefined || other === undefined ? undefined : question.replace(own, other);
}

function swapNumber(question: string, sentences: string[], pick: Pick): string | undefined {
  const own = /\d[\d,.]*\d|\d/u.exec(question)?.[0];
  const others = sentences.join(' ').match(/\d[\d,.]*\d|\d/gu) ?? [];
  const other = pick(others.filter((number) => number !== own));
  return own === undefined || other === undefined ? undefined : question.replace(own, other);
}

const auxiliary = /\b(is|was|are|were|did|does|do|has|have|can|could|will|would)\b( \w+)?/u;
const ordinary = /\b(?!which|where|whose|there|their|about|would|could)[a-z]{5,}\b/gu;

function swapWord(question: string, sentences: string[], pick: Pick): string | undefined {
  const own = pick(question.match(ordinary) ?? []);
  const others = sentences.join(' ').match(ordinary) ?? [];
  const other = pick(others.filter((word) => endingOf(word) === endingOf(own ?? '')));
  return own === undefined || other === undefined ? undefined : question.replace(own, other);
}

/** A plural for a plural, a past for a past. */
function endingOf(word: string): string {
  return /(?:ing|ed|ly|s)$/u.exec(word)?.[0] ?? '';
}

const opposites: [RegExp, string][] = [
  [/\bfirst\b/u, 'last'],
  [/\bmost\b/u, 'least'],
  [/\blargest\b/u, 'smallest'],
  [/\bbefore\b/u, 'after'],
  [/\bafter\b/u, 'before'],
  [/\bmore\b/u, 'less'],
  [/\bincrease/u, 'decrease'],
  [/\bnorth/u, 'south'],
  [/\beast/u, 'west'],
  [/\bbest\b/u, 'worst'],
  [/\bhigh/u, 'low'],
  [/\bold/u, 'new'],
  [/\bsouth/u, 'north'],
  [/\bwest/u, 'east'],
  [/\bbegin/u, 'end'],
  [/\bmajor/u, 'minor'],
];

function opposite(question: string): string | undefined {
  const pair = opposites.find(([word]) => word.test(question));
  return pair === undefined ? undefined : question.replace(pair[0], pair[1]);
}

function exchange(question: string, language: string): string | undefined {
  const [first, second] = namesIn(question, language);
  if (first === undefined || second === undefined) return undefined;
  return question.replace(first, '\u0001').replace(second, first).replace('\u0001', second);
}

/**
 * Terms that a question may have and its answer not: those that answered questions have and their texts have not, in
 * three articles or more, and those that many articles have.
 */
export function looseTerms(texts: TrainingText[]): Set<string> {
  const absent = new Map<string, Set<number>>();
  const common = new Map<string, Set<number>>();
  const put = (counts: Map<string, Set<number>>, term: string, group: number) =>
    counts.set(term, (counts.get(term) ?? new Set()).add(group));
  for (const { index, group, questions, language } of texts) {
    for (const { terms } of index.sentences) for (const term of terms) put(common, term, group);
    for (const { question } of questions)
      for (const term of readQuestion(question, language).terms) if (!index.bm25.has(term)) put(absent, term, group);
  }
  const groups = new Set(texts.map(({ group }) => group)).size;
  const loose = [
    ...[...absent].filter(([, seen]) => seen.size >= 3),
    ...[...common].filter(([, seen]) => seen.size >= Math.max(10, groups / 5)),
  ];
  return new Set(loose.map(([term]) => term));
}
