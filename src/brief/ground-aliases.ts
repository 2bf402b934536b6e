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
  const wanted = letters.replace(/s$/u, '');
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

const commonAbbreviations = new Set(
  'sns os pc it tv cm dx ev npo ngo gdp pr hp url id pdf led dna gps usb sim app km kg cm mm kwh gw mw ok vs'.split(
    ' ',
  ),
);

/** Latin letters that Japanese, Chinese, Korean and Thai use for common things, not for names. */
export function isCommonAbbreviation(word: string): boolean {
  return commonAbbreviations.has(word.toLowerCase());
}
