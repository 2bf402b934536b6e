/** What stands before the first words of a report and is none of it: where, when and by which agency it was written. */

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
