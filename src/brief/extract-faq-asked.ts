/** Questions that a text puts by itself, to answer them in its next sentence. */

import { composed } from '../text/compose.ts';
import { addressesModel, addressesReader } from '../text/injection.ts';
import { howSpoken } from './extract-voice.ts';

/** Asked by a word of its own: the answer to others is yes or no, and seldom stands there. */
const asks: Record<string, RegExp> = {
  en: /^(?:(?:so|but|and),? )?(?:why|how|what|when|where|who|which)\b[^?]{4,100}\?$/iu,
  ja: /^(?:では、?|だが、?|しかし、?)?[^。？?「」]{0,20}(?:なぜ|どうして|どう|何|なに|いつ|どこ|誰|だれ|どれ|どの|いくら)[^。？?「」]{2,60}(?:か。|か？|か\?|？|\?)$/u,
  zh: /^[^，。「」“”]{0,16}(?:為什麼|为什么|為何|为何|怎麼|怎么|如何|什麼|什么|何時|何时|誰|谁|哪)[^。「」“”]{2,50}[？?]$/u,
  ko: /^(?:그렇다면 |그럼 )?[^.?“”]{0,16}(?:왜|어떻게|무엇|언제|어디|누가|누구|얼마|몇)[^.?“”]{1,50}\?$/u,
  th: composed(/^.{0,30}(?:ทำไม|อย่างไร|อะไร|เมื่อไร|เมื่อไหร่|ที่ไหน|ใคร|เท่าไร).{0,40}\?$/u),
};

/** Of a writer who speaks of the answer rather than gives it: `What does that mean for you?` */
const idle: Record<string, RegExp> = {
  en: /^(?:(?:so|but|and),? )?(?:what(?: is|'s)? next|who knows|what if|how about|what about)\b/iu,
};

/** @returns the question, where the sentence is one that can be put to a reader; else null */
export function questionIn(sentence: string, language: string): string | null {
  if (!/[?？]$|か。$/u.test(sentence)) return null;
  const code = language.slice(0, 2);
  const plain = sentence.normalize('NFKC').replaceAll('’', "'");
  if (!asks[code]?.test(code === 'en' ? plain : sentence) || idle[code]?.test(plain)) return null;
  // To ask is to address; what is looked for is what else it does.
  const told = sentence.replace(/[?？]$/u, '.');
  if (addressesModel(sentence, language) || addressesReader(told, language)) return null;
  if (howSpoken(sentence, language, false).voice !== 'report') return null;
  return sentence;
}
