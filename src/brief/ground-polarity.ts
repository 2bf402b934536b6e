/**
 * Does a claim say the opposite of its sentences by another word: `rejected` for `approved`, `fell` for `rose`, `will`
 * for `may`? Compared by families of words, within a language and across.
 */
import { numbersIn, type StatedNumber } from '../text/numbers.ts';
import { poleWordsIn } from '../text/poles.ts';
import { terms } from '../text/words.ts';
import { eventsIn, isHedged, type Told } from './ground-events.ts';
import type { Evidence } from './ground-evidence.ts';
import { mayDeny } from './ground-negation.ts';
import { sameLanguage } from './ground-text.ts';

/** @param told what `eventsIn` finds in the text. @returns the words at fault */
export function turnedWords(text: string, told: readonly Told[], evidence: Evidence, language: string): string[] {
  const stated = statedIn(evidence);
  const sameWords = sameLanguage(language, evidence.language);
  const turned = told.filter((mine) => isTurned(mine, told, stated, sameWords ? namesIn(evidence) : null));
  return [
    ...turned.map(({ word }) => word),
    ...(sameWords ? takenBack(told, stated, evidence) : []),
    ...madeCertain(text, evidence, language),
    ...turnedBounds(text, evidence, language),
  ];
}

/** May the word turn what is said round, or make it more certain than it is? */
export function mayTurn(word: string, language: string): boolean {
  if (poleWordsIn(word, language).length > 0 || mayDeny(word, language)) return true;
  return isHedged(word, language) || /^(?:will|shall)$/u.test(word);
}

/** A stream's partial claims are all compared with the same sentences. */
const statedByEvidence = new WeakMap<Evidence, Told[]>();

function statedIn(evidence: Evidence): Told[] {
  const known = statedByEvidence.get(evidence);
  if (known !== undefined) return known;
  const stated = evidence.sentences.flatMap((sentence) => eventsIn(sentence, evidence.language));
  statedByEvidence.set(evidence, stated);
  return stated;
}

/** @param names as `terms` gives them; null across languages. */
function isTurned(
  mine: Told,
  all: readonly Told[],
  stated: readonly Told[],
  names: ReadonlySet<string> | null,
): boolean {
  const family = ofFamily(stated, mine);
  if (family.length === 0 || mine.denied === null) return false;
  const against = family.filter((one) => areOpposed(mine, one));
  const along = family.filter((one) => !against.includes(one));
  // Across languages nothing tells which of two is meant.
  if (names === null)
    return along.length === 0 && !ofFamily(all, mine).some((other) => other !== mine && agrees(other, family));
  // `24 for and 15 against` has both poles of its sentence.
  if (along.length > 0 && ofFamily(all, mine).some((other) => other.pole !== mine.pole && isBeside(mine, other)))
    return false;
  // `It began` may be anything that began.
  if (against.length === 0 || along.some(({ near }) => near.size === 0)) return false;
  // `Somebody was hurt` has no other words to tell it by.
  if (along.length === 0 && mine.near.size <= (mine.isSpaced ? 0 : 1)) return true;
  const acts = (one: Told) => sharedWith(one.agent, mine.agent).some((word) => names.has(word));
  if (against.some(acts) && along.length > 0 && !along.some((one) => acts(one) || shared(one.agent, names) === 0))
    return true;
  const likest = (list: Told[]) => Math.max(0, ...list.map((one) => shared(mine.near, one.near)));
  return likest(against) > likest(along);
}

/** In one clause: all words but theirs are around both. */
function isBeside(a: Told, b: Told): boolean {
  return a.near.size > 0 && a.near.size === b.near.size && shared(a.near, b.near) === a.near.size;
}

const takingBack = ['holding', 'opening'];
const ending = [...takingBack, 'beginning', 'approval', 'permission', 'change'];

/** What is called off or closed where the sentences, and those around them, have nothing of the kind, and no denial. */
function takenBack(
  told: readonly Told[],
  stated: readonly Told[],
  { around, sentences, language }: Evidence,
): string[] {
  const calledOff = told.filter(
    ({ family, pole, denied }) => takingBack.includes(family.name) && pole < 0 && denied === false,
  );
  if (calledOff.length === 0) return [];
  if ([...sentences, ...around.map(({ text }) => text)].some((sentence) => mayDeny(sentence, language))) return [];
  const all = [...stated, ...around.flatMap((one) => eventsIn(one.text, one.language))];
  if (all.some(({ family, pole, denied }) => ending.includes(family.name) && (pole < 0 || denied !== false))) return [];
  return calledOff.map(({ word }) => word);
}

/** The words of the names that the articles have, in lower case. */
const namesByEvidence = new WeakMap<Evidence, ReadonlySet<string>>();

function namesIn(evidence: Evidence): ReadonlySet<string> {
  const known = namesByEvidence.get(evidence);
  if (known !== undefined) return known;
  const names = new Set([...evidence.whole.knownWords].flatMap((word) => terms(word, evidence.language)));
  namesByEvidence.set(evidence, names);
  return names;
}

function ofFamily(list: readonly Told[], { family }: Told): Told[] {
  return list.filter((one) => one.family.name === family.name);
}

function agrees(mine: Told, stated: readonly Told[]): boolean {
  return stated.some((one) => !areOpposed(mine, one));
}

