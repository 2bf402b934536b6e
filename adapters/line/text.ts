/** Foreign text on its way to LINE: cleaned and cut; in text messages, where LINE makes links of addresses, defused. */
import type { Language } from '../../src/model.ts';
import { plain } from '../../src/text/clean.ts';
import { wordsFor } from '../../src/words/words.ts';

/** Our sentences put words to type in backticks, which LINE does not draw: they are quoted instead. */
export function readable(text: string, language: Language, max: number): string {
  return plain(text, max).replace(/`([^`\n]{1,100})`/g, (_, typed: string) => wordsFor(language).quote(typed));
}

/** By its script, the language of a text of ours. */
export function languageOf(text: string): Language {
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Thai}/u.test(text)) return 'th';
  return /\p{Script=Han}/u.test(text) ? 'zh-TW' : 'en';
}

/** LINE makes a link of whatever looks like an address in a text message; a blank without width takes the look away. */
export function defuse(text: string): string {
  return text
    .replace(/:(?=\/)/g, ':\u200b')
    .replace(/([\p{L}\p{N}_-])([.@])(?=[\p{L}\p{N}])/gu, (whole, before, sign, at: number) =>
      /\p{N}/u.test(before) && /\p{N}/u.test(text[at + whole.length] ?? '') ? whole : `${before}${sign}\u200b`,
    );
}

/** @see https://developers.line.biz/en/reference/messaging-api/#uri-action */
const maxUri = 1_000;

/** @returns null where LINE could not open it, or somebody on the way could change what it opens. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' && href.length <= maxUri ? href : null;
}

/** LINE shows pictures over https only, as JPEG or PNG, from addresses of at most 2,000 characters. */
export function pictureAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, pathname, href } = new URL(url);
  const drawable = !/\.(?:gif|svg|webp|avif|ico|bmp|mp4)$/i.test(pathname);
  return protocol === 'https:' && drawable && href.length <= 2_000 ? href : null;
}
