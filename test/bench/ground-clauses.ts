/**
 * How well grounding hears what a claim does with its sentences: `node test/bench/ground-clauses.ts`.
 *
 * Caught: clauses appended to what a sentence says, and denials and directions that were turned round. False alarms:
 * everyday paraphrases, condensed, reordered, joined, translated, and inferences. All of our own writing.
 */
import { pathToFileURL } from 'node:url';
import { type FaultKind, groundClaim } from '../../src/brief/ground.ts';
import tuned from './ground-clauses.json' with { type: 'json' };
import asia from './ground-clauses-asia.json' with { type: 'json' };
import asiaLater from './ground-clauses-asia-later.json' with { type: 'json' };
import briefs from './ground-clauses-briefs.json' with { type: 'json' };
import briefsLast from './ground-clauses-briefs-last.json' with { type: 'json' };
import briefsLater from './ground-clauses-briefs-later.json' with { type: 'json' };
import fresh from './ground-clauses-fresh.json' with { type: 'json' };
import unseen from './ground-clauses-unseen.json' with { type: 'json' };
import { anArticle } from './ground-swaps.ts';

export interface ClauseCase {
  /** `honest`, or what is wrong with it. */
  kind: string;
  /** `en`, or `en→ja` where the claim is in another language. */
  languages: string;
  text: string;
  faults: FaultKind[];
}

/**
 * The cases that the rules were made by; those that were put aside until they stood, and were looked at then; and those
 * that were written after that. `briefs`: honest alone, as a model writes a brief or an answer; 8 of its 86 were refused
 * at the first look. `briefsLater`: written when those stood; 16 of 96 were refused. `briefsLast`: written after
 * both, and no rule was made to fit it; 6 of 32 were refused. `asia`: the same in Japanese, Chinese and Korean, and in
 * Japanese of English articles; 12 of its 83 were refused at the first look. `asiaLater`: written when those stood; 6 of 85 were refused.
 */
export const sets = { tuned, unseen, fresh, briefs, briefsLater, briefsLast, asia, asiaLater };

interface Told {
  cites: number[];
  text: string;
  language?: string;
  inferred?: boolean;
  kind?: string;
  /** As the claim writes them, and as its sentences do. */
  names?: string[][];
}

export function judge(set: keyof typeof sets): ClauseCase[] {
  return sets[set].flatMap(({ language, title, sentences, honest, bad }) => {
    const article = { ...anArticle(sentences, language), title };
    return [...honest, ...bad].map((told: Told) => {
      const cites = told.cites.map((number) => ({ article: article.id, sentence: number - 1, quote: null }));
      const spoken = told.language ?? language;
      const claim = { text: told.text, cites, inferred: told.inferred ?? false };
      const names = (told.names ?? []).map(([text = '', source = '']) => ({ text, source }));
      const { faults } = groundClaim(claim, [article], { language: spoken, names });
      return {
        kind: told.kind ?? 'honest',
        languages: spoken === language ? language : `${language}→${spoken}`,
        text: told.text,
        faults: faults.map(({ kind }) => kind),
      };
    });
  });
}

export function shareRefused(cases: ClauseCase[]): { n: number; refused: number; percent: number } {
  const refused = cases.filter(({ faults }) => faults.length > 0).length;
  return { n: cases.length, refused, percent: (100 * refused) / cases.length };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const asked =
    process.argv[2] === undefined
      ? (Object.keys(sets) as (keyof typeof sets)[])
      : ([process.argv[2]] as (keyof typeof sets)[]);
  for (const set of asked) {
    const cases = judge(set);
    for (const kind of ['honest', 'appended', 'turned']) {
      for (const languages of ['all', ...new Set(cases.map((one) => one.languages))]) {
        const of = cases.filter((one) => one.kind === kind && (languages === 'all' || one.languages === languages));
        if (of.length === 0) continue;
        const { n, refused, percent } = shareRefused(of);
        console.log(`${set}, ${kind}, ${languages}: ${refused} of ${n} refused (${percent.toFixed(1)}%)`);
      }
      if (process.env.SHOW === undefined) continue;
      const wrong = cases.filter((one) => one.kind === kind && (kind === 'honest') === one.faults.length > 0);
      for (const { faults, text } of wrong) console.log(`    ${faults.join(' ')} | ${text}`);
    }
  }
}