function areOpposed(mine: Told, stated: Told): boolean {
  if (mine.denied === null || stated.denied === null) return false;
  const [agreesInPole, agreesInDenial] = [mine.pole === stated.pole, mine.denied === stated.denied];
  if (mine.family.opposition === 'contradictory') return agreesInPole !== agreesInDenial;
  // Of two that are measured by each other, the one rises as the other falls: the dollar, and the yen.
  if (mine.family.opposition === 'contrary')
    return !isSwapped(mine, stated) && !(agreesInPole && agreesInDenial) && !(mine.denied && stated.denied);
  // With the same parts, the other side of the deed is another deed.
  return agreesInPole
    ? !agreesInDenial
    : agreesInDenial && shared(mine.agent, stated.agent) > 0 && shared(mine.agent, stated.other) === 0;
}

/** `The port lent the bank` for `the bank lent the port`: the deed is the same, and the parts are exchanged. */
export function turnedRoles(told: readonly Told[], evidence: Evidence, language: string): string[] {
  if (!sameLanguage(language, evidence.language)) return [];
  const stated = statedIn(evidence);
  return told
    .filter((mine) => {
      const same =
        mine.family.opposition !== 'converse' ? [] : ofFamily(stated, mine).filter(({ pole }) => pole === mine.pole);
      return same.some((one) => isSwapped(mine, one)) && same.every((one) => shared(mine.agent, one.agent) === 0);
    })
    .map(({ word }) => word);
}

function isSwapped(mine: Told, stated: Told): boolean {
  return shared(mine.agent, stated.other) > 0 && shared(mine.other, stated.agent) > 0;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return sharedWith(a, b).length;
}

function sharedWith(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((word) => b.has(word));
}

const certain =
  /\b(?:will|shall|(?:is|are) (?:certain|sure|bound) to|definitely|certainly)\b(?! not)([^,.;:]{1,60})/giu;
const uncertain = /\b(?:may|might|could|possibly|perhaps)\b([^,.;:]{1,60})/giu;

/** What may be, told as what will be. English alone. */
function madeCertain(text: string, { sentences, language: spoken }: Evidence, language: string): string[] {
  if (!language.startsWith('en') || !spoken.startsWith('en')) return [];
  const first = (told: string) => terms(told.replace(inBetween, ' '), 'en').slice(0, 1);
  const all = (pattern: RegExp, told: string) =>
    [...told.matchAll(pattern)].flatMap(([, behind = '']) => first(behind));
  const open = sentences.flatMap((sentence) => all(uncertain, sentence));
  const settled = new Set(sentences.flatMap((sentence) => all(certain, sentence)));
  return all(certain, text).filter((word) => open.includes(word) && !settled.has(word));
}

const inBetween = /\b(?:still|also|soon|now|later|ever|eventually|yet|well|\w+ly)\b/giu;

type Bound = 'above' | 'below';
interface Bounds {
  before: Record<Bound, RegExp>;
  behind: Record<Bound, RegExp>;
}
const never = /(?!)/u;
const bounds: Record<string, Bounds> = {
  en: {
    before: {
      above:
        /\b(?:(?<!not? )(?:more|greater|higher) than|at least|exceed\w*|no (?:fewer|less) than|over|above)\s[$€£¥]?$/iu,
      below: /\b(?:(?<!no )(?:fewer|less|lower) than|at most|no more than|under|below|nearly|almost)\s[$€£¥]?$/iu,
    },
    behind: { above: /^(?:\s\p{L}+)? or more\b/iu, below: /^(?:\s\p{L}+)? or (?:fewer|less)\b/iu },
  },
  ja: {
    before: { above: /少なくとも$/u, below: never },
    behind: {
      above: /^\p{L}{0,3}?(?:以上|超|を超え|を上回)/u,
      below: /^\p{L}{0,3}?(?:以下|未満|足らず|に満た|を下回)/u,
    },
  },
  zh: {
    before: { above: /(?:超[过過]?|逾|至少)\s?$/u, below: /(?:不到|不足|最多|至多|低[于於])\s?$/u },
    behind: { above: /^\p{L}{0,2}?以上/u, below: /^\p{L}{0,2}?以下/u },
  },
  ko: {
    before: { above: /(?:최소|적어도)\s?$/u, below: never },
    behind: {
      above: /^\p{L}{0,2}?\s?(?:이상|[이을를가] 넘|넘)/u,
      below: /^\p{L}{0,2}?\s?(?:이하|미만|[이에도] 못 미)/u,
    },
  },
};
const period = /^[\s-](?:years?|months?|weeks?|days?|hours?|decades?)\b/iu;

function boundOf({ before, after }: Pick<StatedNumber, 'before' | 'after'>, language: string): Bound | null {
  const signs = bounds[language.slice(0, 2)];
  // `Over five years` says how long it takes.
  if (signs === undefined || (period.test(after) && /\bover\s$/iu.test(before))) return null;
  return (
    (['above', 'below'] as const).find(
      (bound) => signs.before[bound].test(before) || signs.behind[bound].test(after),
    ) ?? null
  );
}

/** `More than 20` where the sentences have `fewer than 20`. */
function turnedBounds(text: string, { stated, language: spoken }: Evidence, language: string): string[] {
  return numbersIn(text.normalize('NFKC'), language).flatMap((mine) => {
    const bound = boundOf(mine, language);
    const same = bound === null ? [] : stated.filter(({ value }) => value === mine.value);
    const isOpposed = (one: StatedNumber) =>
      boundOf(one, spoken) === opposite[bound!] && !(demand.test(text) && condition.test(one.before));
    return same.length > 0 && same.every(isOpposed) ? [mine.text] : [];
  });
}

/** `It needs at least 20` is what `if fewer than 20 come, it ends` says. English alone. */
const condition = /\b(?:if|unless|should|when)\b[^,.;]*$/iu;
const demand = /\b(?:must|needs?|needed|requires?|required|ha(?:s|ve) to|unless|avoid|otherwise|only if)\b/iu;

const opposite: Record<Bound, Bound> = { above: 'below', below: 'above' };
