/** Who speaks in a sentence, and whether it can be read without the one before it. */
import { composed } from '../text/compose.ts';
import { namesIn } from '../text/names.ts';

/**
 * `report`: the reporter, of others. `quotation`: mostly somebody's words. `scrap`: a piece of a longer speech, or one without
 * its speaker.
 * `personal`: the writer of themselves or to the reader ("we measured", "you can").
 */
export type Voice = 'report' | 'quotation' | 'scrap' | 'personal';

export interface Spoken {
  voice: Voice;
  /** Needs nothing before it: no pronoun or connective without what it points to, no speech cut open. */
  whole: boolean;
}

/** @param cut it begins or ends inside somebody's speech, see `cutSpeech` */
export function howSpoken(text: string, language: string, cut: boolean): Spoken {
  const plain = text.normalize('NFKC').replaceAll('’', "'").trim();
  const unquoted = withoutSpeech(plain);
  if (cut || !/\p{L}/u.test(unquoted)) return { voice: 'scrap', whole: false };
  return { voice: voiceOf(plain, unquoted, language), whole: !leans(plain, unquoted, language) };
}

function voiceOf(plain: string, unquoted: string, language: string): Voice {
  if (beginsQuoted.test(plain) || unquoted.length < 0.55 * plain.length) return 'quotation';
  return personal[language.slice(0, 2)]?.test(unquoted) ? 'personal' : 'report';
}

