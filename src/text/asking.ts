/** What of a question only asks: `tell me`, `please`, `do you know`, `tomorrow`. It says nothing of which story is meant. */

const english = [
  'please|pls',
  '(?:can|could|would|will) you(?: (?:please|tell|explain|ask|look up|find out))*',
  '(?:tell|show|give) (?:me|us)(?: (?:more|everything|something))?',
  'let (?:me|us) know',
  '(?:do|did) you (?:know|hear|read)',
  "what(?:'?s| is| has)? (?:happened|happening|going on)(?: (?:to|with))?",
  "i(?:'d| would)? (?:want|like|wanted) to (?:know|ask|hear|read)",
  'i (?:wonder|have a question|am asking)|may i ask',
  '(?:is|are) there (?:any|some)(?:thing)?',
  '(?:any|some|the|latest|recent)(?: (?:latest|recent))? news(?: (?:on|about|of|from))?',
  'tomorrow|today|tonight|yesterday|right now|lately|recently|these days',
];
const others = [
  '教えて(?:ください|下さい|ほしい)?|知りたい(?:です)?|聞きたい(?:です)?|についての?|に関する',
  '請問|請|告訴我|我想知道|我想問|你知道|介紹一下|說說看?',
  '알려 ?(?:줘요?|주세요)|궁금(?:해요?|합니다)|말해 ?(?:줘요?|주세요)|에 ?대해서?',
  'บอก(?:หน่อย|ที)?|อยากรู้(?:ว่า)?|ช่วย(?:บอก|เล่า)?|หน่อย',
];
const asking = new RegExp(`(?<![\\p{L}\\p{N}])(?:${english.join('|')})(?![\\p{L}\\p{N}])|${others.join('|')}`, 'giu');

/** @returns the question itself where it does nothing but ask. */
export function withoutAsking(question: string): string {
  const left = question.replace(asking, ' ').replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(left) ? left : question;
}
