/** The words of each language that we speak. */
import { type Language, languages } from '../model.ts';
import { en, type Words } from './en.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { th } from './th.ts';
import { zhTW } from './zh-TW.ts';

export type { Words } from './en.ts';

const all: Record<Language, Words> = { en, ja, 'zh-TW': zhTW, ko, th };

export function wordsFor(language: Language): Words {
  return all[language];
}

/** Every language's words, the given one first: commands are understood in all of them. */
export function wordsOfAll(first: Language): Words[] {
  return [first, ...languages.filter((language) => language !== first)].map((language) => all[language]);
}

/** The language of ours that is meant by a BCP 47 tag, or by its name in any language of ours; null for any other. */
export function languageNamed(text: string): Language | null {
  const wanted = text.trim().toLowerCase().replace(/^ภาษา/, '');
  const named = languages.find(
    (language) => all[language].alsoCalled.includes(wanted) || namesOf(language).includes(wanted),
  );
  return named ?? byTag(wanted);
}

function namesOf(language: Language): string[] {
  return languages.map((speaker) => languageName(language, speaker).toLowerCase());
}

function byTag(tag: string): Language | null {
  if (/^zh\b/.test(tag)) return /cn|hans|sg/.test(tag) ? null : 'zh-TW';
  return languages.find((language) => language === tag.split(/[-_]/)[0]) ?? null;
}

/** A language's name in another language: `Japanese`, 日本語. */
export function languageName(tag: string, inLanguage: Language): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
}

/** Things side by side, without an `and`. */
export function sideBySide(items: string[], language: Language): string {
  return items.join(language === 'ja' || language === 'zh-TW' ? '、' : ', ');
}

/** Behind what it says more of; full width where the script is. */
export function aside(text: string, language: Language): string {
  return language === 'ja' || language === 'zh-TW' ? `（${text}）` : ` (${text})`;
}

/** Between a title and what it titles: full width where the script is. */
export function colon(language: Language): string {
  return language === 'ja' || language === 'zh-TW' ? '：' : ': ';
}
