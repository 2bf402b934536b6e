/** Whether two words share a beginning or one holds the other: invent, inventor; 投資, 投資家. */
export function akin(a: string, b: string): boolean {
  if (hangul.test(a)) return shareRoot(a, b);
  const cjk = scripts.test(a);
  const least = cjk ? 2 : 4;
  if (a.length < least || b.length < least) return false;
  if (cjk) return a.includes(b) || b.includes(a);
  return a.slice(0, 5) === b.slice(0, 5) || (a.length > 5 && (a.includes(b) || b.includes(a)));
}

/** Korean verbs change within the syllable: 늘어난 and 늘었다 begin with the same letters. */
function shareRoot(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) > 1 && (a.includes(b) || b.includes(a))) return true;
  const [one, other] = [a.normalize('NFD'), b.normalize('NFD')];
  return one.length > leastLetters && one.slice(0, leastLetters) === other.slice(0, leastLetters);
}

const hangul = /^\p{Script=Hangul}+$/u;
const leastLetters = 5;

const scripts = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u;
