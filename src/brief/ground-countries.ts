/** Countries by their names in our languages, as ICU has them: they compare across languages without a model. */

const codes =
  'AE AF AL AM AO AR AT AU AZ BA BD BE BG BH BO BR BW BY CA CH CL CM CN CO CR CU CY CZ DE DK DZ EC EE EG ES ET FI FR GA GB GE GR GT HK HN HR HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KP KR KW KZ LA LB LK LS LT LU LV LY MA MG MK MM MN MT MU MV MW MX MY MZ NA NG NI NL NO NP NZ OM PA PE PG PH PK PL PS PT PY QA RO RS RU RW SA SD SE SG SK SI SN SO SV SY TH TJ TM TN TR TW TZ UA UG US UY UZ VE VN YE ZA ZM ZW'.split(
    ' ',
  );

/** Shorter names that ICU does not give. */
const shorter: Record<string, Record<string, string>> = {
  en: {
    US: 'u.s.|us|united states|america|american|americans|washington',
    GB: 'uk|u.k.|britain|british|united kingdom|england|english|london',
    KR: 'korea|south korea|south korean|seoul',
    KP: 'north korea|north korean|pyongyang',
    CN: 'china|chinese|beijing',
    JP: 'japan|japanese|tokyo',
    TW: 'taiwan|taiwanese|taipei',
    FR: 'france|french|paris',
    DE: 'germany|german|germans|berlin',
    RU: 'russia|russian|russians|moscow|kremlin',
    IL: 'israel|israeli|israelis',
    IN: 'india|indian|indians|delhi',
    NL: 'netherlands|dutch',
    CH: 'switzerland|swiss',
    ES: 'spain|spanish',
    UA: 'ukraine|ukrainian|ukrainians|kyiv',
    TR: 'turkey|turkish|türkiye',
    CA: 'canada|canadian|canadians',
    DK: 'denmark|danish',
    SE: 'sweden|swedish',
    FI: 'finland|finnish',
    NO: 'norway|norwegian',
    PL: 'poland|polish',
    GR: 'greece|greek',
    IE: 'ireland|irish',
    PH: 'philippines|philippine|filipino',
    TH: 'thailand|thai',
    HK: 'hong kong',
    AE: 'uae|emirates|emirati',
    AF: 'afghan|afghans',
    AR: 'argentine|argentines',
    BE: 'belgian|belgians',
    CZ: 'czech|czechs',
    HR: 'croat|croats',
    IS: 'icelandic',
    KZ: 'kazakh|kazakhs',
    LB: 'lebanese',
    MM: 'burmese|myanmar',
    NZ: 'new zealander|new zealanders',
    PE: 'peruvian|peruvians',
    PT: 'portuguese',
    RS: 'serb|serbs',
    SA: 'saudi|saudis',
    SI: 'slovene|slovenes',
    SK: 'slovak|slovaks',
    UZ: 'uzbek|uzbeks',
  },
  ja: { US: '米国|アメリカ', GB: '英国|イギリス', KR: '韓国', KP: '北朝鮮', RU: 'ロシア', HK: '香港', FR: 'フランス' },
  zh: { US: '美国|美國', GB: '英国|英國', KR: '韩国|韓國|南韓', KP: '朝鲜|北韓|朝鮮', HK: '香港', CN: '中国|中國' },
  ko: { US: '미국', GB: '영국', KR: '한국', KP: '북한', HK: '홍콩' },
  th: { US: 'สหรัฐ', GB: 'อังกฤษ', KR: 'เกาหลีใต้', KP: 'เกาหลีเหนือ', HK: 'ฮ่องกง' },
};

const seats = new Set(
  'washington london seoul pyongyang beijing tokyo taipei paris berlin moscow kremlin delhi kyiv'.split(' '),
);

/** A city that stands for its country. @param word in lower case. */
export function isSeat(word: string): boolean {
  return seats.has(word);
}

