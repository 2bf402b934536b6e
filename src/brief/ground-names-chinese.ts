/** Names in Chinese: spelled foreign ones, places, people by their titles, organisations by what they are. */
import { chineseSurnames, placesOf } from './ground-name-lists.ts';
import {
  elsewhere,
  han,
  isAbbreviated,
  isPlacedIn,
  isSpelled,
  type Token,
  type Told,
  tokensOf,
  uncovered,
  unknownRuns,
} from './ground-script-told.ts';

const chinesePlace = /^(?:[省市县区镇乡村州路街岛港站]|口岸|发射场|着陆场|机场|大学)/u;
/** 水电站, 高速路: what it is for, and no name. */
const whatFor =
  /^(?:水电|核电|火电|风电|发电|变电|换电|充电|加油|加气|火车|地铁|公交|客运|货运|空间|气象|水文|监测|检查|服务|收费|消防|垃圾|回收|高速|快速|住宅|商业|工业|开发|旅游|自由贸易|保税|石油|天然气|直升|国际|综合|医科|师范)$/u;
const chineseOrganization =
  /\p{Script=Han}{2,8}?(?:大学|银行|公司|集团|委员会|研究院|研究所|法院|交易所|出版社|日报|学院|省|部)/gu;

/** @param text with one spelling for each Han character */
export function chineseNames(text: string, told: Told): string[] {
  const tokens = tokensOf(text, 'zh');
  const runs = unknownRuns(tokens)
    .flatMap((run) => uncovered(run, told.stated))
    .filter(
      (part) =>
        !/^首[批次个位家例场届]$/u.test(part) &&
        !isWhereSaid(part, told) &&
        (isSpelled(part) || chineseSurnames.has(part[0]!) || placesOf('zh').has(part) || told.article.includes(part)),
    );
  const named = tokens.flatMap(({ text: word }, index) => {
    if (!han.test(word) || told.stated.includes(word)) return [];
    const before = tokens[index - 1]?.text ?? '';
    const person = before.length === 1 && chineseSurnames.has(before) && told.article.includes(before + word);
    const isName =
      placesOf('zh').has(word) ||
      (word.length > 2 && isSpelled(word)) ||
      (isPlacedIn(word, told, chinesePlace) && !whatFor.test(word));
    return person || (word.length > 1 && isName) ? [word] : [];
  });
  return [
    ...runs,
    ...named,
    ...dotted(text, told),
    ...elsewhere(text, told, chineseOrganization),
    ...people(text, tokens, told),
    ...renamed(text, told),
  ].filter((name) => !isAbbreviated(name, told.stated));
}

/** 田区, of sentences that speak of a 田. */
function isWhereSaid(word: string, { stated }: Told): boolean {
  return /^.[区里边间上下内外中]$/u.test(word) && stated.includes(word[0]!);
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
const saying = '说|表示|指出|认为|称|宣布|强调|提醒|证实|希望|肯定|透露|坦言';
const says = new RegExp(`^(?:${saying}|[，。：:])`, 'u');
/** A given name may stand between; `专家建议` names nobody. */
const saysSoon = new RegExp(`^\\p{Script=Han}{0,2}(?:${saying})`, 'u');
const firm = /^(?:精密|电机|电子|半导体|科技|汽车|航空|制药|证券|保险|能源|重工|化工|太空|集团|公司|银行|大学)/u;
/** Who speaks in the news without having a name. */
const anyone =
  /(?:公司|专家|官方|警方|当局|政府|学者|律师|人士|机构|部门|单位|企业|媒体|业者|居民|家属|记者|声明|报告|报道|数据|调查|研究|消息|方面|对此|同时|此外|目前|其中|不过|因此|随后|最后|今天|昨天)$/u;

/** Names that the article has elsewhere: behind a title, before a word of saying or for a firm, in quotation marks. */
function people(text: string, tokens: readonly Token[], told: Told): string[] {
  const pieces = [...text].map((_, at) => text.slice(at, at + 3)).filter((piece) => /^\p{Script=Han}{3}$/u.test(piece));
  const words = tokens.map((token) => token.text).filter((word) => /^\p{Script=Han}{2,4}$/u.test(word));
  const isNew = (name: string) => !told.stated.includes(name) && told.article.includes(name) && !anyone.test(name);
  return [
    ...pieces.filter((name) => isNew(name) && isMarked(name, told.article, chineseSurnames.has(name[0]!))),
    ...[...words, ...unknownRuns([...tokens]).flatMap(partsOf)].filter(
      (word) => isNew(word) && isActor(word, told.article),
    ),
  ];
}

/** A run may have begun with the end of a title: 师光洲. */
function partsOf(run: string): string[] {
  return [run, ...[2, 3].flatMap((length) => [...run].map((_, at) => run.slice(at, at + length)))].filter(
    (part) => part.length > 1,
  );
}

/** @param surname whether it begins like a name: then one sign is enough */
function isMarked(name: string, article: string, surname: boolean): boolean {
  return placesIn(article, name).some((at) => {
    const before = titleBefore.test(article.slice(Math.max(0, at - 5), at));
    const onward = article.slice(at + name.length);
    return surname ? before || titleBehind.test(onward) : before && says.test(onward);
  });
}

function isActor(word: string, article: string): boolean {
  return placesIn(article, word).some((at) => {
    const [before, onward] = [article.slice(Math.max(0, at - 5), at), article.slice(at + word.length)];
    if (/[「『《"]$/u.test(before) && /^(?:\p{Script=Han}{2})?[」』》"]/u.test(onward)) return true;
    return (
      (titleBefore.test(before) && saysSoon.test(onward)) ||
      (/(?:^|[\s，。：:、」是由和与向商厂])$/u.test(before) &&
        (firm.test(onward) || /^(?:表示|宣布|证实)/u.test(onward)))
    );
  });
}

function placesIn(text: string, name: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) places.push(at);
  return places;
}

