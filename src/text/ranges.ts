/** The first of a range leaves its scale to the second: `60 to 80 million`, `between 60 and 80 million`, 60〜80億. */
import { scaleOfEnglish } from './english-numbers.ts';
import type { FoundNumber } from './found-number.ts';
import { hanNumber } from './han-numbers.ts';

const link = /^\s?(?:to|-|–|—|~|〜|～|至|到|から|에서)\s?(?:US)?\p{Sc}?$/u;
const both = /\bbetween\s(?:US)?\p{Sc}?$/iu;
const scale = /\d\s?(?:-?(thousand|million|billion|trillion|bn|mn|tn|[mbk])\b|([万萬亿億兆만억조]+))/iu;
/** What has a scale of its own, or counts something, leaves none out. */
const bare = /^(?:US)?\p{Sc}?\s?\d[\d.,]*$/u;

/** @returns what the number at `index` comes to with the scale of the next; null where it needs none */
export function rangeReading(found: readonly FoundNumber[], index: number, text: string): number | null {
  const [first, second] = [found[index]!, found[index + 1]];
  if (second === undefined || typeof first.value !== 'number' || !bare.test(first.text)) return null;
  const [, worded, spelled] = scale.exec(second.text) ?? [];
  if (worded === undefined && spelled === undefined) return null;
  const between = text.slice(first.start + first.text.length, second.start);
  const isRange =
    link.test(between) ||
    (/^\sand\s$/u.test(between) && both.test(text.slice(Math.max(0, first.start - 12), first.start)));
  if (!isRange) return null;
  const scaled = first.value * (spelled === undefined ? scaleOfEnglish(worded) : hanNumber(`1${spelled}`));
  // `by 600,000 to 4.1 million` is no range: what would come to more than the second leaves nothing out.
  return scaled <= Number(second.value) ? scaled : null;
}
