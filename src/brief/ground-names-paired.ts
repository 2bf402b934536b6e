/**
 * Names of a claim in Japanese, Chinese or Korean on sentences in Latin letters, or the other way round, each listed with
 * its spelling there. It must agree with it: by its sound, by how a surname is read, or as a place, country or firm that
 * the world knows.
 */
import { foldHan } from '../story/han.ts';
import { conceptsIn } from '../story/lexicon.ts';
import { isLoanword, openingWords } from '../text/name-lists.ts';
import { isInstitution } from './ground-aliases.ts';
import { countriesIn } from './ground-countries.ts';
import type { Evidence } from './ground-evidence.ts';
import { isReadAs, surnameReading } from './ground-name-readings.ts';
import type { NamePair } from './ground-names.ts';
import { isPersonKorean } from './ground-names-korean.ts';
import { isSpelled } from './ground-script-told.ts';
import { alike, bestLikeness, mayBeSpelling, soundLikeness } from './ground-sound.ts';
import { namesAny, worldNamesIn } from './ground-world-names.ts';

const latin = /^[\p{Script=Latin}\p{N}\s.,&'’()+/-]+$/u;
const kana = /[ァ-ヴー]{2,}/gu;

/** Is a name paired with what cannot be its spelling? */
export function isFalsePair({ text, source }: NamePair, evidence: Evidence, language: string): boolean {
  const [name, spelling] = latin.test(source) ? [text, source] : [source, text];
  if (latin.test(name) || !latin.test(spelling)) return false;
  const written = name === text ? language.slice(0, 2) : evidence.language.slice(0, 2);
  const [claimed, stated] = [countriesIn(name, written), countriesIn(spelling, 'en')];
  if (claimed.size > 0) return stated.size > 0 && ![...claimed.keys()].some((code) => stated.has(code));
  const isShort = /^[A-Z]{2,5}$/u.test(spelling);
  const known = isShort ? undefined : worldNamesIn(name, written).find(({ text: found }) => isMainly(name, found));
  if (known !== undefined) return !namesAny(spelling, known.latin) && !mayBeSpelling(name, spelling);
  const id = entityIn(name, written);
  if (id !== null) return !conceptsIn(spelling, 'en').includes(id) && !mayBeSpelling(name, spelling);
  if (isPersonSpelled(spelling) && isMisread(name, spelling)) return true;
  const sounded = soundedPart(name, written);
  if (sounded === '' || isShort) return false;
  if ((written === 'ja' || isAllSpelled(name)) && !mayBeSpelling(sounded, spelling)) return true;
  return name === text && isSpelledElsewhere(sounded, bestLikeness(sounded, spelling), evidence);
}

/** パリ市 is of Paris; カリフォルニア大学バークレー校 is spelled by more than California. */
function isMainly(name: string, found: string): boolean {
  const rest = [name, foldHan(name)].find((one) => one.startsWith(found))?.slice(found.length);
  return rest !== undefined && !/[ァ-ヴー]{2}|[·•・]/u.test(rest) && rest.length <= 3;
}

/** What a name is known as all over the world; null where only a part of it is, or nothing. */
function entityIn(name: string, language: string): string | null {
  const [id, ...more] = conceptsIn(name, language);
  if (id === undefined || more.length > 0 || id.startsWith('#')) return null;
  const isPart = [name.slice(1), name.slice(0, -1)].some((part) => conceptsIn(part, language).includes(id));
  return isPart ? null : id;
}

/** Kenji Mori; not Kestrel Bank. */
function isPersonSpelled(spelling: string): boolean {
  return /^\p{Lu}\p{Ll}+(?:[\s-]\p{L}\p{Ll}+){1,2}$/u.test(spelling) && !spelling.split(' ').some(isInstitution);
}

const ofBodies = /[庁省社所局署会市県区島法党駅川山院校店団館]$|(?:銀行|証券|大学|通商|電機|自動車)$/u;

/** 佐藤健 for Kenji Mori; 김민수 for Priya Nair. */
function isMisread(name: string, spelling: string): boolean {
  if (/^[가-힣]{3}$/u.test(name) && isPersonKorean(name)) return !mayBeSpelling(name, spelling.replace(/[\s-]/gu, ''));
  const reading = ofBodies.test(name) ? null : surnameReading(name);
  return reading !== null && !isReadAs(reading, spelling.toLowerCase());
}

/** What of a name is spelled by its sound: everyday words and what the thing is left out. */
function soundedPart(name: string, language: string): string {
  if (language === 'ko') return name.replace(ofKorean, '');
  if (language === 'ja') return (name.match(kana) ?? []).filter((run) => !isLoanword(run)).join('・');
  return (foldHan(name).match(/\p{Script=Han}+/gu) ?? []).filter(isSpelled).join('·');
}

/** In Chinese, three characters of a foreign name or more, and no other. */
function isAllSpelled(name: string): boolean {
  const plain = foldHan(name).replace(/[·•・]/gu, '');
  return plain.length > 2 && /^\p{Script=Han}+$/u.test(plain) && isSpelled(plain);
}

const ofKorean = /\s?(?:은행|대학교|대학|그룹|증권|항공|신문|전자|자동차|공항|광장|거리|[강섬산시주군호만법상사])$/u;

/** By how much another must be more alike. */
const clearly = 0.2;

/** Does the article, elsewhere, have a name that it sounds like, more than like its own? */
export function isSpelledElsewhere(name: string, own: number, evidence: Evidence): boolean {
  return latinNamesOf(evidence.whole).some((other) => {
    if (!/^[\p{Script=Latin}\s'-]{3,}$/u.test(other) || evidence.text.includes(other.toLowerCase())) return false;
    const likeness = Math.max(soundLikeness(name, other), ...partsOf(other).map((part) => soundLikeness(name, part)));
    return likeness >= alike && likeness > own + clearly;
  });
}

/** Also those that only ever open a sentence, be they names or not. */
function latinNamesOf({ known, texts }: Evidence['whole']): string[] {
  const opening = texts.flatMap((text) => /^\p{Lu}\p{Ll}{3,}/u.exec(text)?.[0] ?? []);
  return [...known, ...opening.filter((word) => !openingWords.has(word.toLowerCase()))];
}

function partsOf(name: string): string[] {
  return name.split(' ').filter((part) => part.length >= 4);
}

/** マー氏 on `she`, whom the sentence before names. */
export function isMeantAbroad(name: string, { references }: Evidence, language: string): boolean {
  return references.some(({ antecedents }) => {
    const plain = antecedents.toLowerCase();
    if (latin.test(name)) return plain.includes(name.toLowerCase());
    return (plain.match(/\p{Script=Latin}{3,}/gu) ?? []).some(
      (word) => soundLikeness(soundedPart(name, language), word) >= alike,
    );
  });
}
