/** Whether a full stop belongs to an abbreviation rather than to the end of a sentence. */

/** Never end a sentence: something always follows. */
const leading = new Set(
  `mr mrs ms dr prof sr st mt messrs mme mlle rev hon gen col lt capt cmdr sgt cpl pvt maj brig adm gov sen rep pres supt det insp
  fr jan feb mar apr jun jul aug sep sept oct nov dec no nos fig figs vol v vs viz cf al ca approx est ed eds pp op ft art sec eq
  e.g i.e dept univ asst assoc`.split(/\s+/u),
);

/** May end one: then what follows begins like a sentence. */
const trailing = new Set(
  `inc corp ltd co llc plc bros jr sr etc a.m p.m u.s u.k u.n e.u d.c u.s.a ph.d m.d b.a m.a b.c a.d esq ave blvd rd min max
  l.a n.y`.split(/\s+/u),
);

const starters = new Set(
  `the a an this that these those it its he she they we i you his her their our my there here in on at as by for from with
  after before when while if since during under over but and or so yet however meanwhile although though because despite
  what who why how where which then now also one some many most all both each no not according earlier later last`.split(
    /\s+/u,
  ),
);

/**
 * @param before what stands before the stop, at least its last word
 * @param after what follows the stop and its white space
 */
export function endsByAbbreviation(before: string, after: string, language: string): boolean {
  const word = /[^\s"'“‘([]+$/u.exec(before)?.[0] ?? '';
  if (/^\p{Lu}$/u.test(word)) return isInitial(before, word, after);
  if (/^\d{1,2}$/u.test(word) && before.trim() === word) return true;
  if (!/^en\b/u.test(language)) return /^(\p{L}\.)+\p{L}$/u.test(word);
  const known = word.toLowerCase();
  if (leading.has(known)) return !(known === 'no' && !/^\d/u.test(after));
  if (trailing.has(known) || /^(\p{L}\.)+\p{L}$/u.test(word)) return !startsLikeSentence(after);
  return false;
}

/** `George W. Bush`, `J. Doe`; but not `vitamin C. It`, nor `and I. The`. */
function isInitial(before: string, letter: string, after: string): boolean {
  if (letter === 'I' && /\p{Ll} I$/u.test(before)) return false;
  const named =
    /(^|[\s“"(.-])\p{Lu}[\p{L}.'’-]*\s+\p{Lu}$/u.test(before) ||
    before.trim() === letter ||
    /\.\s?\p{Lu}$/u.test(before);
  return (named && !startsLikeSentence(after)) || (/^\p{Lu}/u.test(after) && !startsLikeSentence(after));
}

function startsLikeSentence(after: string): boolean {
  const word = /^["'“‘(]*([\p{L}]+)/u.exec(after)?.[1];
  return word !== undefined && starters.has(word.toLowerCase());
}
