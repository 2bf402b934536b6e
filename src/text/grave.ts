/**
 * What nobody is told of without a source: crimes, deaths, ruin, danger. By kind, in four languages, so that a word of one
 * language can be looked for in another.
 */

const kinds: Record<string, string>[] = [
  {
    en: 'arrest\\w*|detain\\w*|detention|jail\\w*|prison\\w*|imprison\\w*|handcuff\\w*|custody|prosecut\\w*|indict\\w*|convict\\w*|guilty|acquit\\w*|sentenced|charged with|fugitives?|fled (?:the country|abroad)',
    ja: '逮捕|拘束|拘留|書類送検|起訴|容疑|疑いで|有罪|無罪|服役|指名手配|被告|逃亡',
    zh: '逮捕|被捕|拘留|[刑行]拘|嫌疑|涉嫌|有罪|[无無]罪|入[狱獄]|通[缉緝]|潜逃|潛逃',
    ko: '체포|구속|구금|기소|혐의|유죄|무죄|수감|수배|피고|도주',
  },
  {
    en: 'fraud\\w*|scam\\w*|swindl\\w*|embezzl\\w*|steal\\w*|stole|stolen|theft|thie(?:f|ves)|robb\\w*|launder\\w*|forg(?:ed|ery|eries)|counterfeit\\w*|plagiari\\w*|tax evasion|smuggl\\w*|copied (?:\\w+ ){0,6}from',
    ja: '詐欺|横領|窃盗|盗[まみんむ作用]|強盗|脱税|偽造|盗作|剽窃|密輸|資金洗浄|着服',
    zh: '[诈詐][骗騙]|欺[诈詐]|[贪貪]污|挪用|[盗盜][窃竊]|偷走|偷[窃竊]|[抢搶]劫|逃[税稅]|[伪偽]造|抄[袭襲]|走私|洗[钱錢]',
    ko: '사기|횡령|절도|훔[쳤치친]|강도|탈세|위조|표절|밀수|자금 ?세탁',
  },
  {
    en: 'brib\\w*|corrupt\\w*|kickbacks?',
    ja: '贈賄|収賄|賄賂|汚職|買収工作',
    zh: '行[贿賄]|受[贿賄]|[贿賄][赂賂]|腐[败敗]',
    ko: '뇌물|부패|비리',
  },
  {
    en: 'illegal\\w*|unlawful\\w*|criminals?|crimes?|offen[cs]es?|felon\\w*|unlicen[sc]ed|untrained|unqualified',
    ja: '違法|不法|犯罪|無免許|無資格|無許可',
    zh: '[违違]法|非法|犯罪|[无無][证證照]',
    ko: '불법|위법|범죄|무면허|무자격',
  },
  {
    en: 'bankrupt\\w*|insolven\\w*|liquidat\\w*',
    ja: '破産|倒産|破綻|債務超過',
    zh: '破[产產]|倒[闭閉]|[资資]不抵[债債]',
    ko: '파산|도산|부도',
  },
  {
    en: 'dead|die[sd]?|dying|deaths?|kill\\w*|murder\\w*|suicides?|drown\\w*|perish\\w*|fatal\\w*|massacre\\w*|mortality|lost (?:his|her|their) li(?:fe|ves)',
    ja: '(?<!必)死|亡くな|命を[落奪]|殺|溺れ',
    zh: '死|身亡|[杀殺]|溺|遇[难難]|[丧喪]生|去世',
    ko: '사망|숨[졌진지]|자살|살해|익사|시신',
  },
  {
    en: 'poison\\w*|toxic\\w*|contaminat\\w*|pollut\\w*|infest\\w*',
    ja: '(?<!消|の|病|中)毒|中毒|汚染|発がん',
    zh: '(?<!病|消)毒|污染|致癌',
    ko: '독성|중독|유독|오염|발암',
  },
  {
    en: 'explod\\w*|explosions?|blew up|blasts?|bomb(?:s|ed|ings?)?|arson\\w*',
    ja: '爆発|爆破|爆弾|放火',
    zh: '爆炸|炸[弹彈]|[纵縱]火',
    ko: '폭발|폭탄|방화',
  },
  {
    en: 'rap(?:e[ds]?|ing|ists?)|sexual\\w*|abus(?:e[ds]?|ing|ers?)|harass\\w*|molest\\w*|tortur\\w*',
    ja: '強姦|性的|性暴力|虐待|セクハラ|拷問|わいせつ',
    zh: '[强強][奸姦]|性侵|性[骚騷][扰擾]|虐待|酷刑',
    ko: '강간|성폭[력행]|성추행|성희롱|학대|고문',
  },
  {
    en: 'drunk\\w*|cocaine|heroin|narcotic\\w*',
    ja: '飲酒|酒気帯び|泥酔|麻薬|覚醒剤|大麻',
    zh: '酒[驾駕]|醉酒|酗酒|毒品|吸毒',
    ko: '음주|만취|마약|대마|필로폰',
  },
  {
    en: 'l(?:ied|iars?)|hiding|conceal\\w*|cover(?:ed)?[- ]up|cheat\\w*|deceiv\\w*|secretly|falsif\\w*|mislead\\w*|misled|scandal\\w*|fake\\w*',
    ja: '隠蔽|隠し|隠さ|隠した|嘘|うそ|虚偽|偽装|改ざん|不祥事|スキャンダル',
    zh: '[隐隱][瞒瞞藏]|[谎謊]|造假|作弊|[丑醜][闻聞]|[虚虛]假|篡改',
    ko: '은폐|숨[겼긴기]|거짓|허위|조작|부정행위|스캔들',
  },
  {
    en: 'passwords?|credentials|(?:credit )?card numbers?|bank details|pin codes?',
    ja: 'パスワード|暗証番号|口座番号|カード番号',
    zh: '密[码碼]|[验驗][证證][码碼]|卡[号號]',
    ko: '비밀번호|계좌번호|카드 ?번호',
  },
  {
    en: 'unsafe|deadly|lethal|terroris\\w*',
    ja: 'テロ(?!ワ|メ)',
    zh: '恐怖[袭襲分主]',
    ko: '테러',
  },
];

