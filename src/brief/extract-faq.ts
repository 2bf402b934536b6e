/**
 * Questions that a story's own sentences answer: who somebody is, what they said, what a thing is. Each is made from a
 * sentence that plainly says it, so its answer is that sentence; where there is none, there is no question.
 */
import { worth } from './extract-rank.ts';
import type { Candidate } from './extract-sentences.ts';

export interface Asked {
  question: string;
  answer: Candidate;
}

interface Template {
  /** `name` is what the question is about; `about`, if any, what was said of. */
  pattern: RegExp;
  ask: (name: string) => string;
  /** How much a reader would ask it. */
  weight: number;
}

const name = String.raw`(?<name>\p{Lu}[\p{L}\p{N}.&'’-]+(?:\s\p{Lu}[\p{L}\p{N}.&'’-]*)*)`;
const whole = String.raw`(?<name>\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3})`;
const role = String.raw`(?:an?|the|its|who|whose|one of|chief|head|director|professor|founder|minister|co-founder|president|research\w*|spokes\w+|analyst|senior|lead)\s`;
const because = /\b(because|because of|due to|in order to|as a result of|in an effort to)\b/u;

const english: Template[] = [
  { pattern: new RegExp(`^${whole}, (?:${role})`, 'u'), ask: (who) => `Who is ${who}?`, weight: 1 },
  {
    pattern: new RegExp(`\\b(?:said|says|according to) ${whole}, (?:${role})`, 'u'),
    ask: (who) => `Who is ${who}?`,
    weight: 0.9,
  },
  {
    pattern: new RegExp(
      `^${name}(?:,[^,]{3,120},)? (?:also )?(?:said|says|told|argued|warned|explained|noted|added|believes|estimates?|expects)\\b`,
      'u',
    ),
    ask: (who) => `What did ${who} say?`,
    weight: 0.9,
  },
  { pattern: new RegExp(`[,”"] said ${name}(?![’'])`, 'u'), ask: (who) => `What did ${who} say?`, weight: 0.85 },
  {
    pattern: new RegExp(`^(?:The )?${name} (?:is|are) (?:an?|the|one of)\\s`, 'u'),
    ask: (what) => `What is ${what}?`,
    weight: 0.8,
  },
  {
    pattern: new RegExp(
      `^(?:The )?${name},? (?:has |have )?(?:announced|launched|unveiled|released|ordered|presented|published|introduced|proposed|imposed|placed|responded|revoked)\\b`,
      'u',
    ),
    ask: (who) => `What has ${who} done?`,
    weight: 0.8,
  },
  {
    pattern: new RegExp(`^(?:The )?${name} (?:will|plans? to|expects? to|aims? to|intends? to)\\b`, 'u'),
    ask: (who) => `What will ${who} do?`,
    weight: 0.8,
  },
];
const plainName = String.raw`(?<name>[\p{Script=Han}\p{Script=Katakana}A-Za-z][\p{Script=Han}\p{Script=Katakana}ー・A-Za-z0-9.-]{1,20}`;
const japanese: Template[] = [
  {
    pattern: new RegExp(
      `${plainName}(?:氏|さん|教授|社長|CEO|首相|大臣|市長|知事|会長|博士|選手|監督|代表))(?:は|が)[^。]*(?:述べ|話し|語っ|説明し|指摘し|という|言う|話す|語る)`,
      'u',
    ),
    ask: (who) => `${who}は何と言っていますか？`,
    weight: 1,
  },
  {
    pattern: new RegExp(
      `」と[^。]{0,20}?(?:の|・)?${plainName}(?:氏|さん|教授|社長|CEO|首相|大臣|市長|知事|会長|博士|代表))(?:は|が)?`,
      'u',
    ),
    ask: (who) => `${who}は何と言っていますか？`,
    weight: 0.9,
  },
  {
    pattern: new RegExp(
      `^${plainName})は、?[^。]*(?:発表した|公開した|始めた|発売した|明らかにした|開いた|決めた|可決した|開始した)`,
      'u',
    ),
    ask: (who) => `${who}は何をしましたか？`,
    weight: 0.95,
  },
  {
    pattern: new RegExp(`^${plainName})は、?[^。]*(?:予定だ|計画だ|予定である|方針だ|目指す|見込みだ|予定です)`, 'u'),
    ask: (who) => `${who}は今後どうする予定ですか？`,
    weight: 0.9,
  },
  {
    pattern: /(?<name>費用|価格|料金|予算|売上高?|定員|期間|重さ|電池|参加者|利用者)(?:は|が)[^。]*\d/u,
    ask: (what) => `${what}はどれくらいですか？`,
    weight: 0.8,
  },
];
const chineseName = String.raw`(?<name>[\p{Script=Han}A-Za-z·][\p{Script=Han}A-Za-z0-9·.-]{1,11}?)`;
const chinese: Template[] = [
  {
    pattern: new RegExp(`^${chineseName}(?:表示|指出|说|說|强调|強調|认为|認為)`, 'u'),
    ask: (who) => `${who}說了什麼？`,
    weight: 1,
  },
  {
    pattern: new RegExp(`^${chineseName}(?:宣布|宣佈|发布|發布|推出|公布)`, 'u'),
    ask: (who) => `${who}宣布了什麼？`,
    weight: 0.95,
  },
  {
    pattern: new RegExp(`^${chineseName}(?:计划|計劃|計畫|预计|預計|將於|将于)`, 'u'),
    ask: (who) => `${who}接下來有什麼計畫？`,
    weight: 0.85,
  },
];
const koreanName = String.raw`(?<name>[가-힣A-Za-z][가-힣A-Za-z0-9]{1,12}(?:\s[가-힣]{2,6})?)`;
const korean: Template[] = [
  {
    pattern: new RegExp(`^${koreanName}(?:은|는|이|가) [^.]*(?:말했다|밝혔다|설명했다|강조했다|전했다)`, 'u'),
    ask: (who) => `${who}의 발언 내용은 무엇인가요?`,
    weight: 1,
  },
  {
    pattern: new RegExp(`^${koreanName}(?:은|는|이|가) [^.]*(?:발표했다|공개했다|출시했다|시작했다)`, 'u'),
    ask: (who) => `${who}의 발표 내용은 무엇인가요?`,
    weight: 0.95,
  },
];
const templates: Record<string, Template[]> = { en: english, ja: japanese, zh: chinese, ko: korean };

