/**
 * How well grounding tells right claims from wrong ones: `node test/bench/ground.ts [folder of SQuAD files]`.
 *
 * Caught: sentences with one number or name swapped for another of the same article. False alarms: honest paraphrases
 * and translations (ours, in ground-pairs.json and ground-japanese.json), and the sentences themselves.
 */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { groundClaim } from '../../src/brief/ground.ts';
import type { NamePair } from '../../src/brief/ground-names.ts';
import type { Article } from '../../src/model.ts';
import japanese from './ground-japanese.json' with { type: 'json' };
import { onOwn } from './ground-own.ts';
import english from './ground-pairs.json' with { type: 'json' };
import { anArticle, negationsFlipped, readSquad, seeded, swapsIn } from './ground-swaps.ts';

export interface Rate {
  what: string;
  n: number;
  /** Claims refused. */
  refused: number;
  /** Of `n`, in percent. */
  percent: number;
  /** Those that went wrong, to look at. */
  wrong: string[];
}

interface Honest {
  source: string;
  from: string;
  text: string;
  language: string;
  names: NamePair[];
}

function refusals(
  text: string,
  article: Article,
  sentence: number,
  language: string,
  names: NamePair[] = [],
): string[] {
  const claim = { text, cites: [{ article: article.id, sentence, quote: null }], inferred: false };
  return groundClaim(claim, [article], { language, names }).faults.map(({ kind, detail }) => `${kind}: ${detail}`);
}

export function honestPairs(): Record<'en→en' | 'en→ja' | 'ja→ja' | 'ja→en', Honest[]> {
  return {
    'en→en': english
      .filter((pair) => !('skipPara' in pair))
      .map(({ en, para }) => ({ source: en, from: 'en', text: para, language: 'en', names: [] })),
    'en→ja': english.map(({ en, ja, names }) => ({
      source: en,
      from: 'en',
      text: ja,
      language: 'ja',
      names: pairs(names),
    })),
    'ja→ja': japanese.map(({ ja, para }) => ({ source: ja, from: 'ja', text: para, language: 'ja', names: [] })),
    'ja→en': japanese
      .filter((pair) => !pair.skipEn)
      .map(({ ja, en, names }) => ({ source: ja, from: 'ja', text: en, language: 'en', names: pairs(names) })),
  };
}

function pairs(names: string[][]): NamePair[] {
  return names.map(([text = '', source = '']) => ({ text, source }));
}

/** False alarms on honest paraphrases and translations. */
export function falseAlarms(): Rate[] {
  return Object.entries(honestPairs()).map(([what, list]) => {
    const alarms = list.flatMap(({ source, from, text, language, names }) => {
      const faults = refusals(text, anArticle([source], from), 0, language, names);
      return faults.length === 0 ? [] : [`${faults.join('; ')} | ${text} | ${source}`];
    });
    return rate(`false alarms, ${what}`, list.length, alarms.length, alarms);
  });
}

/** A name's source spelling taken from another sentence of the set must be refused: the cited one does not hold it. */
export function swappedAcross(): Rate {
  const list = honestPairs()['en→ja'].filter(({ names }) => names.length > 0);
  const missed = list.flatMap(({ source, text, names }, index) => {
    const other = list[(index + 7) % list.length]!.names[0]!;
    const [first, ...rest] = names;
    const swapped = text.replace(first!.text, other.text);
    const faults = refusals(swapped, anArticle([source], 'en'), 0, 'ja', [other, ...rest]);
    return faults.length > 0 ? [] : [swapped];
  });
  return rate('swapped names caught, en→ja', list.length, list.length - missed.length, missed);
}

/** A number of a translation that became that of another sentence of the set must be refused. */
export function swappedNumbersAcross(): Rate {
  const digits = /(?<!\d)\d+(?:\.\d+)?/u;
  const list = honestPairs()['en→ja'].filter(({ text }) => digits.test(text));
  const missed = list.flatMap(({ source, text, names }, index) => {
    const other = digits.exec(list[(index + 7) % list.length]!.text)![0];
    const swapped = text.replace(digits, other);
    if (swapped === text) return [];
    return refusals(swapped, anArticle([source], 'en'), 0, 'ja', names).length > 0 ? [] : [`${swapped} | ${source}`];
  });
  return rate('swapped numbers caught, en→ja', list.length, list.length - missed.length, missed);
}

/** Swaps caught, and sentences themselves refused, in one file of SQuAD's form. */
export function onSquad(path: string, language: string): Rate[] {
  const articles = readSquad(path, language);
  const swaps = swapsIn(articles, seeded(7));
  const rates = (['number', 'name'] as const).map((kind) => {
    const tried = swaps.filter((swap) => swap.kind === kind);
    const missed = tried.filter(
      ({ text, article, sentence }) => refusals(text, article, sentence, language).length === 0,
    );
    const wrong = missed.map(({ from, to, text }) => `${from} → ${to} | ${text}`);
    return rate(`swapped ${kind}s caught, ${language}`, tried.length, tried.length - missed.length, wrong);
  });
  const itself = articles.flatMap((article) =>
    article.sentences.map((text, index) => ({ text, faults: refusals(text, article, index, language) })),
  );
  const alarms = itself.filter(({ faults }) => faults.length > 0);
  const wrong = alarms.map(({ text, faults }) => `${faults.join('; ')} | ${text}`);
  const flipped = negationsFlipped(articles);
  const passed = flipped.filter(
    ({ text, article, sentence }) => refusals(text, article, sentence, language).length === 0,
  );
  const flips = rate(
    `flipped negations caught, ${language}`,
    flipped.length,
    flipped.length - passed.length,
    passed.map(({ text }) => text),
  );
  return [
    ...rates,
    rate(`sentences refused, ${language}`, itself.length, alarms.length, wrong),
    ...(flipped.length > 0 ? [flips] : []),
  ];
}

function rate(what: string, n: number, refused: number, wrong: string[]): Rate {
  return { what, n, refused, percent: (100 * refused) / n, wrong };
}

export const squadFiles = [
  ['xquad.en.json', 'en'],
  ['xquad.zh.json', 'zh'],
  ['jsquad.test.json', 'ja'],
] as const;

/** Our own pairs, of articles that the rules were made on and others. */
function ownRates(): Rate[] {
  return onOwn().flatMap(({ set, half, pairs, caught, alarms, wrong }) => [
    rate(`own swaps caught, ${set}, ${half}`, pairs, caught, half === 'held' ? [] : wrong),
    rate(`own false alarms, ${set}, ${half}`, pairs, alarms, []),
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] ?? new URL('../../../shared/evals', import.meta.url).pathname;
  const rates = [...falseAlarms(), swappedAcross(), swappedNumbersAcross(), ...ownRates()];
  if (existsSync(folder))
    rates.push(...squadFiles.flatMap(([file, language]) => onSquad(`${folder}/${file}`, language)));
  else console.log(`${folder} is not there: swaps are not measured`);
  for (const { what, n, refused, percent, wrong } of rates) {
    console.log(`${what}: ${refused} of ${n} (${percent.toFixed(1)}%)`);
    if (process.env.SHOW !== undefined)
      for (const line of wrong.slice(0, Number(process.env.SHOW))) console.log(`    ${line}`);
  }
}
