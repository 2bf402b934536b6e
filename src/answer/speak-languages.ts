import type { Signs } from './speak-signs.ts';
import { english } from './speak-signs-en.ts';
import { japanese } from './speak-signs-ja.ts';
import { korean } from './speak-signs-ko.ts';
import { thai } from './speak-signs-th.ts';
import { chinese } from './speak-signs-zh.ts';

const signs: Record<string, Signs> = { en: english, ja: japanese, 'zh-TW': chinese, ko: korean, th: thai };

/** @param language BCP 47; another language than ours is read as English, by its question marks. */
export function signsOf(language: string): Signs {
  return signs[language] ?? english;
}
