/**
 * Claims of ours on articles of ours, in pairs: an honest everyday paraphrase or translation, and the same with one
 * number or name swapped for another of its kind, of the article or of the world. The names of a translation are
 * listed as a model would list them; a swapped one is listed falsely, or not at all.
 *
 * The rules were made on the articles marked `tuned`; those marked `held` were only counted. Those marked `fresh` were
 * written when the rules across languages stood, counted once, and only then looked into.
 */
import { type FaultKind, groundClaim } from '../../src/brief/ground.ts';
import own from './ground-own.json' with { type: 'json' };
import { anArticle } from './ground-swaps.ts';

export interface OwnRate {
  /** `ja`, or `en→ja`: the languages of article and claim. */
  set: string;
  half: string;
  pairs: number;
  caught: number;
  alarms: number;
  /** Swaps that passed, and honest claims that were refused, with their faults. */
  wrong: string[];
}

/** What else is wrong with a claim would make these checks look better, or worse, than they are. */
const kinds = new Set<FaultKind>(['number', 'date', 'name', 'order']);

export function onOwn(): OwnRate[] {
  return own.map(({ set, half, from, language, sentences, claims }) => {
    const article = anArticle(sentences, from);
    const faultsOf = (text: string, sentence: number, names: string[][]) => {
      const claim = { text, cites: [{ article: article.id, sentence, quote: null }], inferred: false };
      const pairs = names.map(([written = '', source = '']) => ({ text: written, source }));
      return groundClaim(claim, [article], { language, names: pairs })
        .faults.filter(({ kind }) => kinds.has(kind))
        .map(({ kind, detail }) => `${kind}: ${detail}`);
    };
    const missed = claims.filter(
      ({ swapped, sentence, names, ...rest }) => faultsOf(swapped, sentence, rest.swappedNames ?? names).length === 0,
    );
    const alarms = claims.flatMap(({ honest, sentence, names }) => {
      const faults = faultsOf(honest, sentence, names);
      return faults.length === 0 ? [] : [`refused ${honest} (${faults.join('; ')})`];
    });
    return {
      set,
      half,
      pairs: claims.length,
      caught: claims.length - missed.length,
      alarms: alarms.length,
      wrong: [...missed.map(({ swapped }) => `passed ${swapped}`), ...alarms],
    };
  });
}