/** Names that are only a word with a capital. */
const noName =
  /^(The|This|That|These|Those|It|He|She|They|We|You|I|In|At|On|But|And|One|Some|Most|Many|Officials|Researchers|Experts|Companies|People|Analysts|What|There|If|As|When|While|After|Before|For|Over|Even|Both|An?|No|Not|Yet|Critics|Civil|Technology)\b|^(公司|該公司|该公司|政府|警方|同社|会社|官員|官员|專家|专家|研究人員|研究人员)$/u;

/** @returns at most `count`, what readers would ask most first; none in languages without a template. */
export function faqOf(candidates: Candidate[], language: string, count: number): Asked[] {
  const asked = candidates.flatMap((answer) => questionsOf(answer, language));
  const best = new Map<string, { asked: Asked; score: number }>();
  for (const { question, answer, weight } of asked) {
    const score = weight * Math.sqrt(worth({ ...answer, sentence: 0 }));
    if (score > (best.get(question)?.score ?? 0))
      best.set(question, { asked: { question: fitted(question, language), answer }, score });
  }
  const sorted = [...best.values()].sort((a, b) => b.score - a.score).map(({ asked }) => asked);
  const kept: Asked[] = [];
  for (const candidate of sorted) {
    if (!kept.some((other) => other.answer === candidate.answer || similar(other, candidate))) kept.push(candidate);
  }
  return kept.slice(0, count);
}

/** `What did Lin Yun say?` and `What did Yun say?` are one question. */
function similar(a: Asked, b: Asked): boolean {
  const [short, long] = a.question.length <= b.question.length ? [a.question, b.question] : [b.question, a.question];
  const words = new Set(long.split(/(?<=\p{Script=Han}|\p{Script=Katakana})|\s/u));
  return short.split(/(?<=\p{Script=Han}|\p{Script=Katakana})|\s/u).every((word) => words.has(word));
}

function questionsOf(answer: Candidate, language: string): (Asked & { weight: number })[] {
  return (templates[language.slice(0, 2)] ?? []).flatMap(({ pattern, ask, weight }) => {
    const found = pattern
      .exec(answer.text)
      ?.groups?.name?.replace(/[’']s$/u, '')
      .trim();
    if (found === undefined || noName.test(found) || found.length > 40) return [];
    return [{ question: ask(found), answer, weight: weight + (because.test(answer.text) ? 0.1 : 0) }];
  });
}

/** The Chinese templates are in traditional letters. */
function fitted(question: string, language: string): string {
  if (!/^zh(-CN|-Hans|-SG|$)/u.test(language)) return question;
  return question
    .replace('說了什麼', '说了什么')
    .replace('宣布了什麼', '宣布了什么')
    .replace('接下來有什麼計畫', '接下来有什么计划');
}
