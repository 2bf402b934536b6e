/** How earlier turns of a talk bear on a question: `and who said that?` asks about what was just answered. */

import { terms } from '../text/words.ts';
import type { Turn } from './answerer.ts';
import type { SentenceIndex } from './retrieve-index.ts';

const backward: Record<string, RegExp> = {
  en: /^(and|but|so|then|also|what about|how about|why not|really|since when|in what way)\b|\b(he|she|it|they|him|her|them|his|their|its|theirs|that|this|those|these|there|then|such|one|ones|else|same|other|another|both|either|exactly)\b/iu,
  ja: /^(それ|その|これ|この|そこ|では|じゃあ|で、|ほか|他|あと|なぜ|どうして|いつ|誰|どこ|いくら|どう)|それ|その|これ|この|彼|そこ|同じ|ほかに|他に|両方|さっき|先ほど/u,
  zh: /^(那|还有|還有|为什么|為什麼|什么时候|什麼時候|谁|誰|哪里|哪裡|多少)|他|她|它|这|這|那|其|另外|其他|同样|同樣/u,
  ko: /^(그|그럼|그리고|왜|언제|누가|어디|얼마)|그것|그건|그는|그녀|이것|거기|다른|같은/u,
  th: /^(แล้ว|และ|ทำไม|เมื่อไร|ใคร|ที่ไหน|เท่าไร)|เขา|มัน|นั้น|นี้|พวกเขา|อื่น/u,
};
/** With fewer words of its own a question cannot stand alone. */
const fewTerms = 2;

/** Does the question need what was said before? */
export function leansOnTurns(question: string, language: string): boolean {
  return (
    (backward[language.slice(0, 2)]?.test(question.trim()) ?? false) || terms(question, language).length <= fewTerms
  );
}

/**
 * The question with the words of what it leans on: the question before it, and what that leant on in turn, so that a
 * sentence about all of it is found.
 */
export function withTurns(question: string, turns: Turn[], language: string): string {
  const joined = [question];
  for (const turn of turns.slice(-mostTurns).reverse()) {
    joined.unshift(turn.question.replace(/[?？。.\s]+$/u, ''));
    if (!leansOnTurns(turn.question, language)) break;
  }
  return joined.join(' ');
}

const mostTurns = 3;

/**
 * How near each sentence stands to what the last answer quoted, 0–1.
 *
 * @param answeredBy the sentence that likely answered, for an answer that quotes none
 */
export function nearness(index: SentenceIndex, turns: Turn[], answeredBy: () => number): number[] {
  const answer = folded(turns.at(-1)?.answer ?? '');
  const quoted = index.sentences.map(({ words }) => words.length > 8 && answer.includes(folded(words)));
  if (!quoted.includes(true)) quoted[answeredBy()] = true;
  return index.sentences.map(({ text }, at) => {
    const near = steps.map(([step, value]) =>
      [at - step, at + step].some((other) => quoted[other] && index.sentences[other]?.text === text) ? value : 0,
    );
    return Math.max(...near);
  });
}

/** By distance. What was just said is seldom asked for again; what stands beside it often is. */
const steps: [distance: number, nearness: number][] = [
  [0, 0.5],
  [1, 0.9],
  [2, 0.3],
];

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').toLowerCase();
}