/** Does it lean on what was said before? */
function leans(plain: string, unquoted: string, language: string): boolean {
  const code = language.slice(0, 2);
  if (openers[code]?.test(plain.replace(/^["'“「『（(\s]+/u, '')) || gives[code]?.test(plain)) return true;
  if (code === 'en' && (thatDay.test(unquoted) || laterPointer.test(unquoted) || isVerbless(unquoted))) return true;
  const said = code === 'en' ? saidByPronoun.exec(unquoted) : null;
  return said !== null && namesIn(unquoted.slice(0, said.index), language).length === 0;
}

const speech = /“[^”]*”|"[^"]*"|「[^」]*」|『[^』]*』/gu;
const beginsQuoted = /^["“「『]/u;

/** What the reporter says of a sentence. */
export function withoutSpeech(text: string): string {
  return text.replace(speech, ' ');
}

/**
 * Which sentences begin or end inside a speech that its paragraph opened: `"I held on.` | `It was dark," he said.`
 * A new paragraph begins outside.
 *
 * @param paragraphs index of the first sentence of each
 */
export function cutSpeech(sentences: readonly string[], paragraphs: readonly number[]): boolean[] {
  const starts = new Set(paragraphs);
  let open = 0;
  return sentences.map((sentence, at) => {
    const before = starts.has(at) ? 0 : open;
    open = openAfter(sentence, before);
    return before > 0 || open > 0;
  });
}

function openAfter(sentence: string, before: number): number {
  let open = before;
  for (const [mark] of sentence.matchAll(/["“”「」『』]/gu)) {
    if (mark === '"') open = open > 0 ? open - 1 : 1;
    else if ('“「『'.includes(mark)) open += 1;
    else open = Math.max(0, open - 1);
  }
  return open;
}

const thatDay = /\b(?:that|the same) (?:day|night|morning|evening|afternoon|week|month|year)\b/iu;

/** `Over a whole day they moved more.` */
const laterPointer =
  /^(?:in|at|on|by|over|during|after|before|until|since|for|from|with|within|under) [\p{Ll}\d -]{2,24},? (?:he|she|it|they|his|her|its|their|this|these|those) /iu;

/** `Three days of rain.` Only short sentences are without a verb. */
function isVerbless(text: string): boolean {
  return text.length < 45 && !verb.test(text);
}

const verb =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|\p{L}{2,}ed|\p{L}+n't|\p{Ll}{2,}s(?! of\b)|said|told|made|took|came|went|got|gave|found|won|lost|fell|rose|hit|cut|set|put|led|left|kept|held|met|ran|saw|began|broke|brought|built|bought|sold|sent|spent|stood|thought|wrote)\b/u;

const saidVerb = 'said|says|added|adds|told|wrote|explained|continued|noted|recalled|joked|insisted|testified';
/** Without a name before it nothing says who. */
const saidByPronoun = new RegExp(`\\b(he|she|they|it) (also )?(${saidVerb})\\b`, 'iu');

const pronouns = `he|she|it|they|him|them|his|her|hers|its|their|theirs|this|that|these|those|such|both(?! (\\p{Lu}|the|of the))|others|another|neither|none`;
const connectives = `but|and|so|or|nor|yet|also|however|instead|still|meanwhile|then|therefore|thus|hence|indeed|otherwise|besides
  |moreover|furthermore|similarly|likewise|alternatively|nevertheless|nonetheless|additionally|conversely|consequently|eventually
  |as a result|in addition|in other words|in turn|in response|in contrast|by contrast|for example|for instance|for comparison
  |on the other hand|at the same time|after that|before that|of (these|those|them)|among (these|those|them)|because of (this|that)|from (there|then)|there(?! (is|are|was|were|has|have|had|will))|now (he|she|they|it)
  |despite (this|that)|the (same|latter|former|other|others|two|pair|concern|idea|point|answer|reason|problem|question|rest|(first|second|third|fourth|last)(?= (\\w+ed|had|has|was|is|did|won|lost|took|came|said))|(remaining|others?) \\w+)`;

const openers: Record<string, RegExp> = {
  en: new RegExp(`^(${pronouns}|${connectives.replace(/\s*\n\s*/gu, '')})(?![\\p{L}\\d])`, 'iu'),
  ja: /^(彼ら?|彼女ら?|これ|それ|あれ|この|その|あの|同(社|氏|署|市|県|省|国|日|年)|両者|両社|こうした|そうした|こう|そう|ここ|そこ|また|なお|しかし|一方|ただ|さらに|そして|だが|ところが|でも|だから|たとえば|例えば|つまり|とはいえ|それでも|ほかに|他に)/u,
  zh: /^(他|她|它|这|這|那|该|該|其(?!实|實)|此|两者|兩者|后者|後者|但|而|不過|不过|然而|之后|之後|随后|隨後|同时|同時|另外|此外|因此|所以|例如|比如|另一方面|相反|接著|接着|至於|至于|其中|也|因為|因为)/u,
  ko: /^(그(?!룹|림|동안|랜드|린|래픽)|이(는|에|를|로|와|들?은|날|번|같은|처럼|어)\s?|이\s(?!대통령|후보|총리|장관|회장|대표|의원|교수|감독|씨)|저\s|해당|하지만|또한?\s|한편|다만|이어|아울러|게다가|그러면서|반면|따라서|예를 들어|특히)/u,
  th: composed(
    /^(แต่|และ|ซึ่ง|อย่างไรก็ตาม|ทั้งนี้|นอกจากนี้|เขา|เธอ|มัน|หลัง(?!คา)|โดย(?!สาร)|ส่วน(?!แบ่ง|กลาง)|เพราะ|เนื่องจาก|ทำให้|จึง|รวมถึง|ขณะที่|สำหรับ|พร้อม)/u,
  ),
};

/** A reason for what stands before it. */
const gives: Record<string, RegExp> = {
  ja: /(から|ため|わけ)だ(という|と[^。、]{2,16}(説明|話|語|述べ)[^。]{0,6})?。$/u,
  ko: /때문이다\.$/u,
};

const personal: Record<string, RegExp> = {
  en: /\b(I|[Mm]y|me|mine|[Ww]e|us|[Oo]urs?|[Yy]ou|[Yy]ours?)(?=[\s,.;:!?']|$)/u,
  ja: /私(?!立|的|有|鉄|服|費|財|物|用|設)|僕|筆者|記者は|我々|われわれ|あなた|(て|で)みた。|感じた。|と思う。|結論から言うと/u,
  zh: /我(?!國|国|军|軍)|咱|您|你|筆者|笔者/u,
  ko: /(^|\s)(나는|내가|나의|저는|제가|우리는|우리가|당신)/u,
};
