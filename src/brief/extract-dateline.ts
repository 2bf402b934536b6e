/**
 * What stands before the first words of a sentence and is none of what it says: where, when and by which agency a report
 * was written, and the word that only ties a sentence to the one before it.
 */

const agencies = 'AP|Reuters|AFP|CNN|UPI|Bloomberg|dpa|ANSA|EFE|Xinhua|Kyodo|Yonhap|BBC|IANS|PTI|TASS';

const datelines: RegExp[] = [
  // LONDON, England (CNN) -- · WASHINGTON, March 3 (Reuters) - · PARIS —
  new RegExp(
    String.raw`^\p{Lu}[\p{Lu}.'’/-]{2,}(?:[ ,]+[\p{L}\d.'’/-]+){0,6}\s*\((?:${agencies})\)\s*(?:[—–-]{1,2})\s*`,
    'u',
  ),
  /^(?:\p{Lu}[\p{Lu}.'’-]{2,}[ ,]*){1,4}\s*(?:[—–]|--)\s*/u,
  new RegExp(String.raw`^\((?:${agencies})\)\s*(?:[—–-]{1,2})?\s*`, 'u'),
  // 【台北3日電】 · ［東京 3日 ロイター］ · [서울=뉴시스] · （中央社記者王小明台北3日電） · (서울=연합뉴스) 김철수 기자 =
  /^【[^】]{1,30}】\s*/u,
  /^[［[][^\]］]{2,30}[\]］]\s*(?:\p{Script=Hangul}{2,4}\s기자\s*=\s*)?/u,
  /^[（(][^）)]{1,40}(?:電|电|訊|讯|記者|记者|연합뉴스|뉴시스|共同|時事|ロイター)[^）)]{0,20}[）)]\s*(?:\p{Script=Hangul}{2,4}\s기자\s*=\s*)?/u,
  /^新[华華]社[^，。（(]{2,16}[电電]\s*(?:[（(][^）)]{2,30}[）)])?\s*/u,
];

/** @returns the text from its first words on: a verbatim run of it. (`NASA — the agency …` goes on, and stays whole.) */
export function withoutDateline(text: string): string {
  for (const dateline of datelines) {
    const rest = text.replace(dateline, '');
    if (rest !== text && rest.length >= text.length / 3 && !/^\p{Ll}/u.test(rest)) return rest;
  }
  return text;
}

/** Words that add, and point at nothing: without them the sentence says the same. (English would need another first letter.) */
const ties: Record<string, RegExp> = {
  ja: /^(?:一方で?|また|さらに|なお|ただし?|このほか|あわせて)、\s*/u,
  zh: /^(?:此外|另外|同時|同时|另一方面|值得一提的是)，\s*/u,
  ko: /^(?:한편|또한?|아울러|이와 함께|다만),?\s+/u,
};

/** @returns the text behind such a word: a verbatim run of it. */
export function withoutTie(text: string, language: string): string {
  const tie = ties[language.slice(0, 2)];
  return tie === undefined ? text : text.replace(tie, '');
}
