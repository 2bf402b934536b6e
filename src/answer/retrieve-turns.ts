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

/** The question with the words of the one before it, so that a sentence about both is found. */
export function withTurns(question: string, turns: Turn[]): string {
  const last = turns.at(-1);
  return last === undefined ? question : `${last.question.replace(/[?？。.\s]+$/u, '')} ${question}`;
}

/**
 * How near each sentence stands to what the last answer quoted: 1 the sentence itself, less for its neighbours, 0 for
 * all others.
 */
export function nearness(index: SentenceIndex, turns: Turn[]): number[] {
  const answer = folded(turns.at(-1)?.answer ?? '');
  const quoted = index.sentences.map(({ words }) => words.length > 8 && answer.includes(folded(words)));
  return index.sentences.map(({ text }, at) => {
    for (const [step, near] of steps) {
      for (const other of [at - step, at + step])
        if (quoted[other] && index.sentences[other]!.text === text) return near;
    }
    return 0;
  });
}

const steps: [number, number][] = [
  [0, 1],
  [1, 0.9],
  [2, 0.5],
];

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').toLowerCase();
}
