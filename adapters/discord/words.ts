/** Words that only Discord needs, by language. */
import type { Language } from '../../src/model.ts';
import { type DiscordWords, en } from './words/en.ts';
import { ja } from './words/ja.ts';
import { ko } from './words/ko.ts';
import { th } from './words/th.ts';
import { zhTW } from './words/zh-TW.ts';

const all: Record<Language, DiscordWords> = { en, ja, 'zh-TW': zhTW, ko, th };

export function discordWords(language: Language): DiscordWords {
  return all[language];
}
