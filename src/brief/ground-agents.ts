/** Who did it to whom: `Carrow bought Dunmere` is not told as `Dunmere bought Carrow`. English alone. */
import { openingWords } from '../text/name-lists.ts';
import { stem } from '../text/words.ts';
import type { Evidence } from './ground-evidence.ts';

interface Deed {
  agent: string[];
  verb: string;
  patient: string[];
}

const name = String.raw`\p{Lu}[\p{L}\p{N}-]*(?:\s(?:of\s|the\s|&\s)?\p{Lu}[\p{L}\p{N}-]*)*`;
/** Two names with a few lower-case words between them, and no mark. */
const deed = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${name})(?:'s)?((?:\s\p{Ll}[\p{Ll}-]*){1,6})\s(?=(${name}))`,
  'gu',
);
const passive = /\b(?:be|been|being|is|are|was|were|got|gets)\s(?:\S+\s)*by$|\bby$/u;
/** What one does to the other, the other does as well; and what joins two names without a deed. */
const mutual = new Set(
  `meet met marry married merge merged join joined face faced play played draw drew tie tied fight fought clash clashed talk talked
  trade traded compare compared differ differs border borders partner partnered cooperate negotiate negotiated agree agreed
  and or of in on at by to for from with near as than like between versus against into over under about after before since
  while but that which who whose where when via per plus nor the a an its their his her this these is are was were be been`
    .split(/\s+/u)
    .map((word) => stem(word, 'en')),
);

export function turnedDeeds(text: string, { sentences, language }: Evidence): string[] {
  if (!language.startsWith('en')) return [];
  const stated = sentences.flatMap(deedsIn);
  return deedsIn(text)
    .filter((mine) => stated.some((one) => isTurned(mine, one)) && !stated.some((one) => isSame(mine, one)))
    .map(({ agent, verb }) => `${agent.join(' ')} ${verb}`);
}

function isTurned(a: Deed, b: Deed): boolean {
  return a.verb === b.verb && share(a.agent, b.patient) && share(a.patient, b.agent);
}

function isSame(a: Deed, b: Deed): boolean {
  return a.verb === b.verb && share(a.agent, b.agent) && share(a.patient, b.patient);
}

function share(a: string[], b: string[]): boolean {
  return a.some((word) => b.includes(word));
}

function deedsIn(text: string): Deed[] {
  const plain = text.normalize('NFKC').replaceAll('’', "'");
  return [...plain.matchAll(deed)].flatMap(([, first = '', between = '', second = '']) => {
    const verb = between
      .trim()
      .split(' ')
      .map((word) => stem(word, 'en'))
      .findLast((word) => !mutual.has(word) && !/ly$/u.test(word));
    const [one, other] = [wordsOf(first), wordsOf(second)];
    if (verb === undefined || one.length === 0 || other.length === 0) return [];
    const [agent, patient] = passive.test(between) ? [other, one] : [one, other];
    return [{ agent, verb, patient }];
  });
}

function wordsOf(found: string): string[] {
  return found
    .toLowerCase()
    .split(/[\s-]/u)
    .filter((word) => word.length > 2 && !openingWords.has(word));
}
