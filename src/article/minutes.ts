/**
 * Whole minutes that it takes to read, at least 1: 238 words, or 500 characters of Chinese, Japanese, Korean or Thai, a
 * minute.
 *
 * @see https://doi.org/10.1016/j.jml.2019.104047 for the words (English, silent reading of non-fiction)
 */
export function readingMinutes(text: string): number {
  const dense = text.match(denseLetters)?.length ?? 0;
  const words = text.replace(denseLetters, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(dense / 500 + words / 238));
}

const denseLetters = /[\p{Script=Han}\u3041-\u30ff\p{Script=Hangul}\p{Script=Thai}]/gu;
