/** How alike a name sounds in two scripts: ハートウェル, 하트웰 or 哈特韦尔, and Hartwell. */
import { consonants } from '../story/phonetic.ts';

/** Characters that spell foreign names in Chinese, by the consonant that stands for them, as `consonants` has it. */
const spelled: Record<string, string> = {
  p: '巴白班邦保鲍贝本比彼毕宾波伯勃博布卜帕潘庞佩彭皮平珀普浦',
  m: '马玛迈麦曼芒毛梅门蒙米密明摩莫默姆木穆',
  h: '法凡菲费芬丰佛弗福夫哈海汉杭豪赫黑亨洪侯胡华怀惠霍',
  t: '达戴丹当道德登邓迪地蒂丁东杜都多顿塔泰坦汤唐陶特腾提汀通图托齐奇恰乔切钦琴琼丘查彻',
  n: '纳娜南内尼妮涅宁纽努诺讷',
  r: '拉莱兰朗劳勒雷黎李里理利莉立丽林琳龙卢鲁伦罗洛吕热仁日荣茹瑞若尔儿',
  k: '盖冈高戈哥格葛根贡古瓜圭卡凯坎康考柯科克肯孔库基吉加金',
  s: '贾简杰津西希夏香肖谢辛欣兴休雄修许萨撒塞赛桑瑟森沙莎山珊尚绍舍申圣施史士朔思斯松苏孙索扎詹张哲珍芝志朱卓兹佐祖曾赞泽蔡采',
  ts: '茨',
  '': '阿埃艾爱安昂奥俄厄恩欧瓦万汪旺威维韦魏温文沃翁乌武雅亚延扬耶叶伊易因英永尤于约',
};
const nasal = new Set(
  '班邦宾本潘庞彭平曼芒门蒙明凡芬丰汉杭亨洪丹当登邓丁东顿坦汤唐腾汀通南宁兰朗林琳龙伦冈根贡坎康肯孔金简津钦琴琼香辛欣兴雄桑森山珊尚申圣松孙詹张珍赞曾安昂恩万汪旺温文翁延扬因英永仁荣',
);
const bySpelling = new Map(
  Object.entries(spelled).flatMap(([sound, characters]) =>
    [...characters].map((character) => [character, sound + (nasal.has(character) ? 'n' : '')] as const),
  ),
);

/** @param name katakana, Hangul, Latin letters, or simplified Chinese characters that spell */
function soundOf(name: string): string {
  if (!/\p{Script=Han}/u.test(name)) return consonants(name);
  const sounds = [...name].map((character) => bySpelling.get(character) ?? '');
  return sounds.join('').replaceAll(/(.)\1+/gu, '$1');
}

const ofV = /[瓦万旺威维韦文沃]/gu;

/** In Chinese the same characters stand for v and w; and what Japanese hears as h, Korean hears as p. */
function readingsOf(name: string, other: string): [string, string][] {
  if (/\p{Script=Hangul}/u.test(name)) return [[soundOf(name), soundOf(other.replaceAll(/f|ph/giu, 'p'))]];
  const usual: [string, string] = [soundOf(name), soundOf(other)];
  return name.search(ofV) < 0 ? [usual] : [usual, [soundOf(name.replaceAll(ofV, '波')), usual[1]]];
}

/** Alike by their consonants, 0–1; what has none is like nothing but its own letters. */
export function soundLikeness(name: string, other: string): number {
  const likenesses = readingsOf(name, other).map(([a, b]) => {
    const longest = Math.max(a.length, b.length);
    return longest === 0 ? 0 : 1 - editsBetween(a, b) / longest;
  });
  return Math.max(...likenesses);
}

/** A little like each other is enough only where both begin alike: nrp and nstr are Unilever and Nestlé. */
const enough = { anyhow: 0.6, begunAlike: 0.5, together: 0.55 };

/** So alike that the name can hardly be another. */
export const alike = 0.75;

/** May one be the spelling of the other? Where both have several parts, on the whole; else a part of one. */
export function mayBeSpelling(name: string, other: string): boolean {
  const [parts, words] = [partsOf(name), partsOf(other)];
  if (isSpelling(name, other)) return true;
  if (parts.length > 1 && words.length > 1) return meanLikeness(parts, words) >= enough.together;
  return parts.some((part) => words.some((word) => isSpelling(part, word)));
}

/** Of each part of the one, with the likest of the other's: names may stand in another order, or one be left out. */
function meanLikeness(parts: string[], words: string[]): number {
  const best = parts.map((part) => Math.max(...words.map((word) => soundLikeness(part, word))));
  return best.reduce((sum, one) => sum + one, 0) / best.length;
}

function isSpelling(name: string, other: string): boolean {
  const likeness = soundLikeness(name, other);
  return likeness >= enough.anyhow || (likeness >= enough.begunAlike && beginsAlike(name, other));
}

/** The likeness of the two; where one is a single word, of the likest parts of them. */
export function bestLikeness(name: string, other: string): number {
  const [parts, words] = [partsOf(name), partsOf(other)];
  const whole = soundLikeness(name, other);
  if (parts.length > 1 && words.length > 1) return Math.max(whole, meanLikeness(parts, words));
  return Math.max(whole, ...parts.flatMap((part) => words.map((word) => soundLikeness(part, word))));
}

function partsOf(name: string): string[] {
  return name.split(/[\s・·•=＝-]+/u).filter((part) => part !== '');
}

export function beginsAlike(name: string, other: string): boolean {
  // Latin consonants are read before a vowel: r alone is none.
  const first = (word: string) => (/^(?:[cst]h|.)/iu.exec(word)?.[0] ?? '').replace(/^\p{Script=Latin}+$/u, '$&a');
  return soundOf(first(name))[0] === soundOf(first(other))[0];
}

/** @see https://en.wikipedia.org/wiki/Levenshtein_distance */
function editsBetween(a: string, b: string): number {
  let row = [...Array(b.length + 1).keys()];
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
