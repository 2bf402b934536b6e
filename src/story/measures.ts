/** Figures that name an event: two quakes of different magnitude, two deals of different price, are two events. */
import { numbersIn } from '../text/numbers.ts';

export interface Measures {
  /** On any of the magnitude scales, which agree within a few tenths. */
  magnitudes: number[];
  /** Sums of money in the title, in whatever currency. */
  sums: number[];
}

const magnitude =
  /(?:magnitude|マグニチュード|規模|规模|규모|\bM)\s?(?:of\s|約|は|为|為)?\s?(\d\.\d)(?!\d)|(\d\.\d)[-\s]?(?:magnitude|級|级)/giu;
/** First reports of a magnitude are put right by so much. */
const sameMagnitude = 0.35;
/** Sums are rounded, and grow a little as a deal is told. */
const sameSum = 0.15;

export function measuresOf(title: string, text: string, language: string): Measures {
  const magnitudes = [...`${title}\n${text}`.normalize('NFKC').matchAll(magnitude)].map(([, before, after]) =>
    Number(before ?? after),
  );
  const sums = numbersIn(title, language).flatMap(({ kind, value }) =>
    kind === 'money' && typeof value === 'number' ? [value] : [],
  );
  return { magnitudes: [...new Set(magnitudes)].slice(0, 3), sums: [...new Set(sums)].slice(0, 3) };
}

/**
 * @returns what likeness is worth beside these figures, 0–1. Sums are compared within a language only: each converts
 * them to its own currency.
 */
export function agreement(a: Measures, b: Measures, oneLanguage: boolean): number {
  if (apart(a.magnitudes, b.magnitudes, (x, y) => Math.abs(x - y) <= sameMagnitude)) return 0.2;
  const sumsDiffer = oneLanguage && apart(a.sums, b.sums, (x, y) => Math.abs(x - y) <= sameSum * Math.max(x, y));
  return sumsDiffer ? 0.6 : 1;
}

function apart(a: number[], b: number[], same: (x: number, y: number) => boolean): boolean {
  return a.length > 0 && b.length > 0 && !a.some((x) => b.some((y) => same(x, y)));
}
