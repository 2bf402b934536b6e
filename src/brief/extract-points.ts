/** Which sentence says what happened, which why it matters, which what to watch: by the words it uses and where it stands. */
import type { PointKind } from '../model.ts';
import { composed } from '../text/compose.ts';
import { highest, worth } from './extract-rank.ts';
import type { Candidate } from './extract-sentences.ts';

type Cues = Record<PointKind, RegExp>;

const english: Cues = {
  happened:
    /\b(announced?|said|launch\w*|unveil\w*|released?|reported|showed|found|voted|passed|ordered|approved|signed|agreed|opened|closed|began|started|ended|won|lost|killed|struck|hit|landed|resigned|arrested|filed|sued|raised|bought|acquired|presented|published|introduced|confirmed|took|made|came|brought|held|developed|has (?:been )?\w+ed|have (?:been )?\w+ed|was \w+ed|were \w+ed)\b/giu,
  matters:
    /\b(because|matters?|significan\w+|important\w*|crucial|critical|impact\w*|consequences?|means? that|meaning|concern\w*|risks?|threat\w*|dangers?|dangerous|could|harder|easier|first time|marks?|raises|as a result|affect\w*|implications?|stakes?|worr\w+|warn\w*|fears?|underscor\w+|highlight\w*|tension|challenge\w*|problem\w*|pressure|costs?|depends?|reason)\b/giu,
  watch:
    /\b(will|next|plans? to|planned|expects?|expected|expect to|may|might|could|would|later this|upcoming|soon|by 20\d\d|in 20\d\d|until|whether|remains to be seen|if|future|forecast\w*|deadline|scheduled|aims? to|intends? to|set to|due to (?:open|start|begin|launch)|going to|needs? to|nearing|from \d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)|this year|next (?:week|month|year))\b/giu,
};
const japanese: Cues = {
  happened:
    /発表|明らかに|公開|開始|始め|決定|決めた|可決|成立|合意|発売|発生|確認|開いた|行った|行われた|した。|された。/gu,
  matters:
    /ため|影響|重要|懸念|意味|課題|リスク|危険|背景|初めて|初の|大きな|可能性|問題|理由|によって|につながる|期待|脅威|恐れ/gu,
  watch:
    /今後|予定|見通し|方針|目指す|見込み|計画|だろう|かもしれない|する考え|検討|来年|来月|来週|年度|までに|年には|月には|これから|次の|始まる|続ける/gu,
};
const chinese: Cues = {
  happened:
    /宣布|公布|发布|發布|发表|發表|推出|表示|通过|通過|批准|发生|發生|达成|達成|开始|開始|完成|举行|舉行|证实|證實|了/gu,
  matters:
    /影响|影響|意味|重要|因为|因為|担忧|擔憂|风险|風險|首次|关键|關鍵|问题|問題|威胁|威脅|导致|導致|可能|由于|由於|挑战|挑戰|压力|壓力/gu,
  watch:
    /将|將|预计|預計|预期|預期|计划|計劃|计畫|計畫|未来|未來|接下来|接下來|明年|下周|下週|下个月|下個月|是否|预定|預定|可望|有望|仍需|之前|準備|准备/gu,
};
const korean: Cues = {
  happened: /발표|밝혔|공개|출시|시작|결정|통과|합의|발생|확인|열렸|했다|됐다/gu,
  matters: /영향|중요|우려|의미|때문|위험|처음|가능성|문제|위협|과제|이유|따라|위해/gu,
  watch: /예정|전망|계획|앞으로|내년|다음|것으로 보인다|할 것|방침|목표|까지|검토|예상/gu,
};
const thai: Cues = {
  happened: composed(/ประกาศ|เปิดเผย|เปิดตัว|กล่าว|ระบุ|เกิด|พบ|อนุมัติ|แล้ว|ได้/gu),
  matters: composed(/ส่งผล|สำคัญ|กังวล|เพราะ|ความเสี่ยง|ครั้งแรก|กระทบ|ปัญหา|เนื่องจาก|อาจ|ทำให้/gu),
  watch: composed(/จะ|คาดว่า|แผน|เตรียม|ต่อไป|ปีหน้า|เดือนหน้า|ภายใน|อนาคต|อาจ/gu),
};
const cues: Record<string, Cues> = { en: english, ja: japanese, zh: chinese, ko: korean, th: thai };

/** How the place in the story speaks for each kind: what happened stands early, what comes next late. */
const place: Record<PointKind, (at: number) => number> = {
  happened: (at) => 1.3 - 0.9 * at,
  matters: () => 1,
  watch: (at) => 0.75 + 0.5 * at,
};

/** @returns null where no sentence has such words */
export function choosePoint(
  kind: PointKind,
  candidates: Candidate[],
  taken: Candidate[],
  language: string,
): Candidate | null {
  const wanted = (cues[language.slice(0, 2)] ?? english)[kind];
  const last = Math.max(1, ...candidates.map(({ sentence }) => sentence));
  const fitting = candidates.filter((candidate) => !taken.includes(candidate) && countCues(candidate.text, wanted) > 0);
  const unsaid = fitting.filter((candidate) => !taken.some((other) => repeats(candidate, other)));
  return highest(unsaid, (candidate) => {
    const marks = Math.min(3, countCues(candidate.text, wanted));
    const standing = Math.sqrt(worth({ ...candidate, sentence: 0 }));
    const spoken = kind === 'happened' && /^["“「『]/u.test(candidate.text) ? 0.6 : 1;
    return (0.6 + 0.4 * marks) * standing * spoken * place[kind](candidate.sentence / last);
  });
}

function countCues(text: string, cue: RegExp): number {
  return new Set(text.normalize('NFKC').toLowerCase().match(cue) ?? []).size;
}

function repeats(a: Candidate, b: Candidate): boolean {
  const shared = [...a.terms].filter((term) => b.terms.has(term)).length;
  return shared / Math.max(1, Math.min(a.terms.size, b.terms.size)) > 0.6;
}
