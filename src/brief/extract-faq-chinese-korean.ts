/** Questions made from a Chinese or a Korean sentence by its form. */
import type { Ask, QuestionKind } from './extract-faq.ts';

interface Template {
  pattern: RegExp;
  kind: QuestionKind;
  text(found: Record<string, string>): string;
}

const chineseName = String.raw`(?<name>[\p{Script=Han}A-Za-z·][\p{Script=Han}A-Za-z0-9·.-]{1,15}?)`;
const views: Record<string, string> = {
  表示: '說了什麼',
  說: '說了什麼',
  说: '說了什麼',
  認為: '怎麼看',
  认为: '怎麼看',
};
const chinese: Template[] = [
  {
    pattern: new RegExp(`^${chineseName}(?<verb>表示|指出|強調|强调|認為|认为|警告|說|说)(?!明|服)`, 'u'),
    kind: 'person',
    text: ({ name, verb }) => `${name}${views[verb!] ?? `${verb}了什麼`}？`,
  },
  {
    pattern: new RegExp(
      `^${chineseName}(?:（[^）]*）)?(?<verb>宣布|宣佈|發布|发布|推出|公布|通過|通过|釋出|释出|批准|要求)(?![後后前的])`,
      'u',
    ),
    kind: 'deed',
    text: ({ name, verb }) => `${name}${verb}了什麼？`,
  },
  {
    pattern: new RegExp(
      `^${chineseName}(?:（[^）]*）)?(?:计划|計劃|計畫|预计|預計|將於|将于|準備|准备)(?![的是])`,
      'u',
    ),
    kind: 'time',
    text: ({ name }) => `${name}接下來有什麼計畫？`,
  },
  {
    pattern: /[\d一二三四五六七八九十百千萬万] ?人(?<deed>死亡|受傷|受伤|喪生|丧生|罹難|罹难|失蹤|失踪)/u,
    kind: 'count',
    text: ({ deed }) => `有多少人${deed}？`,
  },
  {
    pattern:
      /(?:^|，)(?<name>[^，。「」]{0,10}(?:費用|费用|價格|价格|售價|售价|票價|票价|成本|金額|金额|預算|预算|總額|总额))(?:為|为|是|約|约|達|达|新台幣|人民幣)[^，。]*[\d一二三四五六七八九十百千萬億]/u,
    kind: 'count',
    text: ({ name }) => `${name}是多少？`,
  },
];
const noChineseName =
  /^(?:該|该|這|这|那|其|他|她|它|消息|報告|公司|同時|同时|對此|对此|目前|官員|官员|專家|专家|研究人員|研究人员|但|而)/u;

const koreanName = String.raw`(?<name>[가-힣A-Za-z][가-힣A-Za-z0-9]{1,12}(?:\s[가-힣A-Za-z]{1,8}){0,2}?)`;
const korean: Template[] = [
  {
    pattern: new RegExp(
      `^${koreanName}(?<particle>[은는이가]) .*(?:말했다|밝혔다|설명했다|강조했다|전했다|지적했다|경고했다)[.]?$`,
      'u',
    ),
    kind: 'person',
    text: ({ name, particle }) => `${name}${topic(particle!)} 뭐라고 말했나요?`,
  },
  {
    pattern: new RegExp(
      `^${koreanName}(?<particle>[은는이가]) .*(?<deed>발표|공개|출시|시작|결정|승인|통과)했다[.]?$`,
      'u',
    ),
    kind: 'deed',
    text: ({ name, particle, deed }) => `${name}${topic(particle!)} 무엇을 ${deed}했나요?`,
  },
  {
    pattern: new RegExp(`^${koreanName}(?<particle>[은는이가]) .*(?:예정이다|계획이다|방침이다)[.]?$`, 'u'),
    kind: 'time',
    text: ({ name, particle }) => `${name}${topic(particle!)} 앞으로 무엇을 할 계획인가요?`,
  },
  {
    pattern: /\d ?명이 (?:[가-힣]+ ){0,2}?(?<deed>숨지|숨졌|사망|다치|다쳤|부상)/u,
    kind: 'count',
    text: ({ deed }) => (/^숨|^사/u.test(deed!) ? '몇 명이 숨졌나요?' : '몇 명이 다쳤나요?'),
  },
  {
    pattern: /(?:^|, )(?<name>[가-힣A-Za-z0-9 ]{0,12}(?:가격|비용|요금|예산|사업비))(?<particle>[은는이가]) [^,]*\d/u,
    kind: 'count',
    text: ({ name, particle }) => `${name}${topic(particle!)} 얼마인가요?`,
  },
];
const noKoreanName = /^(?:그|이|저|이번|해당|한편|또|하지만|그러나|관계자|전문가|당국)(?:\s|$)|^(?:이번|해당|한편)/u;

export const chineseQuestions: Ask = (sentence, _names, language) =>
  questionsOf(sentence, chinese, noChineseName).map((question) => ({
    ...question,
    text: fitted(question.text, language),
  }));

export const koreanQuestions: Ask = (sentence) => questionsOf(sentence, korean, noKoreanName);

/** When somebody spoke is no part of their name. */
const day = /(?:\d{1,2}月)?\d{1,2}日$|(?:今天|今日|昨天|昨日|日前|近日|本週|本周|週.|星期.)(?:上午|下午|晚間|晚间)?$/u;

function questionsOf(sentence: string, templates: Template[], noName: RegExp) {
  return templates.flatMap(({ pattern, kind, text }) => {
    const found = pattern.exec(sentence.replaceAll('(', '（').replaceAll(')', '）'))?.groups as
      | Record<string, string>
      | undefined;
    if (found === undefined || (found.name !== undefined && noName.test(found.name))) return [];
    const name = found.name?.replace(day, '');
    const question = text({ ...found, ...(name !== undefined && { name }) });
    return [{ text: question, kind, about: name ?? question }];
  });
}

/** A question is about its topic: 이 and 가 give way to 은 and 는. */
function topic(particle: string): string {
  return { 이: '은', 가: '는' }[particle] ?? particle;
}

/** The Chinese templates are in traditional letters. */
function fitted(question: string, language: string): string {
  if (!/^zh(-CN|-Hans|-SG|$)/u.test(language)) return question;
  const simple: Record<string, string> = { 說: '说', 麼: '么', 來: '来', 計: '计', 畫: '划' };
  return question.replace(/[說麼來計畫]/gu, (letter) => simple[letter]!);
}
