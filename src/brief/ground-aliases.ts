/** The other forms in which a careful writer may put an English name. */

const groups = [
  ['us', 'u.s.', 'u.s', 'usa', 'united states', 'america', 'american', 'americans', 'washington'],
  ['uk', 'u.k.', 'u.k', 'united kingdom', 'britain', 'british', 'briton', 'britons'],
  ['eu', 'e.u.', 'european union', 'europe', 'european', 'brussels'],
  ['un', 'u.n.', 'united nations'],
  ['ai', 'a.i.', 'artificial intelligence'],
  ['uae', 'united arab emirates', 'emirati'],
  ['china', 'chinese', 'beijing'],
  ['russia', 'russian', 'russians', 'moscow', 'kremlin'],
  ['france', 'french'],
  ['germany', 'german', 'germans'],
  ['spain', 'spanish', 'spaniards'],
  ['netherlands', 'dutch'],
  ['switzerland', 'swiss'],
  ['denmark', 'danish', 'danes'],
  ['sweden', 'swedish', 'swedes'],
  ['norway', 'norwegian', 'norwegians'],
  ['finland', 'finnish', 'finns'],
  ['poland', 'polish', 'poles'],
  ['turkey', 'türkiye', 'turkish', 'turks'],
  ['greece', 'greek', 'greeks'],
  ['ireland', 'irish'],
  ['scotland', 'scottish', 'scots'],
  ['wales', 'welsh'],
  ['england', 'english'],
  ['israel', 'israeli', 'israelis'],
  ['philippines', 'philippine', 'filipino', 'filipinos'],
  ['thailand', 'thai', 'thais'],
  ['ukraine', 'ukrainian', 'ukrainians'],
  ['peru', 'peruvian'],
  ['ceo', 'chief executive', 'chief executive officer'],
  ['tv', 'television'],
  ['celsius', '°c', 'degrees', 'c'],
  ['fahrenheit', '°f', 'degrees'],
];

const byAlias = new Map(groups.flatMap((group) => group.map((alias) => [alias, group] as const)));
/** Words that are only part of a name: `states` is as good as `US` has it, but not as `european` has `union`. */
const parts: Record<string, string[]> = {
  states: ['us', 'u.s.', 'usa', 'america', 'american', 'americans'],
  kingdom: ['uk', 'u.k.', 'britain', 'british'],
  nations: ['un', 'u.n.'],
  union: ['eu', 'e.u.'],
  united: ['us', 'u.s.', 'usa', 'america', 'american', 'uk', 'u.k.', 'britain', 'british', 'un', 'u.n.', 'uae'],
};

/** @param word in lower case. @returns its other forms, in lower case. */
export function aliasesOf(word: string): string[] {
  const own = byAlias.get(word) ?? [];
  return [...own, ...(parts[word] ?? [])].filter((alias) => alias !== word);
}

/** `chinese` and `china` share a root; null for words too short to tell. */
export function demonymRoot(word: string): string | null {
  const root = word.replace(/(?:ese|ians?|eans?|ans?|is?|ia|a|y|s|e|n)$/u, '');
  return root.length >= 4 || (root.length >= 3 && /^(chin|cub|mal|kore|iraq|iran|ind)/u.test(root)) ? root : null;
}

const smallWords = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'a']);

/** `WHO` where `World Health Organization` stands, and the other way round for one of its words. */
export function initialsIn(word: string, sentences: readonly string[]): boolean {
  const letters = word.replaceAll('.', '');
  if (!/^\p{Lu}{2,6}s?$/u.test(letters)) return false;
  // The US Air Force is the USAF where the text only has the Air Force.
  const wanted = letters.replace(/s$/u, '').replace(/^(?:US|UK)(?=\p{Lu}{2})/u, '');
  return sentences.some((sentence) => {
    const list = sentence.split(/[\s-]+/u).map((part) => part.replace(/^[^\p{L}]+/u, ''));
    const initials = list.filter((part) => part !== '' && !smallWords.has(part)).map((part) => part[0] ?? '');
    const text = initials.join('');
    // Two letters meet by chance: they need their capitals.
    return wanted.length === 2 ? text.includes(wanted) : text.toUpperCase().includes(wanted);
  });
}