const patterns = new Map<string, RegExp[]>();

function patternsOf(language: string): RegExp[] {
  const base = language.slice(0, 2);
  const known = patterns.get(base);
  if (known !== undefined) return known;
  const made = kinds.map((words) => {
    const own = words[base] ?? '(?!)';
    return new RegExp(base === 'en' ? `(?<![\\p{L}-])(?:${own})(?![\\p{L}-])` : own, 'iu');
  });
  patterns.set(base, made);
  return made;
}

/** What a text tells of: a kind, by its place in the list, and the word that tells of it. */
export interface Grave {
  kind: number;
  word: string;
}

/** @returns one of each kind that is told of; [] for languages without words */
export function graveIn(text: string, language: string): Grave[] {
  return patternsOf(language).flatMap((pattern, kind) => {
    const word = pattern.exec(text)?.[0];
    return word === undefined ? [] : [{ kind, word }];
  });
}

/** A report may tell of deaths by words that are not grave by themselves: `lost 214 sheep`, `the victims`. */
const deaths = kinds.findIndex(({ en }) => en?.startsWith('dead'));
const milderDeaths =
  /\b(?:shot|slain|slaughter\w*|cull\w*|casualt\w*|victims?|lost (?:\d+ \p{L}|their|his|her|dozens|hundreds))/iu;

/** Does a text in any of the languages tell of that kind? */
export function tellsOf(kind: number, text: string): boolean {
  if (kind === deaths && milderDeaths.test(text)) return true;
  return graveLanguages.some((language) => patternsOf(language)[kind]?.test(text));
}

export const graveLanguages = ['en', 'ja', 'zh', 'ko'];
