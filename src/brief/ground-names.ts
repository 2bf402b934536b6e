/** Names of a claim that the cited sentences do not hold. */
import { conceptsIn, entityOf } from '../story/lexicon.ts';
import { consonants } from '../story/phonetic.ts';
import { englishNumberWords } from '../text/english-numbers.ts';
import { isRole, openingWords } from '../text/name-lists.ts';
import { stem } from '../text/words.ts';
import {
  aliasesOf,
  demonymRoot,
  initialsIn,
  isCommonAbbreviation,
  isInstitution,
  isTitle,
  organizationOf,
} from './ground-aliases.ts';
import { isMeant } from './ground-antecedents.ts';
import { countriesIn, countriesInShort, isSeat } from './ground-countries.ts';
import type { Evidence } from './ground-evidence.ts';
import { isFalsePair, isMeantAbroad } from './ground-names-paired.ts';
import { unlistedNames } from './ground-names-unlisted.ts';
import { missingScriptNames } from './ground-script-names.ts';
import { isSpeaker } from './ground-speakers.ts';
import { fold, sameLanguage } from './ground-text.ts';

/** A name as a claim writes it, and as its source does. */
export interface NamePair {
  text: string;
  source: string;
}

export function missingNames(text: string, evidence: Evidence, language: string, pairs: readonly NamePair[]): string[] {
  const plain = southAlone(fold(text), evidence);
  const used = pairs.filter((pair) => pair.text !== '' && plain.includes(fold(pair.text)));
  const abroad = !sameLanguage(language, evidence.language);
  const unsourced = used
    .filter(
      (pair) =>
        !(holdsSpelling(evidence, pair.source) || (abroad && isMeantAbroad(pair.source, evidence, language))) ||
        (abroad && isFalsePair(pair, evidence, language)),
    )
    .map((pair) => pair.text);
  const rest = used.reduce((left, pair) => left.replaceAll(fold(pair.text), ' '), plain);
  const missing = [
    ...unsourced,
    ...latinNames(rest, evidence, language).filter(
      (word) =>
        !holdsWord(evidence, word) &&
        !isSounded(word, evidence) &&
        !isEntityOf(word, evidence) &&
        !isKnownAbroad(word, evidence, language),
    ),
    ...missingCountries(rest, evidence, language),
    ...(abroad
      ? unlistedNames(
          rest,
          evidence,
          language,
          used.map(({ source }) => source),
        )
      : missingScriptNames(plain, evidence, language)),
  ];
  if (missing.length === 0 || abroad) return missing;
  return missing.filter(
    (word) =>
      !isMeant(word, plain, language, evidence.references) &&
      !isSpeaker(word, evidence.speakers) &&
      !completes(word, plain, evidence) &&
      !isTopic(word, evidence),
  );
}

/** A name of the headline, where the cited sentences name nobody: what they tell is told of it. English alone. */
function isTopic(word: string, { sentences, language, whole }: Evidence): boolean {
  if (
    !language.startsWith('en') ||
    !whole.titles.some((title) =>
      fold(title)
        .split(/[\s,:;]+/u)
        .includes(word),
    )
  )
    return false;
  const named = sentences.flatMap((sentence) => [...fold(sentence).matchAll(capitalWord)]);
  return named.every(({ 0: name, index }) => index === 0 || openingWords.has(name.toLowerCase()));
}

/** `Lucan Vey` where a sentence has `Vey`, and the article nobody else of that name. */
function completes(word: string, text: string, { sentences, whole }: Evidence): boolean {
  const people = [...whole.known].map((name) => name.split(' ')).filter(({ length }) => length === 2 || length === 3);
  return people
    .filter((name) => name.includes(word) && text.includes(name.join(' ')))
    .some((name) =>
      name.some((part) => {
        if (part === word || !/^\p{Lu}\p{Ll}{2,}$/u.test(part) || isTitle(part) || isInstitution(part)) return false;
        const isAlone = new RegExp(`(?<!\\p{Lu}[\\p{L}.]* )(?<![\\p{L}-])${part}(?![\\p{L}-]| \\p{Lu})`, 'u');
        const others = people.filter((other) => other.includes(part) && !other.every((one) => name.includes(one)));
        return others.length === 0 && sentences.some((sentence) => isAlone.test(fold(sentence)));
      }),
    );
}

/** Korea is the southern one, unless the sentences have the other as well. */
function southAlone(text: string, evidence: Evidence): string {
  const isPlain = /\bkorea/u.test(evidence.text) && !evidence.text.includes('north korea');
  return isPlain ? text.replace(/\bSouth (?=Korea)/gu, '') : text;
}