const bodies = '大学|银行|公司|集团|研究院|研究所|电视|日报';
const firms =
  '汽车|电子|电机|电器|电力|电池|半导体|光电|能源|新能|航空|航天|航运|海运|药业|医药|制药|生物|医疗|食品|乳业|饮料|酒业|科技|技术|软件|网络|通信|证券|保险|基金|信托|地产|置业|建设|建工|重工|机械|钢铁|化工|材料|精密|物流|快递|旅游|酒店|百货|超市|传媒|影业|出版|教育|体育|农业|矿业|石化|石油';
const firmStem = new RegExp(`(?=(\\p{Script=Han}{2})(${bodies}|${firms}))`, 'gu');
/** What may stand before such a word without making a name of it. */
const ordinaryStem = new RegExp(
  `^(?:${bodies}|${firms}|电动|二手|国产|进口|民用|商用|国际|国内|国外|各大|多家|两家|部分|其他|这些|本土|传统|再生|清洁|绿色|高新|信息|智能|生命|人工|海外|家庭|小型|大型|低空|民间|地方|商业|中央|人民|投资|政策|农村|公共|国有|私营|民营|外资|合资|上市|母|子|有限|股份|相关|一些|许多|所有|冷冻|健康|加工|预制|移动|互联|职业|高等|义务|基础|关键|核心|先进|新型|创新|数字|动力|锂离|离子|固态|风力|水力|火力|太阳|现代|连锁|大型|主流|当地|全国|全球|世界|新闻|卫星|有线|中医|西医|生态|海洋|农产|建筑|道路|桥梁|铁路|城市|基地|项目|工厂|住房|机场|港口|工程|小区)$`,
  'u',
);

/** 月见大学, where the sentences have another university and the article a 月见 elsewhere. */
function renamed(text: string, { stated, article }: Told): string[] {
  return [...text.matchAll(firmStem)]
    .filter(([, stem = '', kind = '']) => !stated.includes(stem) && isNamedFirm(stem, kind, article))
    .map(([, stem = '']) => stem);
}

/** 道路建设 may be of any road, 月见大学 hardly of another 月见. */
function isNamedFirm(stem: string, kind: string, article: string): boolean {
  if (ordinaryStem.test(stem)) return false;
  if (bodies.includes(kind)) return article.includes(stem);
  return article.includes(stem + kind) && ![...stem].some((character) => grammarOfNames.has(character));
}

/** No name of a firm has them, though some have a direction or 大, 新, 中. */
const grammarOfNames = new Set(
  '的了在是和与及或由到被把将为从向对于以而且但也都又再才就还更最很只仅共约近这该那每各某另其此们个名位家所间年月日能可使会要用等',
);
