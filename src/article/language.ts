import { eld } from 'eld/small';
import { normalLanguage } from './tag.ts';

/**
 * The language of a text: its script says it where only one language uses it, a detector by letter groups says the
 * rest. A text too short to tell has the language that was declared.
 *
 * @param declared BCP 47, as the page or the feed says; often a template's default.
 * @returns BCP 47: `en`, `ja`, `zh-TW`, `zh-CN`, `ko`, …; `und` where nothing tells.
 */
export function detectLanguage(text: string, declared: string | null = null): string {
  const sample = text.slice(0, sampleLength).replace(/https?:\/\/\S+/g, ' ');
  return (
    (otherScripts.test(sample) ? byScript(sample) : null) ??
    byLetters(sample, declared) ??
    normalLanguage(declared) ??
    'und'
  );
}

/** More letters tell no more, and an article may begin with a list of foreign names. */
const sampleLength = 1500;
const detectorLength = 500;

// Letters beyond Latin; punctuation, signs and emoji say nothing.
const otherScripts = /[\u0370-\u1dff\u2e80-\ud7ff\uf900-\uffdc]/;

function byScript(text: string): string | null {
  const letters = count(text, /\p{L}/gu);
  if (letters === 0) return null;
  const kana = count(text, /[\u3041-\u30ff]/g);
  const han = count(text, /\p{Script=Han}/gu);
  // A Japanese text may be full of English names; a Chinese one has no kana beyond a quoted word.
  if (kana > 1 && kana * 12 > han && (kana + han) * 5 > letters) return 'ja';
  if (han * 4 > letters) return traditionalOrSimplified(text);
  for (const [script, language] of scripts) if (count(text, script) * 3 > letters) return language;
  return null;
}

const scripts: [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Bengali}/gu, 'bn'],
];

// Common characters that are written in one of the two ways only.
const traditional =
  /[們這個國來時對會後發說還過學為與從開關進無現經點當機應將樣實業電話問題產種間長動東車書見門馬風龍]/gu;
const simplified =
  /[们这个国来时对会后发说还过学为与从开关进无现经点当机应将样实业电话问题产种间长动东车书见门马风龙]/gu;

function traditionalOrSimplified(text: string): string {
  return count(text, traditional) > count(text, simplified) ? 'zh-TW' : 'zh-CN';
}

const shortestSample = 40;

function byLetters(text: string, declared: string | null): string | null {
  const known = normalLanguage(declared);
  if (count(text, /\p{L}/gu) < shortestSample && known !== null) return known;
  const found = eld.detect(text.slice(0, detectorLength));
  if (!found.language) return null;
  return found.isReliable() || known === null ? found.language : known;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
