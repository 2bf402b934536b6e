/** The words that tell what a sentence is for: that something happened, why it matters, what is still to come. */
import type { PointKind } from '../model.ts';
import { composed } from '../text/compose.ts';

interface Cue {
  /** One tells enough. */
  strong: RegExp;
  /** Two tell as much as a strong one. */
  weak: RegExp;
  /** With one of these a sentence is of another kind, however else it speaks. */
  not?: RegExp;
}

export type Cues = Record<PointKind, Cue>;

const never = /(?!)/gu;
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)';
/** A time to come. */
const later = `(?:next (?:week|month|year|season|summer|spring|autumn|winter|generation|${weekday}|${month})|later (?:this|next) \\w+|in the coming \\w+|tomorrow|by (?:the end of|early|late|mid-)\\s?(?:next |this )?\\w+|within (?:the next )?(?:\\w+|\\d+) (?:days|weeks|months|years))`;

const english: Cues = {
  happened: {
    strong:
      /\b(?:announced|launch(?:ed|es)|unveiled|released|reported|voted|passed|approved|rejected|ordered|signed|agreed|opened|closed|began|started|ended|won|lost|killed|died|injured|wounded|shot|stabbed|struck|hit|crashed|collapsed|exploded|fell|rose|dropped|jumped|landed|arrested|charged|accused|sentenced|convicted|filed|sued|fined|fired|resigned|stepped down|appointed|elected|suspended|banned|raised|bought|acquired|sold|merged|presented|published|introduced|confirmed|discovered|found|revealed|brought|held|met|gathered|took place|came|sent|cut|attacked|evacuated|rescued|warned|showed|focused|completed|delivered|admitted|testified|pleaded|moved|tested|measured)\b/gu,
    weak: /\b(?:(?:has|have) (?=(?:\w+ )?(?:\w{2,}ed|been|become|begun|given|gone|made|taken|told|sent|seen|shown|spent|put|set|cut|lost|won|found|held|kept|left|built|bought|sold)\b)|had|was|were|(?<!-)(?<!\b(?:is|are|be|being) (?:\w+ )?)(?!based|need|speed|indeed|hundred|exceed|proceed|feed|seed)\w{3,}ed|said|told|made|took|gave|got|went|left|put|ran|saw|set|led|kept|stood|thought|wrote)\b/gu,
    not: /\bcan \w+|\b(?:could|should|must|may|might) (?:\w+ly )?be \w+/u,
  },
  matters: {
    strong:
      /\b(?:as a result(?! of)|meaning that|means (?:that|the|it|they|more|less)|(?:why|this|that|it|which) matters|matters? (?:because|to|for|that)|significan(?:t|ce|tly)|important(?:ly)?|importance|crucial|critical (?:for|to)|for the first time|first time|first (?:since|of its kind)|marks? (?:a|an|the|one)|turning point|rais(?:es|ed|ing) (?:concerns?|fears?|questions?|doubts?|hopes?|the (?:stakes|risk))|concerns? (?:about|over|that)|fear(?:s|ed)? (?!(?:in|and|or|as|at|from|among|is|was|were|by|on)\b)\p{L}+|object(?:s|ed)? (?:that|to)|(?:may|might|could|would) have to|(?:would|will|could) cost|(?:people|passengers|residents|patients|customers|households|families|students|pupils|workers) (?:\w+ )?(?:use|rely|depend)|the only \w+ in|hidden price|complain(?:s|ed) (?:of|that|about)|criticis?z?ed|worr(?:y|ies|ied) (?:that|about|over)|warn(?:s|ed)?|warning (?:that|of)|threaten(?:s|ed|ing)|threats? (?:to|of|from)|could (?:\w+ )?(?:lead|help|cause|make|mean|allow|let|become|affect|hurt|harm|threaten|put|undermine|create|enable|change|save|be|face|lose|cost|happen|prove|matter)|would (?:mean|make|allow|threaten)|consequences?|implications?|at stake|impact(?: of| on)|affect(?:s|ed|ing)|underscor\w+|highlight(?:s|ed)|vulnerable to|harder (?:to|for)|easier (?:to|for)|(?<!no |not )dangers? (?:of|to|that)|(?<!no |not )dangerous (?:if|when|to|for)|fac(?:e|es|ing) (?:the |a )?(?:possibility|risk|prospect|threat)|enough to|a step that|sparked|triggered|prompted|outraged?|led to|leads to|due to (?:the|an?|its|their|high|low|lack|rising|falling|bad|poor|concerns?|fears?)\b|(?:largest|biggest|worst|deadliest|longest|fastest|highest|lowest|strongest) (?:\w+ ){0,4}(?:on record|in (?:history|years|decades|the)|so far|yet|ever|since|by a)|on record|the reason (?:that|why|for)|feels? the (?:effects?|impact|pinch|strain)|would have (?:stopped|prevented|saved|avoided)|credit(?:s|ed) (?:\w+ ){1,4}with|doubts? (?:that|whether|about)|(?:lowered|cut|raised) (?:its|their|his|her) (?:forecast|outlook|estimates?|rating|target)|than any other|(?:data|records|passwords|details|secrets) .{0,60}\b(?:taken|stolen|leaked|exposed)|(?:lost|without|cut off from) (?:electricity|power|water|access|their (?:jobs|homes|lives))|saves? no|(?:no|any) redundanc\w+|replac(?:es?|ing) (?:workers|jobs|people))\b/gu,
    weak: /\b(?:because|so that|therefore|otherwise|worthwhile|chance of|cautious|delayed|stranded|blocked|insured?|insurers?|profits?|profitable|guarantee\w*|demands?|halved|doubled|tripled|quintuples?|(?:higher|lower|rising|falling) (?:\w+ )?(?:costs?|prices?|bills?|risks?|rates?|number)|one reason|risks?|problems?|challenge\w*|pressure|needs?|concern\w*|fear\w*|worr\w+|safety|lives|damage|shortage|critics?|experts?|analysts?|national security|affordable|vital|serious(?:ly)?|lets?|allows?|enables?|saves?|cheaper|faster|safer|slower|better|worse|effects?|twice|times as|(?:half|third|quarter|fifth|tenth) of|than any|unlike|competitors?|rivals?|jobs?|workers|patients|consumers?|households|record|shortages?|victims)\b/gu,
  },
  watch: {
    strong: new RegExp(
      `\\b(?:(?<!(?:at|free|of|his|her|my|their|good|ill|own) )will(?! then| never| have \\w+ed)|won't|(?:is|are|was|were|be) (?:\\w+ )?(?:expected|due|scheduled|slated) (?:to|for|on|in|by|until|before)|(?:is|are) (?:\\w+ )?(?:set|likely|planning|poised|preparing|hoping|aiming|seeking|considering) to|(?:is|are) to be \\w+ed|(?<!\\b(?:aims?|goals?|ideas?|purpose|point|ways?|tasks?|jobs?|challenge|trick|options?|rules?|best|thing|part|step|method|answer|plan|hope|dream) )(?:is|are) to (?!(?:be|blame)\\b)\\p{Ll}{3,}|(?:is|are) (?:planned|planning) (?:for|a|an)|due (?:for|out|in|on) |(?:starts?|begins?|opens?|closes?|takes? effect|comes? into force) (?:on|in|from) (?:\\d{1,2} )?(?:${month}|${weekday})|plan(?:s|ning)? (?:to|a|an|its|for)|planned to|aims? to|(?<!not )intends? to|hopes? to|expects? (?:to|that|it|the|a|an|more)|vow(?:s|ed) to|pledg(?:es|ed) to|would (?:vote|decide|rule|meet|announce|publish|begin|start|open|reopen|appeal|resume)|promis(?:es|ed) to|agreed to|may (?:(?:now|soon|yet|also) )?(?:face|need|become|take|decide|lead|have to|be able to|set)|upcoming|remains? (?:to be seen|unclear|uncertain|open)|yet to|awaits?|awaiting|pending|deadline|the next (?:step|stage|phase|version|generation|round)|under (?:investigation|review|construction)|still (?:being|investigating|searching|looking|missing)|continues? to|nearing|from \\d{1,2} ${month}|${later})\\b`,
      'gu',
    ),
    weak: /\b(?:may|might|could|whether|until|future|forecast\w*|investigat\w+|needs? to|trial|appeal|decide\w*|review)\b/gu,
    not: /\b(?:would|could|may|might)(?:n't| not)? have (?:been|\w+ed)\b|\bif \w+ had\b|\b(?:was|were) due to\b/iu,
  },
};

const japanese: Cues = {
  happened: {
    strong:
      /(?:した|された|った|いた|えた|けた|れた|んだ|めた|せた|きた|げた|べた|ねた|じた|りた|びた|ちた)(?:と[^。]{0,20})?。/gu,
    weak: /発表|明らかに|公開|開始|決定|可決|成立|合意|発売|発生|確認|成功|達し|今回/gu,
  },
  matters: {
    strong:
      /理由|影響|重要|懸念|意味する|意味がある|意義|課題|背景に|初めて|(?<!最)初の|(?<!最)初となる|過去最|史上|(?:国内|世界)で?最|リスク|恐れ|おそれ|危険|につながる|期待|脅威|警告|警鐘|指摘する|指摘した|ため(?:だ|で、|と|。)|からだ。|深刻|不安|批判|必要|見方が|注目|決め手|反発|被害|あいまい|足りない|疑問|苦情|反対/gu,
    weak: /ため|大きな|可能性|によって|により|だけでなく|一方|問題|できる|割|倍|負担|改善|安全|効果|値下げ|競争|初めて|雇用|分の1|魅力|選択肢|限界|しか[^。]{0,8}ない|がなく、|かかる|延び|簡単ではない|向かない|高くなる|安くなる/gu,
  },
  watch: {
    strong:
      /今後|予定|見通し|方針|目指す|めざす|見込み|計画(?:だ|して|を進め)|これから|来(?:年|月|週|春|夏|秋|冬|季)|再来年|する考え|検討(?:して|する|を)|次の(?:目標|課題|段階|焦点)|(?:\d|十)月(?:末|中|下旬|上旬)?まで(?:に|の)|年度(?:中|内|から)|年(?:春|夏|秋|冬)|続ける。|始める。|(?:公表|発売|開始|公開|提供|稼働|配布|拡大|導入|実施|調査|点検|検証|決定|判断)する。|見直す。|決める。|試す/gu,
    weak: /だろう|かもしれない|可能性|までに|から始|になる。|する。|える。|れる。|続(?:く|い)|調べ|どう|か。/gu,
    not: /だったはず|していたら/u,
  },
};

const chinese: Cues = {
  happened: {
    strong:
      /宣布|宣佈|公布|發布|发布|推出|通過|通过|批准|發生|发生|達成|达成|開始|开始|完成|舉行|举行|證實|证实|動工|动工|了[，,。、]|已(?:經|经)?|遭|獲|获|導致|导致|造成|出動|出动|救出|疏散|轉移|转移|撲滅|扑灭|燒毀|烧毁|封鎖|封锁|關閉|关闭|責令|责令|發現|发现|抗議|抗议|成立|登陸|登陆|收購|收购|起訴|起诉|要求|提出|指控|攻擊|攻击|入侵/gu,
    weak: /了|已|完|成功|恢復|恢复|降|升|漲|涨|跌|增|減|减|達|达|至/gu,
    // What would happen, or happens each time; a council or an association is none of it.
    not: /(?<![機机社議议协協委工商員员事金生教年大聽听展農农])[會会](?![議议長长員员場场計计社上])/u,
  },
  matters: {
    strong:
      /(?<!受)影響|(?<!受)影响|重要|意味|擔憂|担忧|擔心|担心|風險|风险|首次|第一次|首個|首个|關鍵|关键|威脅|威胁|導致|导致|壓力|压力|衝擊|冲击|代表著|史上|創下|创下|警告|改變|改变|意義|意义|危機|危机|嚴重|严重|矚目|瞩目|關注|关注|原因|吃虧|吃亏|受害|中斷|中断|難以|难以|批評|批评|反對|反对|以[來来]最|賠付|赔付/gu,
    weak: /因為|因为|由於|由于|可能|問題|问题|挑戰|挑战|受到|只要|不必|才能|需要|提高|降低|倍|缺乏|安全|成本|必須|必须|便宜|提醒|機率|概率|傷亡|伤亡|損失|损失|封閉|封闭|減少|减少|錯誤|错误/gu,
  },
  watch: {
    strong:
      /預計|预计|預期|预期|計畫|計劃|计划|未來|未来|接下來|接下来|明年|後年|下(?:週|周|個月|个月|半年|一步|季)|預定|预定|可望|有望|仍需|仍待|尚待|將(?:於|在|會|被|從|用|到|逐|再|繼|展|推|進|提|改|移|串|調|公|發|舉|設|建|完|採|開)|将(?:于|在|会|被|从|用|到|逐|再|继|展|推|进|提|改|移|串|调|公|发|举|设|建|完|采|开)|月底前|年底前|是否|準備|准备|可能(?:在|於|于|再)|再次/gu,
    weak: /將|将|會|会|可能|若|如果|目標|目标|之前|後續|后续|持續|持续|仍/gu,
  },
};

/** A verb's past ends in one of these: each syllable that closes with ㅆ. */
const pastSyllables = Array.from({ length: 399 }, (_, at) => String.fromCodePoint(0xac00 + 28 * at + 20)).join('');

const korean: Cues = {
  happened: {
    strong: new RegExp(`(?!있|겠)[${pastSyllables}](?:습니)?다[.”"]?`, 'gu'),
    weak: /발표|공개|출시|시작|결정|통과|합의|발생|확인/gu,
  },
  matters: {
    strong:
      /영향|중요|우려|의미|위험|처음|최초|(?:역대|사상|국내|세계) 최|위협|과제|이유|경고(?:했|한|하)|비판|심각|불안|필요하다|기대|반발|걱정|타격|피해|혼잡|차질|보상|줄어들 것|않았다고 지적|(?:이후|만에) 가장/gu,
    weak: /때문|가능성|문제|따라|위해|크게|비용|안전|부담|배/gu,
  },
  watch: {
    strong:
      /예정|전망|계획(?:이다|을 밝|대로)|앞으로|향후|내년|내달|다음\s?(?:달|주|해|단계)|것으로 보인다|방침|목표(?:다|로)|검토|올해 (?:안|말|하반기)|월까지|말까지|할 것이라고|수 있다|여부를|\d년 (?:봄|여름|가을|겨울|초|말|상반기|하반기)|(?:다음 달|다음 주|내년|하반기)[^.]{0,30}(?:한다|된다|진다|간다|나온다)/gu,
    weak: /것이다|까지|예상|가능성|여부|지켜/gu,
  },
};

const thai: Cues = {
  happened: { strong: composed(/ประกาศ|เปิดเผย|เปิดตัว|กล่าว|ระบุ|เกิด|พบ|อนุมัติ|แล้ว|ได้/gu), weak: never, not: /จะ/u },
  matters: {
    strong: composed(/ส่งผล|สำคัญ|กังวล|เพราะ|ความเสี่ยง|ครั้งแรก|กระทบ|เนื่องจาก|ทำให้|เตือน|อันตราย/gu),
    weak: composed(/ปัญหา|อาจ|ต้อง|มากกว่า/gu),
  },
  watch: {
    strong: composed(/คาดว่า|แผน|เตรียม|ต่อไป|ปีหน้า|เดือนหน้า|สัปดาห์หน้า|ภายใน|อนาคต/gu),
    weak: composed(/จะ|อาจ|หาก/gu),
  },
};

/** What was before the story. */
const background: Record<string, RegExp> = {
  en: /\b(?:previously|in the past|(?:years|decades|months|centuries) (?:ago|earlier|before)|last year|a year (?:ago|earlier)|historically|over the (?:last|past)|once (?:was|were|had)|(?:has|have) been \w+ since|the (?:last|previous) (?:one|time|\w+), in)\b/iu,
  ja: /年前|昨年|去年|かつて|以前|これまで|前回|\d年(?:間)?で|までの[^。、]{0,10}では/u,
  zh: /年前|去年|曾經|曾经|曾因|以往|過去|过去|\d ?年[來来間间]/u,
  ko: /년 전|지난해|작년|과거|예전|\d ?년 ?(?:동안|간|새)/u,
};

/** A year that something was done in; what is so since a year is so now. */
const years: Record<string, RegExp> = {
  en: /\b(?:in|of|by|until|before|after|during|on|from|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december) (?:\d{1,2},? )?((?:1[89]|20)\d\d)\b/giu,
  ja: /((?:1[89]|20)\d\d)年(?!以来|ぶり)/gu,
  zh: /((?:1[89]|20)\d\d)年(?!以[來来])/gu,
  ko: /((?:1[89]|20)\d\d)년(?! 이후| 이래)/gu,
};

/** What had been done or was so when the story began. */
const earlier: Record<string, RegExp> = {
  en: /\bhad (?:already |once |long |just |never )?(?:been|gone|taken|come|left|lost|sent|given|fallen|risen|begun|broken|kept|held|made|built|bought|sold|told|met|won|shed|found|seen|set|cut|\w+ed)\b/u,
  ja: /(?:てい|であっ|だっ|でい)た。$/u,
  ko: /(?:고|어|아|여|돼) ?있었다\.$|었었다\.$/u,
};

/** How the market took it, or a rival: no part of the event. */
const aside: Record<string, RegExp> = {
  en: /^(?:shares?|stocks?|the stock|bonds?) (?:in|of|fell|rose|\w+ed)\b|^(?:rivals?|competitors?|analysts?)\b/iu,
  ja: /株価|^(?:競合|ライバル|アナリスト)/u,
  zh: /股價|股价|^(?:對手|对手|競爭|竞争|分析師|分析师)/u,
  ko: /주가|^(?:경쟁사|증권가|업계)/u,
};

/** Somebody's opinion or speech happens in every story and is not what it is about. */
const speech: Record<string, RegExp> = {
  en: /^(?:the |some |many |most |other |several )?(?:\w+ )?(?:analysts|experts|critics|observers|investors|researchers|scientists|economists) (?:\w+ly )?(?:consider|believe|expect|think|hope|say|argue|fear|doubt|see|call|point)\b/iu,
  ja: /と(?:述べ|語っ|語る|話し|話す|指摘|説明し|訴え|強調|期待|懸念|みる|みている|コメント)/u,
  zh: /^[^，,。：:]{1,24}(?:表示|指出|說|说|認為|认为|強調|强调|希望|擔心|担心|批評|批评)(?:[，,：:]|(?!了))/u,
  ko: /(?:말했다|강조했다|지적했다|설명했다|덧붙였다|우려했다|기대했다|걱정했다|약속했다|요구했다|추정한다|걱정한다고 했다)\./u,
  th: composed(/(?:กล่าว|บอก|ยืนยัน|เห็น|มอง|ชี้)ว่า/u),
};

const tables: Record<string, Cues> = { en: english, ja: japanese, zh: chinese, ko: korean, th: thai };

/** Nearly every sentence of news tells of something past; the other kinds take a plain word. */
const least: Record<PointKind, number> = { happened: 0.5, matters: 1, watch: 1 };

const theEvent =
  /^the (?:event|conference|meeting|session|summit|hearing|ceremony|attack|blast|crash|fire|shooting|incident|accident|quake|earthquake|storm|protest|strike|study|survey|report|release|launch|deal|agreement|ruling|verdict|vote|law|bill|decision|announcement)\b/iu;

/** Does it speak of the story's event as of something known: `The conference …`? English only: others have no article. */
export function pointsAtEvent(text: string): boolean {
  return theEvent.test(text);
}

/** Does it tell of what was before the story: years ago, previously? */
export function isBackground(text: string, language: string): boolean {
  return background[language.slice(0, 2)]?.test(text.normalize('NFKC')) ?? false;
}

/**
 * How much a sentence is of the story's own time and people, 0–1: what was done years before is not, what the market or
 * a rival did hardly is.
 *
 * @param year of the story
 */
export function ofTheStory(text: string, language: string, year: number): number {
  const code = language.slice(0, 2);
  const plain = text.normalize('NFKC').replaceAll('’', "'");
  const named = [...plain.matchAll(years[code] ?? never)].map(([, named]) => Number(named));
  if (named.some((each) => each < year)) return 0;
  return (aside[code]?.test(plain) ? 0.3 : 1) * (earlier[code]?.test(plain) ? 0.4 : 1);
}

/** How clearly a sentence is of a kind: 0 where it is not, 1 by one strong cue or two weak ones, at most 2. */
export function cueOf(kind: PointKind, text: string, language: string): number {
  const { strong, weak, not } = (tables[language.slice(0, 2)] ?? english)[kind];
  const plain = text.normalize('NFKC').replaceAll('’', "'").toLowerCase();
  if (not?.test(plain) || (kind === 'happened' && tellsOther(plain, language))) return 0;
  const told = distinct(plain, strong) + distinct(plain.replace(strong, ' '), weak) / 2;
  return told < least[kind] ? 0 : Math.min(2, told);
}

function distinct(text: string, cue: RegExp): number {
  return new Set(text.match(cue) ?? []).size;
}

function tellsOther(text: string, language: string): boolean {
  return isBackground(text, language) || (speech[language.slice(0, 2)]?.test(text) ?? false);
}