/** Source spellings are what the model copied; an article's own inflection may differ. */
function holdsSpelling(evidence: Evidence, source: string): boolean {
  const wanted = fold(source).toLowerCase().replace(/'s$/u, '');
  if (wanted === '') return false;
  if (hasWhole(evidence.text, wanted)) return true;
  const parts = wanted.split(/[\s・·]+/u);
  return parts.every((part) => holdsWord(evidence, part));
}

/** As a word; a long one may be the start of another (`Protestant` of `Protestantism`). */
function hasWhole(text: string, wanted: string): boolean {
  // Scripts without spaces have no word ends to look at.
  if (!/^[\p{Script=Latin}\d]/u.test(wanted)) return text.includes(wanted);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + wanted.length] ?? ' '];
    if (!letterOrDigit.test(before) && (wanted.length >= 5 || !letterOrDigit.test(after))) return true;
  }
  return false;
}

const letterOrDigit = /[\p{Script=Latin}\d]/u;
const capitalWord = /(?<![\p{L}\p{N}.])\p{Lu}[\p{L}\p{N}]*(?:[.&'+-](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*/gu;
const latinWord =
  /(?<![\p{Script=Latin}\p{N}])\p{Script=Latin}[\p{Script=Latin}\p{N}]+(?:[.&'+-](?=[\p{Script=Latin}\p{N}])[\p{Script=Latin}\p{N}]+)*/gu;

/** How strong a quake was, a part of the year, a unit of measure: `M7.3`, `Q1`, `MWh`. */
const measure = /^(?:M\d(?:\.\d)?|[QH][1-4]|[kMGT]Wh?|[kMGT]B|[kMG]Hz|dB|USD|EUR|JPY)$/u;

/** Common nouns, though in capitals: a writer may sum up so what the sentences call by other words. */
const commonLetters = new Set('AI IT PC GDP GPS PDF IPO CPU GPU'.split(' '));

/** Words with a capital; in scripts that have none, words in Latin letters. */
function latinNames(text: string, evidence: Evidence, language: string): string[] {
  if (/^(ja|zh|ko|th)/u.test(language))
    return (text.match(latinWord) ?? []).filter(
      (word) => !isTitle(word) && !isCommonAbbreviation(word) && !measure.test(word),
    );
  return [...text.matchAll(capitalWord)]
    .filter(({ 0: word, index }) => !opens(text, index) || isKnownName(word, text.slice(index), evidence))
    .filter(({ 0: word, index }) => {
      const isBeforeName = /^\S+\s\p{Lu}/u.test(text.slice(index));
      const says = isTitle(word) || (opens(text, index) && isRole(word) && !evidence.whole.knownWords.has(word));
      return !(isBeforeName && says);
    })
    .map(([word]) => word.replace(/'s?$/u, ''))
    .filter(
      (word) =>
        word !== 'I' &&
        !measure.test(word) &&
        !commonLetters.has(word) &&
        !openingWords.has(word.toLowerCase()) &&
        !isNumberWord(word),
    );
}

/** `Eleven` is a number, and checked as one. */
function isNumberWord(word: string): boolean {
  return [...englishNumberWords(word)].some(({ text }) => text.length === word.length);
}

/** Not after a quotation mark or dash inside a sentence: what is quoted there stands in the source. */
function opens(text: string, index: number): boolean {
  return /(?:^["'(-]?\s?|[.!?:;•]["')]?\s*["'(-]?)$/u.test(
    text.slice(Math.max(0, index - 4), index).slice(index < 4 ? -index : 0),
  );
}

/**
 * A word that opens a sentence is a name where the article has it as one, where the world knows it, or where its
 * spelling or what follows it says so: another name, `and` another, a possessive, an apposition.
 */
function isKnownName(word: string, onward: string, { whole }: Evidence): boolean {
  if (openingWords.has(word.toLowerCase())) return false;
  if (/\p{Lu}.*\p{Lu}|\d/u.test(word)) return true;
  if (/^\S+\s\p{Lu}\p{Ll}/u.test(onward) || /^\S*[^\Ws]\s(?:and|or|&)\s\p{Lu}/u.test(onward)) return true;
  if (
    /^\S+'s\s/u.test(onward) ||
    (/^\S+,\s\p{Ll}/u.test(onward) && !/(?:ly|ing|ed|ward|wards|time|where|s)$/u.test(word))
  )
    return true;
  return whole.knownWords.has(word) || entityOf(word) !== null;
}

/** In any form that a careful writer may give it: inflected, as adjective, shortened to initials. */
function holdsWord(evidence: Evidence, word: string): boolean {
  const lower = word.toLowerCase();
  if (evidence.stems.has(lower.replaceAll('.', '')) || evidence.stems.has(stem(lower, evidence.language))) return true;
  if (hasWhole(evidence.text, lower)) return true;
  if (/[-&+]/u.test(word)) {
    // Of `AI-based`, only the first part names anything; of `Under-16s`, the second.
    const parts = word.split(/[-&+]/u).filter((part) => /^(?:\p{Lu}|\d)/u.test(part) && !isPrefix(part));
    if (parts.length > 0 && parts.every((part) => part !== word && holdsWord(evidence, part.replace(/(?<=\d)s$/u, ''))))
      return true;
  }
  if (isShortForm(word, evidence)) return true;
  if (isDemonym(lower, evidence)) return true;
  const root = demonymRoot(lower);
  if (root !== null && evidence.words.some((stated) => demonymRoot(stated) === root)) return true;
  return (
    aliasesOf(lower).some((alias) => hasWhole(elsewhere(evidence.text), alias)) || initialsIn(word, evidence.sentences)
  );
}

/** `Google` where the sentences have グーグル, `WHO` where they have 世界保健機関. */
function isEntityOf(word: string, { sentences, languages }: Evidence): boolean {
  const id = entityOf(word);
  const organization = organizationOf(word);
  return languages.some(
    (language) =>
      (id !== null && sentences.some((sentence) => conceptsIn(sentence, language.slice(0, 2)).includes(id))) ||
      (organization !== null && sentences.some((sentence) => organization.test(sentence))),
  );
}

/** `KAIST` where the sentences have 카이스트; of letters that are read as a word. */
function isSounded(word: string, { text }: Evidence): boolean {
  const sound = consonants(word);
  return (
    sound.length >= 3 &&
    (text.match(/[ァ-ヴー]{3,}|[가-힣]{3,}/gu) ?? []).some((spelled) => consonants(spelled) === sound)
  );
}

const prefixes = new Set('under over pre post anti non mid ex co inter trans pro sub ultra'.split(' '));

function isPrefix(part: string): boolean {
  return prefixes.has(part.toLowerCase());
}

/** `Portuguese` of Portugal; a country, too, where its capital stands for it. */
function isDemonym(word: string, evidence: Evidence): boolean {
  if (!evidence.languages.some((language) => language.startsWith('en')) || isSeat(word)) return false;
  const stated = countriesIn(elsewhere(evidence.text), 'en');
  return [...countriesIn(word, 'en').keys()].some((code) => stated.has(code));
}

/** `Fed` of `Federal Reserve`: the beginning of a word that has a capital. */
function isShortForm(word: string, { sentences }: Evidence): boolean {
  return (
    word.length >= 3 &&
    sentences.some((sentence) => sentence.split(/[\s-]+/u).some((stated) => stated.startsWith(word)))
  );
}

/**
 * In a claim in Latin letters on a text in others: a role, an institution by its kind, or a country that the text
 * names in its own script or is at home in. Everything else needs the spelling of its source.
 */
function isKnownAbroad(word: string, evidence: Evidence, language: string): boolean {
  if (sameLanguage(language, evidence.language)) return false;
  if (isTitle(word) || isInstitution(word)) return true;
  const stated = statedCountries(evidence);
  const homes = evidence.languages.map(homeOf);
  return [...countriesIn(word, language).keys()].some((code) => homes.includes(code) || stated.has(code));
}

function statedCountries({ text, languages }: Evidence): Set<string> {
  return new Set(
    languages.flatMap((language) => [...countriesIn(text, language).keys(), ...countriesInShort(text, language)]),
  );
}

/** North America is not the United States. */
function elsewhere(text: string): string {
  return text.replace(/\b(?:north|south|latin|central) americas?n?\b/gu, ' ');
}

function missingCountries(text: string, evidence: Evidence, language: string): string[] {
  if (/^en/u.test(language)) return [];
  const stated = statedCountries(evidence);
  const claimed = countriesIn(text, language);
  const inFull = evidence.languages.flatMap((spoken) => [...countriesIn(evidence.text, spoken).keys()]);
  // A paper need not name its own country, unless another stands in that one's place.
  const home = inFull.every((code) => claimed.has(code)) ? homeOf(language) : undefined;
  return [...claimed].filter(([code]) => !stated.has(code) && code !== home).map(([, name]) => name);
}

function homeOf(language: string): string | undefined {
  return new Intl.Locale(language).maximize().region;
}
