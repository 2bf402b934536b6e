/** Questions made from a Japanese sentence by its form. */
import type { Ask } from './extract-faq.ts';
import { questionsOf, type Template } from './extract-faq-templates.ts';

const title =
  '(?:氏|さん|教授|准教授|社長|CEO|首相|大臣|市長|知事|会長|博士|選手|監督|代表|学長|所長|理事長|弁護士|議員)';
const person = String.raw`(?<name>[\p{Script=Han}\p{Script=Katakana}A-Za-z][\p{Script=Han}\p{Script=Katakana}ー・A-Za-z0-9.-]{1,20}${title})`;
const body = String.raw`(?<name>[\p{Script=Han}\p{Script=Katakana}A-Za-z][^。、「」は（）もをがにで]{1,20})(?:（[^）]*）)?`;
/** What was done, and how one asks after it. */
const deeds: Record<string, string> = {
  発表した: '何を発表しましたか',
  公開した: '何を公開しましたか',
  発売した: '何を発売しましたか',
  明らかにした: '何を明らかにしましたか',
  決めた: '何を決めましたか',
  決定した: '何を決定しましたか',
  可決した: '何を可決しましたか',
  始めた: '何を始めましたか',
  開始した: '何を開始しましたか',
  開発した: '何を開発しましたか',
  まとめた: '何をまとめましたか',
  求めた: '何を求めましたか',
  求めている: '何を求めていますか',
};

const changes: Record<string, string> = {
  減った: '減りました',
  増えた: '増えました',
  上がった: '上がりました',
  下がった: '下がりました',
  伸びた: '伸びました',
  縮んだ: '縮みました',
};

const templates: Template[] = [
  {
    pattern:
      /^(?!それ|これ|この|その|そう|こう|同|彼)(?<what>[^。「」]{4,50}(?:る|た|んだ|いだ|い))のは、?(?:(?!だが|ではなく|、)[^。])*(?:ため|から)だ。$/u,
    kind: 'reason',
    text: ({ what }) => `なぜ${what}のですか？`,
  },
  {
    pattern:
      /^(?<name>(?:次の|最大の|当面の)?(?:目標|課題|狙い|原因|目的|決め手)|[^。、「」はがを]{2,14}の(?:目標|課題|狙い|原因|目的|決め手|特徴))は、?[^。]{8,}。$/u,
    kind: 'thing',
    text: ({ name }) => `${name}は何ですか？`,
  },
  {
    pattern: new RegExp(
      `${person}(?:は|が|も)[^。]*(?:述べ|話し|話す|語っ|語る|説明し|説明す|指摘し|指摘す|訴え|という|と言う|とみる|例える|強調|を示した)`,
      'u',
    ),
    kind: 'speech',
    text: ({ name }) => `${name}は何と言っていますか？`,
  },
  {
    pattern: new RegExp(`」と、?[^。、]{0,20}?(?<=[、と・の]|^)${person}`, 'u'),
    kind: 'speech',
    text: ({ name }) => `${name}は何と言っていますか？`,
  },
  {
    pattern: new RegExp(`^${body}は、?[^「」]*?(?<deed>${Object.keys(deeds).join('|')})。$`, 'u'),
    kind: 'deed',
    text: ({ name, deed }) => `${name}は${deeds[deed!]}？`,
  },
  {
    pattern: new RegExp(
      `(?:^|、)${body}は、?[^。]*(?:予定だ|予定である|予定です|計画だ|方針だ|目指す|めざす|見込みだ)。$`,
      'u',
    ),
    kind: 'time',
    text: ({ name }) => `${name}は今後どうする予定ですか？`,
  },
  {
    pattern: new RegExp(
      `(?:^|、)${body}は、?[^。]*(?:来年|来月|来週|明日|今後|月から|月に|月末|年に|春|夏|秋|冬)[^。]*(?:始める|開く|出す|する|広げる|増やす|設ける)。$`,
      'u',
    ),
    kind: 'time',
    text: ({ name }) => `${name}は今後どうする予定ですか？`,
  },
  {
    pattern: new RegExp(`(?:^|、)${body}は[^。、]*\\d[^。はも]*(?<change>${Object.keys(changes).join('|')})。$`, 'u'),
    kind: 'count',
    text: ({ name, change }) => `${name}はどれくらい${changes[change!]}か？`,
  },
  {
    pattern:
      /(?:^|、)(?<name>[^。、「」めはがを]{0,14}(?:費用|総事業費|価格|料金|予算|罰金))(?:は|が)[^。、]*[\d一二三四五六七八九十百千万億](?:[\d,.]*[万億兆千百]?)*(?:円|ドル|ユーロ|ポンド|元|ウォン|セント)/u,
    kind: 'count',
    text: ({ name }) => `${name}はいくらですか？`,
  },
  {
    pattern:
      /(?<name>(?<=^)(?:売上高|定員|期間|重さ|参加者数|利用者数|面積|長さ|速さ|深さ|出力|消費電力)|(?<=^|、)[^。、「」めはがを]{2,14}(?:売上高|定員|期間|重さ|参加者数|利用者数|面積|長さ|速さ|深さ|出力|消費電力))は[^。、]*\d/u,
    kind: 'count',
    text: ({ name }) => `${name}はどれくらいですか？`,
  },
  {
    pattern: /[\d一二三四五六七八九十百千万]人が(?:、)?(?<deed>死亡|けがを|けが|負傷|亡くな|軽傷|重傷)/u,
    kind: 'count',
    text: ({ deed }) => (/^死亡|^亡/u.test(deed!) ? '何人が亡くなりましたか？' : '何人がけがをしましたか？'),
  },
];

/** Points at something said before, or at nothing in particular. */
const noName =
  /^(\d+[台人件個本]の|公司|同社|会社|これ|それ|この|その|今回|一方|最初|同|開発した|作った|使う|専門家|関係者|市内|国内|当局)/u;

export const japaneseQuestions: Ask = (sentence) =>
  questionsOf(sentence.normalize('NFKC').replaceAll('(', '（').replaceAll(')', '）'), templates, { none: noName }).map(
    ({ about, ...question }) => ({
      ...question,
      about: question.text.endsWith('いくらですか？') ? 'いくら' : surname(about),
    }),
  );

/** `ミレラ・トフ氏` and `トフ氏` are one. */
function surname(name: string): string {
  return name.split(/[・＝]/u).at(-1)!;
}
