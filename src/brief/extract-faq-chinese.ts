/** Questions made from a Chinese sentence by its form. */
import type { Ask } from './extract-faq.ts';
import { questionsOf, type Template } from './extract-faq-templates.ts';

const name = String.raw`(?<name>[\p{Script=Han}A-Za-z·][\p{Script=Han}A-Za-z0-9·.-]{1,15}?)`;
const aside = '(?:（[^）]*）)?';
/** A clause that can stand behind `why`: whole, and with nobody's word before it. */
const clause = '(?<what>[^，。「」：:；？說说]{6,40})';
const views: Record<string, string> = {
  表示: '說了什麼',
  說: '說了什麼',
  说: '說了什麼',
  認為: '怎麼看',
  认为: '怎麼看',
};
const prices =
  '費用|费用|價格|价格|售價|售价|票價|票价|成本|金額|金额|預算|预算|總額|总额|總投資|总投资|投資額|投资额|贖金|赎金|罰款|罚款|獎金|奖金|營收|营收|估值';
const measures = `${prices}|深度|高度|長度|长度|重量|面積|面积|產能|产能|時速|时速`;
const unit = '戶|户|座|家|所|棟|栋|輛|辆|班|條|条|間|间|艘|架|個|个';
const state =
  '停電|停电|停水|停擺|停摆|停業|停业|停駛|停驶|停課|停课|停飛|停飞|倒塌|坍塌|受損|受损|取消|延誤|延误|關閉|关闭';

/** What is foreseen is a plan where somebody means to do it. */
const launches =
  '推出|公布|發布|发布|開始|开始|啟動|启动|開放|开放|舉行|举行|興建|兴建|投資|投资|擴大|扩大|上市|完成|招募';

const templates: Template[] = [
  {
    pattern: new RegExp(
      `^(?:由於|由于|因為|因为)[^，。]{4,40}，(?!因此|所以|他|她|它|這|这|該|该|其)${clause}。$`,
      'u',
    ),
    kind: 'reason',
    text: ({ what }) => `為什麼${what}？`,
  },
  {
    pattern: new RegExp(`^(?!因此|所以|他|她|它|這|这|該|该|其|而|但)${clause}，(?:是)?(?:因為|因为|原因是)`, 'u'),
    kind: 'reason',
    text: ({ what }) => `為什麼${what}？`,
  },
  {
    pattern: new RegExp(`^${name}${aside}(?<verb>表示|指出|強調|强调|認為|认为|警告|說|说)(?!明|服)`, 'u'),
    kind: 'speech',
    text: ({ name, verb }) => `${name}${views[verb!] ?? `${verb}了什麼`}？`,
  },
  {
    pattern: new RegExp(
      `^${name}${aside}(?<verb>宣布|宣佈|發布|发布|推出|公布|通過|通过|釋出|释出|批准|要求|證實|证实|承諾|承诺|研發|研发|取消)(?![後后前的])`,
      'u',
    ),
    kind: 'deed',
    text: ({ name, verb }) => `${name}${verb}了什麼？`,
  },
  {
    pattern: new RegExp(
      `^${name}${aside}(?:(?:计划|計劃|計畫|將於|将于|準備|准备|打算)(?![的是])|(?:预计|預計)[^，。]{0,12}(?:${launches}))`,
      'u',
    ),
    kind: 'time',
    text: ({ name }) => `${name}接下來有什麼計畫？`,
  },
  {
    pattern:
      /[\d一二三四五六七八九十百千萬万] ?人(?<deed>死亡|受傷|受伤|喪生|丧生|罹難|罹难|失蹤|失踪|獲救|获救|受困|被捕|確診|确诊)/u,
    kind: 'count',
    text: ({ deed }) => `有多少人${deed}？`,
  },
  {
    pattern: new RegExp(
      String.raw`\d ?[萬万千]? ?(?<unit>${unit})(?<things>[^，。「」的\d]{0,8}?)(?:一度|因此)?(?<deed>${state})`,
      'u',
    ),
    kind: 'count',
    text: ({ unit, things, deed }) => `有多少${unit}${things}${deed}？`,
  },
  {
    pattern: new RegExp(
      String.raw`(?<name>(?<=^)(?:${measures})|(?<=^|，)[^，。「」]{2,10}?(?:${measures}))(?:只有|僅|仅|高達|高达|為|为|是|約|约|達|达|新台幣|人民幣|人民币)*[^，。\d]{0,4}[\d一二三四五六七八九十百千萬億]`,
      'u',
    ),
    kind: 'count',
    text: ({ name }) => `${name}是多少？`,
  },
  {
    pattern:
      /(?:^|，)(?<name>[^，。「」\d]{2,12}?)(?:平均)?(?<deed>上漲|上涨|下跌|下降|增加|減少|减少|成長|增長|增长|縮短|缩短)(?:了|約|约)? ?\d[\d.]* ?(?:%|％|個百分點|个百分点|倍|成)/u,
    kind: 'count',
    text: ({ name, deed }) => `${name}${deed}了多少？`,
  },
  {
    pattern:
      /(?:^|，)(?<name>[^，。「」]{0,10}(?:原因|目標|目标|目的|關鍵|关键|挑戰|挑战|條件|条件))(?:是|在於|在于)(?![否不])/u,
    kind: 'thing',
    text: ({ name }) => `${name}是什麼？`,
  },
];

const names = {
  none: /表示|沒有|没有|是否|[被將将會会]|^(?:因為|因为|由於|由于|若|如果|只要|該|该|這|这|那|其|他|她|它|消息|報告|报告|公司|同時|同时|對此|对此|目前|官員|官员|專家|专家|研究人員|研究人员|但|而|也|並|并|且|至少|最多|平均|每|一|兩|两|從|从|在|與|与|以)/u,
  // When somebody spoke, and by what.
  extra:
    /(?:\d{1,2}月)?\d{1,2}日$|(?:今天|今日|昨天|昨日|日前|近日|本週|本周|週.|周[一二三四五六日]|星期.)(?:上午|下午|晚間|晚间)?(?:(?:發表|发表|發布|发布)[^，]{0,8})?$|(?:則|则|也|還|还|並|并|解釋|解释|補充|补充|進一步|进一步)$/u,
};

export const chineseQuestions: Ask = (sentence, _names, language) =>
  questionsOf(sentence.replaceAll('(', '（').replaceAll(')', '）'), templates, names).map((question) => ({
    ...question,
    text: fitted(question.text, language),
  }));

/** The templates are in traditional letters. */
function fitted(question: string, language: string): string {
  if (!/^zh(-CN|-Hans|-SG|$)/u.test(language)) return question;
  const simple: Record<string, string> = { 說: '说', 麼: '么', 來: '来', 計: '计', 畫: '划', 為: '为' };
  return question.replace(/[說麼來計畫為]/gu, (letter) => simple[letter]!);
}
