/**
 * What news turns on, in four languages: whether something rose or fell, was approved or rejected, opened or closed.
 * Each family has two poles; what is said of it in one language can be compared with what is said in another.
 */

/** 1 and -1: `rose` and `fell`. */
export type Pole = 1 | -1;

/**
 * `contradictory`: what is not the one is the other. `contrary`: there is a third, as for what neither rose nor fell.
 * `converse`: the same deed from either side, as `bought from` and `sold to`.
 */
export type Opposition = 'contradictory' | 'contrary' | 'converse';

export interface Family {
  name: string;
  opposition: Opposition;
}

/** A word of a family, where it stands in a text. */
export interface PoleWord {
  family: Family;
  pole: Pole;
  start: number;
  end: number;
}

interface Forms extends Family {
  /** Per language, the words of either pole, as patterns. */
  forms: Record<string, [string, string]>;
}

const families: Forms[] = [
  {
    name: 'change',
    opposition: 'contrary',
    forms: {
      en: [
        'ris(?:es?|en|ing)|rose|rais(?:es?|ed|ing)|increas\\w*|grow(?:s|n|ing|th)?|grew|climb\\w*|jump\\w*|surg(?:es?|ed|ing)|soar\\w*|gain(?:s|ed|ing)?|higher|up(?= (?:by )?[\\d$€£¥]| from\\b)|recover(?:s|ed|ing)|expand\\w*|hikes?|hiked',
        'fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)(?! to\\b)|decreas\\w*|cut(?:s|ting)?|reduc\\w*|lower(?! (?:town|courts?|house|chamber|deck|floors?|limbs?|legs?|valley|reaches)\\b)(?:s|ed|ing)?|shr[aiu]nk\\w*|slump\\w*|plung\\w*|slid(?:es?|ing)?|slip(?:s|ped|ping)?|tumbl\\w*|down(?= (?:by )?[\\d$€£¥]| from\\b)|fewer(?! than\\b)|shorter',
      ],
      ja: [
        '上昇|(?<!以)上が[っりるら]|(?<!立ち|取り|仕|売り|棚|打ち|値)上げ|値上げ|増|伸び|伸ば|高ま|上方修正|拡大',
        '下落|下降|(?<!以)下が[っりるら]|(?<!値)下げ|値下げ|(?<!加)減|低下|縮小|落ち込|下方修正',
      ],
      zh: [
        '上[涨漲升调調]|(?<!上)[涨漲]|增(?!值)|提高|提升|加息|扩大|擴大|[攀回]升|升[至到为為]',
        '下[跌降滑调調]|(?<!下)跌|[减減]|(?<![下空投])降[低息至到为為]|[缩縮]小',
      ],
      ko: [
        '올[리렸라랐려린릴]|오[르른를]|올랐|상승|증가|늘[어었리려린릴]|늘었|인상|높아|확대|급등|급증',
        '내[리렸려린릴]|하락|감소|줄[어었이였인일]|인하|낮아|낮췄|낮추|축소|삭감|떨어|급락',
      ],
    },
  },
  {
    name: 'amount',
    opposition: 'contrary',
    forms: { en: ['more(?! than\\b(?! any| all| most))', '(?:fewer|less)(?! than\\b(?! any| all| most))'] },
  },
  {
    name: 'approval',
    opposition: 'contradictory',
    forms: {
      en: [
        'approv\\w*|accept\\w*|adopt(?:s|ed|ing)?|agree(?:s|d|ing)?(?! with\\b)|consent\\w*|green light|grant(?:s|ed|ing)?',
        'reject\\w*|refus(?:es?|ed|ing|al)|turn(?:s|ed|ing)? (?:\\w+ ){0,2}down|vot(?:es?|ed|ing) (?:\\w+ ){0,2}down|dismiss(?:es|ed|ing|al)?|veto\\w*|thr[eo]w(?:n|s|ing)? out|declin(?:es?|ed|ing) to',
      ],
      ja: [
        '承認|可決|認め|認可|受け入れ|容認|受諾|採択|合意|同意',
        '退け|棄却|却下|否決|拒否|拒[みんむ]|拒絶|断[っりわ]',
      ],
      zh: ['批准|(?<![没沒])通[过過]了|[获獲][^，。]{0,2}通[过過]|同意|接受|支持|核准', '[驳駁]回|拒[绝絕]|否[决決]'],
      ko: ['승인|받아들|수용|허가|가결|동의', '기각|거부|거절|부결|각하'],
    },
  },
  {
    name: 'support',
    opposition: 'contradictory',
    forms: {
      en: [
        'support(?:s|ed|ing|ers?)?|back(?:s|ed|ing|ers?)(?! (?:to|in|at|from)\\b)|in favou?r|favou?r(?:s|ed)|endors\\w*|welcom(?:es?|ed|ing)|prais\\w*|hail(?:s|ed)',
        'oppos(?:es?|ed|ing|ition)|against(?= (?:it|the|a|this|that|him|her|them)\\b)|object(?:s|ed|ing|ions?)(?= to\\b)|criti[cq]\\w*|condemn\\w*|denounc\\w*',
      ],
      ja: ['賛成|支持(?!率)|賛同|歓迎', '反対|反発|批判|抗議'],
      zh: ['支持|[赞贊]成|[赞贊]同|[欢歡]迎', '反[对對]|批[评評]|抗[议議]'],
      ko: ['찬성|지지|환영', '반대|비판|반발'],
    },
  },
  {
    name: 'admission',
    opposition: 'contradictory',
    forms: {
      en: ['admit(?:s|ted|ting)?|confess\\w*|acknowledg\\w*|conced\\w*', 'den(?:y|ies|ied|ying|ials?)'],
      ja: ['認め|自白', '否定|否認'],
      zh: ['承[认認]|供[认認]', '否[认認]'],
      ko: ['인정|시인(?=했|하|한)|자백', '부인(?=했|하|한|해)'],
    },
  },
  {
    name: 'opening',
    opposition: 'contradictory',
    forms: {
      en: [
        '(?:re)?open(?:s|ed|ing)?',
        'clos(?:es|ed|ing|ures?)|close(?! to\\b| (?:the |that |a |its |their )?(?:gap|deal|distance)\\b)|shut(?:s|ting|down)?',
      ],
      ja: ['開業|開店|開設|再開|オープン', '閉鎖|閉店|休業|廃業|閉[じめ]'],
      zh: ['[开開][业業]|[开開]放|重新?[开開]|恢[复復]', '[关關][闭閉]|停[业業]|歇[业業]|[关關][门門]'],
      ko: ['개장|개업|문을 열|재개|개관', '폐쇄|폐업|문을 닫|폐점|휴업'],
    },
  },
  {
    name: 'permission',
    opposition: 'contradictory',
    forms: {
      en: ['allow(?:s|ed|ing)?|permit(?:s|ted|ting)?', 'ban(?:s|ned|ning)?|prohibit\\w*|forb[ia]d\\w*|outlaw\\w*'],
      ja: ['解禁|許可|容認', '禁止|禁じ'],
      zh: ['允[许許]|准[许許]|解禁', '禁止|禁令'],
      ko: ['허용|허가', '금지'],
    },
  },
  {
    name: 'beginning',
    opposition: 'contrary',
    forms: {
      en: [
        'start(?:s|ed|ing)?|begin(?:s|ning)?|began|begun|launch(?:es|ed|ing)?',
        '(?<!the )end(?:s|ed|ing)?|stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|ceas(?:es?|ed|ing)',
      ],
      ja: ['開始|始め|始ま|スタート', '終了|終え|終わ|停止|打ち切'],
      zh: ['[开開]始|[启啟][动動]', '[结結]束|停止|[终終]止|叫停'],
      ko: ['시작|착수|개시', '종료|중단|중지|끝[났나내]'],
    },
  },
  {
    name: 'holding',
    opposition: 'contradictory',
    forms: {
      en: [
        'go(?:es|ing)? ahead|went ahead|gone ahead|t[ao]kes? place|took place|taken place|proceed(?:s|ed|ing)?(?! to\\b)',
        'cancel\\w*|call(?:s|ed|ing)? (?:\\w+ )?off|scrap(?:s|ped|ping)?|abolish\\w*|abandon\\w*|discontinu\\w*|shelv(?:es?|ed|ing)',
      ],
      ja: ['開催|予定通り|実施', '中止|取りや|取り止'],
      zh: ['[举舉]行|如期|[实實]施|推行', '取消'],
      ko: ['개최|예정대로|실시|시행', '취소'],
    },
  },
  {
    name: 'presence',
    opposition: 'contradictory',
    forms: {
      en: [
        '(?:was|were|is|are|be|been)(?: not|n.t)? (?:present|at)(?= the\\b)|attend(?:s|ed|ing)?',
        'absent|absence|stay(?:s|ed|ing)? away|skip(?:s|ped|ping)?|ke(?:ep|pt)(?:s|ing)? (?:\\w+ )?away',
      ],
      ja: ['出席', '欠席'],
      zh: ['出席', '缺席'],
      ko: ['참석', '불참'],
    },
  },
  {
    name: 'guilt',
    opposition: 'contradictory',
    forms: {
      en: [
        'guilty|convict(?:s|ed|ing|ion)?',
        'acquit\\w*|innocent|exonerat\\w*|clear(?:s|ed)(?= [\\p{L} ]{0,30}\\bof\\b)',
      ],
      ja: ['有罪', '無罪'],
      zh: ['有罪', '[无無]罪'],
      ko: ['유죄', '무죄'],
    },
  },
  {
    name: 'survival',
    opposition: 'contradictory',
    forms: {
      en: ['alive|surviv\\w*', 'dead|die[sd]?|dying|deaths?|kill(?:s|ed|ing)?|fatal\\w*'],
      ja: ['生存|生きて', '死亡|死者|亡くな'],
      zh: ['生[还還]|幸存|生存', '死亡|身亡|遇[难難]|[丧喪]生'],
      ko: ['생존', '사망|숨[졌진지]'],
    },
  },
  {
    name: 'harm',
    opposition: 'contradictory',
    forms: {
      en: ['hurt|injur\\w*|wounded|casualt\\w*', 'unhurt|unharmed|uninjured|unscathed'],
      ja: ['けが(?:をした)?人?|負傷|怪我|死傷', '無傷|無事'],
      zh: ['受[伤傷]|[伤傷]者|[伤傷]亡', '平安|安然'],
      ko: ['다친|다치|다쳤|부상', '무사'],
    },
  },
  {
    name: 'effect',
    opposition: 'contradictory',
    forms: {
      en: ['affect(?:s|ed|ing)?', 'unaffected'],
      ja: ['影響', '無関係'],
      zh: ['影[响響]', '[无無]关'],
      ko: ['영향', '무관'],
    },
  },
  {
    name: 'success',
    opposition: 'contradictory',
    forms: {
      en: ['succeed\\w*|success\\w*|manag(?:es?|ed) to', 'fail(?:s|ed|ing|ures?)?(?! to\\b)|unsuccessful\\w*'],
      ja: ['成功', '失敗'],
      zh: ['成功', '失[败敗]'],
      ko: ['성공', '실패'],
    },
  },
  {
    name: 'law',
    opposition: 'contradictory',
    forms: {
      en: ['legal|lawful', 'illegal\\w*|unlawful\\w*'],
      ja: ['合法|適法', '違法|不法'],
      zh: ['合法', '[违違]法|非法'],
      ko: ['합법', '불법|위법'],
    },
  },
  {
    name: 'contest',
    opposition: 'converse',
    forms: { en: ['wins?|won|winning|beat(?:s|en|ing)?|defeat(?:s|ed|ing)', 'los(?:es?|t|ing)'] },
  },
  {
    name: 'trade',
    opposition: 'converse',
    forms: { en: ['buy(?:s|ing)?|bought|purchas(?:es?|ed|ing)|acquir\\w*', 'sell(?:s|ing)?|sold'] },
  },
  {
    name: 'loan',
    opposition: 'converse',
    forms: { en: ['lend(?:s|ing)?|lent|loan(?:s|ed)?', 'borrow\\w*'] },
  },
];

