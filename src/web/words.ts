import type { Language } from '../model.ts';
import { en, type WebWords } from './words/en.ts';
import { ja } from './words/ja.ts';
import { ko } from './words/ko.ts';
import { th } from './words/th.ts';
import { zhTW } from './words/zh-TW.ts';

export type { WebWords } from './words/en.ts';

const all: Record<Language, WebWords> = { en, ja, 'zh-TW': zhTW, ko, th };

export function webWordsFor(language: Language): WebWords {
  return all[language];
}
