/**
 * Lays a question beside a sentence, word by word. A question made from a sentence keeps its run of words; where one
 * word stands in the place of another (`from the French what` beside `from the UK market`), the sentence tells
 * something else than what is asked.
 */
import { withoutAccents } from '../text/accents.ts';
import { akin } from '../text/akin.ts';
import { areRelated } from '../text/related.ts';
import { stopWords } from '../text/stop-words.ts';
import { stem, words } from '../text/words.ts';

export interface Token {
  term: string;
  /** Carries matter: no stop word. */
  content: boolean;
  number: boolean;
  /** Has a capital, or is a number: what names and figures are made of. */
  named: boolean;
}

/** Words that ask, and the verbs that only come with asking: they stand where the answer would. */
const asking: Record<string, ReadonlySet<string>> = {
  en: new Set('what which who whom whose when where why how many much did do does'.split(' ')),
};
const nothing: ReadonlySet<string> = new Set();

export function tokensOf(text: string, language: string): Token[] {
  const stops = stopWords(language);
  const wild = asking[language.slice(0, 2)] ?? nothing;
  const plain = withoutAccents(text.normalize('NFKC'));
  return words(plain, language)
    .filter((word) => !wild.has(word))
    .map((word) => ({
      term: stem(word, language),
      content: !stops.has(word),
      number: /^\p{N}/u.test(word),
      named: /^\p{N}/u.test(word) || plain.includes(word.slice(0, 1).toUpperCase() + word.slice(1)),
    }));
}

export interface Alignment {
  /** Shared content words that stand in the same order, as a share of the question's. */
  aligned: number;
  /** Longest run of shared words, as a share of the question's words. */
  run: number;
  /** Content words of the question with another word of the sentence in their place. */
  replaced: number;
  /** The same, of one kind: a number for a number, a name for a name. */
  replacedAlike: number;
  /** Content words of the question between two that stand side by side in the sentence. */
  inserted: number;
  /** Content words of the question before or behind all that is shared. */
  outside: number;
  /** Of `replaced`, those that mean much the same as what stands there. */
  reworded: number;
}

const none: Alignment = { aligned: 0, run: 0, replaced: 0, replacedAlike: 0, inserted: 0, outside: 0, reworded: 0 };
const match = { content: 2, stop: 0.6 };
const skip = { asked: -0.4, told: -0.12 };
/** Only so much of a sentence is read; no question runs on for longer. */
const mostTokens = 120;

export function align(asked: Token[], told: Token[]): Alignment {
  const sentence = told.slice(0, mostTokens);
  const pairs = pairsOf(asked, sentence);
  const contents = asked.filter(({ content }) => content).length;
  if (pairs.length === 0 || contents === 0) return { ...none, outside: contents };
  const result = { ...none, run: longestRun(pairs) / asked.length };
  result.aligned = pairs.filter(([at]) => asked[at]!.content).length / contents;
  let [lastAsked, lastTold] = [-1, -1];
  for (const [at, other] of [...pairs, [asked.length, sentence.length] as Pair]) {
    const missing = asked.slice(lastAsked + 1, at).filter(({ content }) => content);
    const instead = sentence.slice(lastTold + 1, other).filter(({ content }) => content);
    if (lastAsked < 0 || at === asked.length) result.outside += missing.length;
    else if (instead.length === 0) result.inserted += missing.length;
    else {
      result.replaced += missing.length;
      const near = instead.slice(0, 4);
      for (const one of missing) {
        const same = near.some(({ term }) => areRelated(one.term, term) || akin(one.term, term));
        if (same) result.reworded += 1;
        else if (near.some((stands) => alike(one, stands))) result.replacedAlike += 1;
      }
    }
    [lastAsked, lastTold] = [at, other];
  }
  return result;
}

function alike(a: Token, b: Token): boolean {
  return a.number === b.number && a.named === b.named;
}

type Pair = [asked: number, told: number];

/** The best run of shared words in one order (Smith–Waterman), as pairs of places. */
function pairsOf(asked: Token[], told: Token[]): Pair[] {
  const width = told.length + 1;
  const best = new Float64Array((asked.length + 1) * width);
  const step = new Uint8Array(best.length);
  let [top, end] = [0, 0];
  for (let i = 1; i <= asked.length; i++) {
    for (let j = 1; j <= told.length; j++) {
      const at = i * width + j;
      const one = asked[i - 1]!;
      const same = one.term === told[j - 1]!.term;
      const choices = [
        0,
        same ? best[at - width - 1]! + (one.content ? match.content : match.stop) : -1,
        best[at - width]! + skip.asked,
        best[at - 1]! + skip.told,
      ];
      let chosen = 0;
      for (let c = 1; c < choices.length; c++) if (choices[c]! > choices[chosen]!) chosen = c;
      best[at] = choices[chosen]!;
      step[at] = chosen;
      if (best[at]! > top) [top, end] = [best[at]!, at];
    }
  }
  const pairs: Pair[] = [];
  for (let at = end; step[at] !== 0; ) {
    if (step[at] === 1) {
      pairs.unshift([Math.floor(at / width) - 1, (at % width) - 1]);
      at -= width + 1;
    } else at -= step[at] === 2 ? width : 1;
  }
  return pairs;
}

function longestRun(pairs: Pair[]): number {
  let [longest, run] = [0, 0];
  pairs.forEach(([at, other], i) => {
    const before = pairs[i - 1];
    run = before !== undefined && before[0] === at - 1 && before[1] === other - 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}
