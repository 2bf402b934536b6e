/**
 * Thai ends no sentence with a mark: a space stands between clauses, and also around numbers and foreign words. A space
 * is taken for an end when enough text stands before it and what follows can begin a sentence.
 */

const leastCharacters = 50;
const mostCharacters = 220;
/** Begin a new statement more often than not. */
const opener =
  /^(นอกจากนี้|ทั้งนี้|อย่างไรก็ตาม|ขณะที่|ด้าน|ส่วน|สำหรับ|โดย|แต่|ล่าสุด|ก่อนหน้านี้|หลังจาก|เมื่อ|ต่อมา|จากนั้น|ดังนั้น|ใน|นาย|นาง)/u;
/** Go on with what was said. */
const joiner = /^(และ|หรือ|ซึ่ง|ที่|ว่า|ของ|กับ|จาก|ให้|เพื่อ|รวมถึง|รวมทั้ง|จึง|ก็|ได้|ถึง|ๆ|[\d%(,.])/u;

export function splitThai(text: string): string[] {
  const sentences: string[] = [];
  let current = '';
  for (const clause of text.split(/(?<=\s)/u)) {
    if (current !== '' && breaks(current, clause)) {
      sentences.push(current.trim());
      current = '';
    }
    current += clause;
  }
  if (current.trim() !== '') sentences.push(current.trim());
  return sentences;
}

function breaks(current: string, clause: string): boolean {
  const before = current.trim();
  if (/[.!?…][”"’)\]]*$/u.test(before) && !/\d\.$|(^|\s)\p{L}{1,3}\.$|[\u0e00-\u0e7f]{1,4}\.$/u.test(before))
    return true;
  if (joiner.test(clause) || /[\dA-Za-z(,]$/u.test(before) || /^[A-Za-z]/u.test(clause))
    return before.length > mostCharacters;
  return before.length >= (opener.test(clause) ? leastCharacters / 2 : leastCharacters);
}
