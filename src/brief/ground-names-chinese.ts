/** Names in Chinese: spelled foreign ones, places, people by their titles, organisations by what they are. */
import { chineseSurnames, placesOf } from './ground-name-lists.ts';
import {
  elsewhere,
  han,
  isAbbreviated,
  isPlacedIn,
  isSpelled,
  type Told,
  tokensOf,
  uncovered,
  unknownRuns,
} from './ground-script-told.ts';

const chinesePlace = /^(?:[省市县区镇乡村州路街岛港站]|口岸|发射场|着陆场|机场|大学)/u;
const chineseOrganization =
  /\p{Script=Han}{2,8}?(?:大学|银行|公司|集团|委员会|研究院|研究所|法院|交易所|出版社|日报|学院|省|部)/gu;

/** @param text with one spelling for each Han character */
export function chineseNames(text: string, told: Told): string[] {
  const tokens = tokensOf(text, 'zh');
  const runs = unknownRuns(tokens)
    .flatMap((run) => uncovered(run, told.stated))
    .filter(
      (part) =>
        isSpelled(part) || chineseSurnames.has(part[0]!) || placesOf('zh').has(part) || told.article.includes(part),
    );
  const named = tokens.flatMap(({ text: word }, index) => {
    if (!han.test(word) || told.stated.includes(word)) return [];
    const before = tokens[index - 1]?.text ?? '';
    const person = before.length === 1 && chineseSurnames.has(before) && told.article.includes(before + word);
    const isName =
      placesOf('zh').has(word) || (word.length > 2 && isSpelled(word)) || isPlacedIn(word, told, chinesePlace);
    return person || (word.length > 1 && isName) ? [word] : [];
  });
  return [
    ...runs,
    ...named,
    ...dotted(text, told),
    ...elsewhere(text, told, chineseOrganization),
    ...people(text, told),
    ...renamed(text, told),
  ].filter((name) => !isAbbreviated(name, told.stated));
}

const dottedName = /\p{Script=Han}{1,8}(?:[·•・‧]\p{Script=Han}{1,8})+/gu;

/** `安迪·泰勒`: around it stand other words, so its ends may be cut. */
function dotted(text: string, { stated }: Told): string[] {
  return (text.match(dottedName) ?? []).flatMap((name) => {
    const parts = name.split(/[·•・‧]/u);
    return parts.filter((part, at) => {
      const ends = [...part].map((_, cut) => (at === 0 ? part.slice(cut) : part.slice(0, part.length - cut)));
      const tried = at === 0 || at === parts.length - 1 ? ends : [part];
      return !tried.some((end) => (end.length > 1 || part.length === 1) && stated.includes(end));
    });
  });
}

const title =
  '主席|主任|总裁|董事长|行长|署长|社长|教授|分析师|专家|创办人|创始人|财务长|执行长|总经理|部长|主持人|工程师|老板|记者|委员|发言人|院长|总统|总理|司长|局长|书记|市长|校长|队长|经济学家|科学家|学者|导演|律师|医师|医生';
const titleBefore = new RegExp(`(?:${title})$`, 'u');
const titleBehind = new RegExp(`^(?:${title}|先生|女士)`, 'u');

/** People whom the article names by their title, in other sentences than the cited ones. */
function people(text: string, { stated, article }: Told): string[] {
  return [...text].flatMap((character, at) => {
    const name = [...text].slice(at, at + 3).join('');
    return chineseSurnames.has(character) &&
      /^\p{Script=Han}{3}$/u.test(name) &&
      !stated.includes(name) &&
      isTitled(name, article)
      ? [name]
      : [];
  });
}

function isTitled(name: string, article: string): boolean {
  for (let at = article.indexOf(name); at >= 0; at = article.indexOf(name, at + 1))
    if (titleBefore.test(article.slice(Math.max(0, at - 5), at)) || titleBehind.test(article.slice(at + 3, at + 9)))
      return true;
  return false;
}

/** 月见大学, where the sentences have another university and the article a 月见 elsewhere. */
function renamed(text: string, { stated, article }: Told): string[] {
  return [...text.matchAll(/\p{Script=Han}{2}(?=大学|银行|公司|集团|研究院|研究所|电视|日报)/gu)]
    .map(([stem]) => stem)
    .filter((stem) => !stated.includes(stem) && article.includes(stem));
}
