/** Whether two words share a beginning or one holds the other: invent, inventor; 投資, 投資家. */
export function akin(a: string, b: string): boolean {
  const cjk = scripts.test(a);
  const least = cjk ? 2 : 4;
  if (a.length < least || b.length < least) return false;
  if (cjk) return a.includes(b) || b.includes(a);
  return a.slice(0, 5) === b.slice(0, 5) || (a.length > 5 && (a.includes(b) || b.includes(a)));
}

const scripts = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u;
