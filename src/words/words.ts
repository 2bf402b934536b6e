/** The words of each language that we speak. */
import { type Language, languages } from '../model.ts';
import { en, type Words } from './en.ts';
import { ja } from './ja.ts';

export type { Words } from './en.ts';

const all: Partial<Record<Language, Words>> = { en, ja };

/** English stands in where a language has no words of its own yet. */
export function wordsFor(language: Language): Words {
  return all[language] ?? en;
}

/** Every language's words, the given one first: commands are understood in all of them. */
export function wordsOfAll(first: Language): Words[] {
  return [first, ...languages.filter((language) => language !== first)].flatMap((language) => all[language] ?? []);
}

/** The language of ours that is meant by a BCP 47 tag, a name or a code; null for any other. */
export function languageNamed(text: string): Language | null {
  const wanted = text.trim().toLowerCase();
  const named = languages.find(
    (language) => language.toLowerCase() === wanted || all[language]?.alsoCalled.includes(wanted),
  );
  return named ?? byTag(wanted);
}

function byTag(tag: string): Language | null {
  if (/^zh\b/.test(tag)) return /cn|hans|sg/.test(tag) ? null : 'zh-TW';
  return languages.find((language) => language === tag.split(/[-_]/)[0]) ?? null;
}

/** A language's name in another language: `Japanese`, 日本語. */
export function languageName(tag: string, inLanguage: Language): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
}