const titles = new Set(
  `mr mrs ms dr prof sir lord lady president vice minister prime chancellor senator governor mayor secretary king queen prince
  princess pope general colonel captain judge professor chairman chairwoman director chief executive officer ceo cto cfo
  coo spokesman spokesperson spokeswoman ambassador commissioner`.split(/\s+/u),
);

/** A role, not a name. */
export function isTitle(word: string): boolean {
  return titles.has(word.toLowerCase().replace(/\.$/u, ''));
}

const institutions = new Set(
  `ministry treasury department government parliament diet cabinet court supreme high agency office bureau commission committee
  council party bank university institute city prefecture state police army stock exchange group company corporation economy
  finance foreign affairs justice health defense defence education trade industry`.split(/\s+/u),
);

/** What an institution is, rather than which. */
export function isInstitution(word: string): boolean {
  return institutions.has(word.toLowerCase());
}

/** Bodies that the press of every language writes by the same letters, and what they are called at length. */
const organizations: Record<string, RegExp> = {
  WHO: /世界保健機関|世界[卫衛]生[组組][织織]|世[卫衛]|세계보건기구/u,
  IEA: /国際エネルギー機関|[国國][际際]能源[总總]?署|국제에너지기구/u,
  IAEA: /国際原子力機関|[国國][际際]原子能[机機][构構]|국제원자력기구/u,
  IMF: /国際通貨基金|[国國][际際][货貨][币幣]基金|국제통화기금/u,
  WTO: /世界貿易機関|世界[贸貿]易[组組][织織]|世[贸貿]|세계무역기구/u,
  OECD: /経済協力開発機構|[经經][济濟]合作(?:[与與]|暨)?[发發]展[组組][织織]|경제협력개발기구/u,
  OPEC: /石油輸出国機構|石油[输輸]出[国國][组組][织織]|석유수출국기구/u,
  NATO: /北大西洋条約機構|北大西洋公[约約]|北[约約]|북대서양조약기구/u,
  ASEAN: /東南アジア諸国連合|[东東]南[亚亞][国國]家[联聯]盟|[东東]盟|[东東][协協]|동남아시아국가연합|아세안/u,
  EU: /欧州連合|[欧歐][盟洲]|유럽연합/u,
  UN: /国連|国際連合|[联聯]合[国國]|유엔|국제연합/u,
  ECB: /欧州中央銀行|[欧歐]洲[中央]+[银銀]行|[欧歐]洲央行|유럽중앙은행/u,
  FRB: /連邦準備|[联聯]邦[储儲][备備]|美[联聯][储儲]|[联聯]准[会會]|연방준비|연준/u,
  UNICEF: /ユニセフ|国連児童基金|[儿兒]童基金|유니세프/u,
  UNESCO: /ユネスコ|国連教育科学文化機関|教科文[组組][织織]|유네스코/u,
  IPCC: /気候変動に関する政府間パネル|政府[间間][气氣]候[变變]化|기후변화에 관한 정부간/u,
  IOC: /国際オリンピック委員会|[国國][际際][奥奧](?:林匹克)?委|국제올림픽위원회/u,
  FIFA: /国際サッカー連盟|[国國][际際]足[联聯球]|국제축구연맹/u,
  NASA: /航空宇宙局|航空航天局|航[天太]局|太空[总總]署|항공우주국|나사/u,
  JAXA: /宇宙航空研究開発機構/u,
};

/** @returns how other scripts write it at length; null for letters that stand for no such body. */
export function organizationOf(letters: string): RegExp | null {
  return organizations[letters.toUpperCase()] ?? null;
}

/** @returns the ways to write those bodies that a text names. */
export function organizationsIn(text: string): RegExp[] {
  return Object.values(organizations).filter((pattern) => pattern.test(text));
}

const commonAbbreviations = new Set(
  'sns os pc it tv cm dx ev npo ngo gdp pr hp url id pdf led dna gps usb sim app ai mvp mou esg ict iot it m&a ipo fta gpu cpu dna hiv pcr sf vip km kg cm mm kwh gw mw ok vs'.split(
    ' ',
  ),
);

/** Latin letters that Japanese, Chinese, Korean and Thai use for common things, not for names. */
export function isCommonAbbreviation(word: string): boolean {
  return commonAbbreviations.has(word.toLowerCase());
}