interface Pattern {
  family: Family;
  pole: Pole;
  pattern: RegExp;
}

const patterns = new Map<string, Pattern[]>();

function patternsOf(language: string): Pattern[] {
  const base = language.slice(0, 2);
  const known = patterns.get(base);
  if (known !== undefined) return known;
  const made = families.flatMap(({ forms, ...family }) =>
    (forms[base] ?? []).map((words, at) => ({
      family,
      pole: (at === 0 ? 1 : -1) as Pole,
      pattern: new RegExp(base === 'en' ? `(?<![\\p{L}-])(?:${words})(?![\\p{L}-])` : words, 'giu'),
    })),
  );
  patterns.set(base, made);
  return made;
}

const anyPattern = new Map<string, RegExp>();

/** Most clauses have no such word: one look tells. */
function anyOf(language: string): RegExp {
  const base = language.slice(0, 2);
  const known = anyPattern.get(base);
  if (known !== undefined) return known;
  const all = patternsOf(base).map(({ pattern }) => pattern.source);
  const made = new RegExp(all.length === 0 ? '(?!)' : all.join('|'), 'iu');
  anyPattern.set(base, made);
  return made;
}

/** @param language BCP 47; [] for one without words. @returns in the order of the text */
export function poleWordsIn(text: string, language: string): PoleWord[] {
  if (!anyOf(language).test(text)) return [];
  return patternsOf(language)
    .flatMap(({ family, pole, pattern }) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
        family,
        pole,
        start: index,
        end: index + found.length,
      })),
    )
    .sort((a, b) => a.start - b.start);
}