/** One character that stands for the country in headlines and compounds: good enough to state it, not to claim it. */
const inShort: Record<string, Record<string, RegExp>> = {
  ja: {
    US: /米(?!粉|価|作|飯|穀|屋)|ワシントン|ホワイトハウス/u,
    TW: /[訪在対駐]台|台湾|台北/u,
    GB: /英(?!語|雄)/u,
    FR: /仏(?!教|像)/u,
    DE: /独(?!自|立|特|占|身|学)/u,
    RU: /露(?!出|呈)/u,
    KR: /韓/u,
    IT: /伊/u,
    AU: /豪(?!雨|華|雪)/u,
    JP: /[訪在来対滞駐]日|日[米中韓朝英独仏露豪印]|[米中韓]日|邦人/u,
    CN: /[訪在対駐]中|[日米]中|北京/u,
  },
  zh: {
    US: /美(?![丽麗食术術好容])/u,
    GB: /英(?![语語雄])/u,
    RU: /俄/u,
    KR: /[韩韓]/u,
    JP: /[访訪在对對驻駐]日|日[本元圆圓媒方美韩韓]|中日/u,
    DE: /德[国國]|[中英法]德/u,
    FR: /法[国國]|[中英]法/u,
    CN: /[访訪在对對驻駐]华|中方|[美日]中/u,
    TW: /[侵抵來来访訪在赴駐驻對对]台|台[灣湾商廠厂股幣币]/u,
  },
  ko: {
    US: /[한북]미|[방대주]미|미[국·]/u,
    JP: /[한방대주]일(?!\p{L})|한일/u,
    CN: /[한방대주]중(?!\p{L})|한중/u,
    KR: /한[미일중]|방한|국내/u,
  },
};

/** The countries that a text states by one character alone: `訪日`, `米`. */
export function countriesInShort(text: string, language: string): string[] {
  return Object.entries(inShort[language.slice(0, 2)] ?? {}).flatMap(([code, pattern]) =>
    pattern.test(text) ? [code] : [],
  );
}

type Named = { code: string; pattern: RegExp };
const byLanguage = new Map<string, Named[]>();

/** @returns country code → the name found. */
export function countriesIn(text: string, language: string): Map<string, string> {
  const lower = text.toLowerCase();
  const found = new Map<string, string>();
  // Korea alone is the southern one.
  const south = lower.replaceAll(/\bnorth korean?s?\b/gu, ' ');
  for (const { code, pattern } of countriesOf(language)) {
    const match = pattern.exec(code === 'KR' ? south : lower);
    if (match !== null) found.set(code, match[0]);
  }
  return found;
}

function countriesOf(language: string): Named[] {
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const official = new Intl.DisplayNames(language, { type: 'region' });
  const also = shorter[language.slice(0, 2)] ?? {};
  const made = codes.map((code) => {
    const name = (official.of(code) ?? code).toLowerCase();
    return { code, pattern: patternOf([...(also[code]?.split('|') ?? []), name], language) };
  });
  byLanguage.set(language, made);
  return made;
}

function patternOf(names: string[], language: string): RegExp {
  const any = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|');
  if (!/^(ja|zh|ko|th)/u.test(language))
    return new RegExp(`(?<![\\p{L}\\d])(?:${any}|${adjectives(names)})(?![\\p{L}\\d])`, 'u');
  // Short katakana names stand inside other words: the run must be the name alone.
  return /^ja/u.test(language) ? new RegExp(`(?<![ァ-ヴー])(?:${any})(?![ァ-ヴー])`, 'u') : new RegExp(any, 'u');
}

/** `iran` → `iranian`; `italy` → `italian`. */
function adjectives(names: string[]): string {
  return names.map((name) => `${name.replace(/(?:ia|y|a|an|e|o)$/u, '')}(?:ian|ean|an|ese|i|ish|n)s?`).join('|');
}
