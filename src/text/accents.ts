/** Latin letters without their accents: people ask about `Erdogan` where a text tells of `Erdoğan`. */

/** Letters that Unicode does not take apart. */
const apart: Record<string, string> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' },
  ...{ Ø: 'O', Ł: 'L', Đ: 'D', Ð: 'D', Þ: 'Th', ẞ: 'SS', Æ: 'Ae', Œ: 'Oe' },
};

/** @returns the text with its letters of other scripts as they are, with their marks */
export function withoutAccents(text: string): string {
  if (!/[\u00c0-\u024f\u1e00-\u1eff]|[A-Za-z]\p{Mn}/u.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .replace(/[øłđðþßæœıØŁĐÐÞẞÆŒ]/gu, (letter) => apart[letter]!);
}
