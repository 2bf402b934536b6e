/**
 * Questions that a story's own sentences answer: who somebody is, what they said or did, why, when, how many. Each is
 * made from a sentence that plainly says it, so its answer is that sentence; where there is none, there is no question.
 */
import { isBackground } from './extract-cues.ts';
import { chineseQuestions } from './extract-faq-chinese.ts';
import { englishQuestions } from './extract-faq-english.ts';
import { japaneseQuestions } from './extract-faq-japanese.ts';
import { koreanQuestions } from './extract-faq-korean.ts';
import { thaiQuestions } from './extract-faq-thai.ts';
import { content, highest } from './extract-rank.ts';
import type { Candidate } from './extract-sentences.ts';
import { withoutSpeech } from './extract-voice.ts';

/** `person`: who somebody is; `speech`: what they said; `deed`: what somebody did or will do; the others as named. */
export type QuestionKind = 'person' | 'speech' | 'thing' | 'deed' | 'reason' | 'time' | 'count';

export interface Question {
  text: string;
  kind: QuestionKind;
  /** Whom or what it is about, in one spelling: two questions about one are not asked. */
  about: string;
}

export interface Asked {
  question: string;
  answer: Candidate;
}

/** @param names those of the whole story */
export type Ask = (sentence: string, names: ReadonlySet<string>, language: string) => Question[];

const askers: Record<string, Ask> = {
  en: englishQuestions,
  ja: japaneseQuestions,
  zh: chineseQuestions,
  ko: koreanQuestions,
  th: thaiQuestions,
};

/** How much a reader would ask it. */
const interest: Record<QuestionKind, number> = {
  reason: 1.3,
  count: 1.1,
  time: 1.1,
  person: 1,
  deed: 0.9,
  thing: 0.9,
  // It fits any story, and so tells little of this one.
  speech: 0.7,
};

/** A number or a deed of years ago would pass for today's. */
const ofNow: ReadonlySet<QuestionKind> = new Set(['count', 'deed']);
const ofFacts: ReadonlySet<QuestionKind> = new Set(['reason', 'time', 'count']);

/**
 * @param said sentences that the reader has had already: they answer only where no other does
 * @returns at most `count`, each of another kind where it can be; none in languages without templates
 */
export function faqOf(candidates: Candidate[], language: string, count: number, said: Candidate[] = []): Asked[] {
  const ask = askers[language.slice(0, 2)];
  if (ask === undefined) return [];
  const names = new Set(candidates.flatMap(({ facts }) => [...facts]));
  let left = candidates
    .filter(({ voice }) => voice === 'report' || voice === 'quotation')
    .flatMap((answer) =>
      ask(answer.text, names, language)
        .filter((question) => question.kind !== 'speech' || isOfStory(question.about, answer, candidates))
        .filter((question) => !ofNow.has(question.kind) || isOfNow(answer, language))
        .map((question) => ({ question, answer })),
    );
  const kept: typeof left = askedByText(candidates).slice(0, count);
  left = left.filter(({ answer }) => !kept.some((one) => one.answer === answer));
  // Asked where nobody else can be asked after: a date or a reason is another matter than who somebody is.
  let more: typeof left = [];
  while (kept.length < count) {
    const best = highest(left.length > 0 ? left : more, ({ question, answer }) => {
      const again = kept.filter(({ question: { kind } }) => kind === question.kind).length;
      return (
        (interest[question.kind] * Math.sqrt(content(answer)) * (said.includes(answer) ? 0.6 : 1)) /
        ((1 + again / 4) * (1 + answer.sentence) ** 0.15)
      );
    });
    if (best === null) break;
    kept.push(best);
    const others = [...left, ...more].filter(
      ({ question, answer }) => answer !== best.answer && question.text !== best.question.text,
    );
    const named = new Set(kept.map(({ question }) => question.about));
    left = others.filter(({ question }) => ![...named].some((name) => isSame(name, question.about)));
    more = others.filter(
      ({ question: { about, kind } }) =>
        ofFacts.has(kind) && kept.some((one) => one.question.about === about && one.question.kind !== kind),
    );
  }
  return kept.map(({ question, answer }) => ({ question: question.text, answer }));
}

/** What the text asks itself comes first: it was put for readers. */
function askedByText(candidates: Candidate[]): { question: Question; answer: Candidate }[] {
  return candidates.flatMap((answer) =>
    answer.asked === null || answer.voice === 'scrap' || answer.voice === 'personal'
      ? []
      : [{ question: { text: answer.asked, kind: 'reason', about: answer.asked }, answer }],
  );
}

/** Who speaks from the side: a rival, an analyst, a passer-by. */
const bystander: Record<string, RegExp> = {
  en: /\b(?:rivals?|competitors?|analysts?|shopkeepers?|customers?|residents?|neighbou?rs?|visitors?|who runs)\b/iu,
  ja: /競合|ライバル|アナリスト|住民|近所|客の/u,
  zh: /對手|对手|分析師|分析师|居民|鄰居|邻居|顧客|顾客|老闆|老板/u,
  ko: /경쟁사|증권가|애널리스트|주민|상인|손님/u,
};

/** A word of somebody's is worth asking for where the story names them more than once, or they speak for their office. */
function isOfStory(about: string, answer: Candidate, candidates: Candidate[]): boolean {
  const name = about.split(' ').at(-1)!;
  const again = candidates.some((other) => other !== answer && other.text.toLowerCase().includes(name.toLowerCase()));
  return again || !Object.values(bystander).some((side) => side.test(withoutSpeech(answer.text)));
}

/** `顾明远` and `市环保局局长顾明远` are one. */
function isSame(one: string, other: string): boolean {
  return one.endsWith(other) || other.endsWith(one);
}

function isOfNow({ text, current }: Candidate, language: string): boolean {
  return current > 0 && !isBackground(withoutSpeech(text), language);
}
