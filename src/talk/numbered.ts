/** `story 3`, `#3`, `the second story`, 3番, 第3則, 3번: a number that stands for a story of a digest. */
import type { Digest, DigestStory } from '../model.ts';

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const cardinals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const han = '一二三四五六七八九十';

const before = String.raw`(?:\b(?:story|number|no\.?|item|news)\s*#?|#|第|ข่าวที่\s*|(?<=^(?:summari[sz]e|sum up|recap|explain|tl;?dr|key points(?: of)?|tell me about|show me|open|read|(?:and |ok(?:ay)?,? |so )?(?:what|how) about|and|then|next)\s)(?=\d+[.!?]*$)|(?<=^(?:要約|摘要|重點|요약|핵심|สรุป)\s?)(?=\d+$))(\d{1,2})(?!\d)(?:番目?|つ目|件目|則|번)?`;
const behind = String.raw`(?<!\d)(\d{1,2})(?:番目?|つ目|件目|則|번|(?:st|nd|rd|th)\s+(?:story|item|one|news)\b|(?=について|に関して|のこと))`;
const inWords = String.raw`\b(${ordinals.join('|')})\s+(?:story|item|one|news)\b|第?([${han}])(?:番目?|つ目|件目|則)|\b(?:story|number|item)\s+(${cardinals.join('|')})(?=(?: please)?[\s.!?]*$)`;
const mention = new RegExp(`${before}|${behind}|${inWords}`, 'iu');

/** A bare number counts too; one that the question asks with (`the first 3 months`) does not. */
export function numberedStory(question: string, { stories }: Digest): DigestStory | null {
  const number = numberIn(question);
  return stories.find((story) => story.number === number) ?? null;
}

export function numberIn(question: string): number | null {
  const text = question.normalize('NFKC').trim();
  const bare = /^(\d{1,2})[.!?。]*$/.exec(text)?.[1];
  if (bare !== undefined) return Number(bare);
  const [, front, back, ordinal, numeral, cardinal] = mention.exec(text) ?? [];
  if (ordinal !== undefined) return ordinals.indexOf(ordinal.toLowerCase()) + 1;
  if (numeral !== undefined) return han.indexOf(numeral) + 1;
  if (cardinal !== undefined) return cardinals.indexOf(cardinal.toLowerCase()) + 1;
  const digits = front ?? back;
  return digits === undefined ? null : Number(digits);
}

/** The number is all that was said: the story is asked for, and nothing of it. */
export function isOnlyNumber(question: string): boolean {
  return onlyNumber.test(withoutNumber(question));
}

const onlyNumber =
  /^(?:(?:show|open|read|me|the|what(?:'|’)s|what is|please|and|ok(?:ay)?|so|then|next|(?:what|how) about)(?=\s|$)|について|に関して|のこと|と|は|を|の|が|見せて|教えて|뉴스|기사|ดู|看|給我|[\s.,!?。、])*$/iu;

/** What was said besides: `summarize story 2` → `summarize`. */
export function withoutNumber(question: string): string {
  return question
    .normalize('NFKC')
    .trim()
    .replace(mention, '')
    .replace(/^\d{1,2}(?=[.!?。]*$)/, '')
    .trim();
}
