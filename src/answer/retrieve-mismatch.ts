/** What of a question the best sentence does not meet, or meets with something else: a near miss shows there. */
import { holdsName } from '../text/names.ts';
import { areOpposed } from '../text/opposites.ts';
import { isMetBy } from '../text/related.ts';
import { type Alignment, align, tokensOf } from './retrieve-alignment.ts';
import type { SentenceIndex } from './retrieve-index.ts';
import type { AnswerKind, AskedFor } from './retrieve-question.ts';
import { zoneNames, zones } from './retrieve-zones.ts';

const alignmentNames = [
  'aligned',
  'run',
  'replaced',
  'replacedAlike',
  'inserted',
  'outside',
  'reworded',
] as const satisfies (keyof Alignment)[];

/** In this order behind the other features of confidence. */
export const mismatchNames = [
  ...alignmentNames,
  'unexplained',
  'unexplainedShare',
  'unexplainedInText',
  'strange',
  'numberInstead',
  'nameInstead',
  'kind',
  'whereAsked',
  'opposedNear',
  'formLacking',
  'formNowhere',
  'unitNowhere',
  ...zoneNames,
] as const;

/** As numbers for the trees; kinds that are told alike stand side by side. */
const kinds: AnswerKind[] = ['other', 'yes-no', 'manner', 'reason', 'place', 'person', 'date', 'number'];

/**
 * @param top the best sentence
 * @param loose terms that a question may have and its answer not
 */
export function mismatches(
  asked: AskedFor,
  top: number,
  index: SentenceIndex,
  loose: ReadonlySet<string>,
): Record<(typeof mismatchNames)[number], number> {
  const best = index.sentences[top]!;
  const terms = [...new Set(asked.terms)];
  const near = index.sentences
    .slice(Math.max(0, top - 2), top + 2)
    .filter(({ text }) => text === best.text)
    .flatMap((sentence) => sentence.terms);
  const strange = terms.filter((term) => !loose.has(term));
  const unexplained = strange.filter((term) => !isMetBy(term, near));
  const weight = (some: string[]) => some.reduce((sum, term) => sum + index.bm25.idf(term), 0);
  const missingNumber = asked.numbers.some((value) => !best.numbers.has(value));
  const missingName = asked.names.some((name) => !holdsName(best.words, name));
  return {
    ...align(tokensOf(asked.text, asked.language), tokensOf(best.words, asked.language)),
    unexplained: unexplained.length,
    unexplainedShare: weight(unexplained) / (weight(terms) || 1),
    unexplainedInText: strange.filter((term) => !index.bm25.has(term) && !isMetBy(term, index.vocabulary)).length,
    strange: strange.filter((term) => !best.termSet.has(term)).length,
    numberInstead: missingNumber && [...best.numbers].some((value) => !asked.numbers.includes(value)) ? 1 : 0,
    nameInstead: missingName && best.names.some((name) => !asked.names.some((own) => holdsName(own, name))) ? 1 : 0,
    kind: kinds.indexOf(asked.kind),
    whereAsked: whereAsked(asked.text),
    ...zones(asked, best, near, index),
    formLacking: asked.form !== null && !asked.form.test(best.words) ? 1 : 0,
    formNowhere: isNowhere(asked.form, index),
    unitNowhere: isNowhere(asked.unit, index),
    opposedNear: terms.some((term) => !best.termSet.has(term) && near.some((other) => areOpposed(term, other))) ? 1 : 0,
  };
}

/** No sentence has what is asked for: nobody's age is told, nothing is counted so. */
function isNowhere(told: RegExp | null, { sentences }: SentenceIndex): number {
  return told !== null && !sentences.some(({ words }) => told.test(words)) ? 1 : 0;
}

/** How far into the question its asking word stands, 0–1: people who copy a sentence put it where the answer was. */
function whereAsked(question: string): number {
  const found = askingWord.exec(question);
  return found === null ? 0 : found.index / Math.max(1, question.length);
}

const askingWord =
  /\b(what|which|who|whom|whose|when|where|why|how)\b|何|誰|いつ|どこ|なぜ|どの|什么|什麼|谁|誰|哪|多少|几|幾|누구|누가|언제|어디|왜|얼마|몇|무엇|무슨|뭐|어떻게|어떤|어느/iu;
