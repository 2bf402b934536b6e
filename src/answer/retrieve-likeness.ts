/** How a sentence meets a question in other words of the same matter: `die`, `killed`. English only; 0 elsewhere. */
import { isMetBy } from '../text/related.ts';
import { likest, type Row, rowsOf } from '../text/word-vectors.ts';
import type { SentenceIndex } from './retrieve-index.ts';
import type { AskedFor } from './retrieve-question.ts';

export const likenessNames = ['alikeCoverage', 'alikeMean', 'alikeFocus', 'leastAlike', 'mostAlike'] as const;
type Likeness = Record<(typeof likenessNames)[number], number>;

const unread: Likeness = { alikeCoverage: 0, alikeMean: 0, alikeFocus: 0, leastAlike: 0, mostAlike: 0 };
/** Any two words of news are so much alike. */
const common = 0.35;

/** @returns one for each sentence of the index */
export function likenesses(asked: AskedFor, index: SentenceIndex): Likeness[] {
  if (!asked.language.startsWith('en')) return index.sentences.map(() => unread);
  const terms = [...new Set(asked.terms)];
  const rows = new Map(terms.map((term) => [term, rowsOf([term])[0]]));
  const weight = terms.reduce((sum, term) => sum + index.bm25.idf(term), 0) || 1;
  return index.sentences.map(({ termSet }) => {
    const said = rowsOf(termSet);
    const toSaid = (term: string, others: Row[]) => {
      const row = rows.get(term);
      return row === undefined ? 0 : likest(row, others);
    };
    const missing = terms.filter((term) => !termSet.has(term)).map((term) => ({ term, alike: toSaid(term, said) }));
    const alike = missing.map((one) => one.alike);
    const sum = alike.reduce((total, one) => total + one, 0);
    return {
      alikeCoverage:
        missing.reduce((total, one) => total + index.bm25.idf(one.term) * Math.max(0, one.alike - common), 0) /
        (weight * (1 - common)),
      alikeMean: terms.length === 0 ? 0 : (terms.length - missing.length + sum) / terms.length,
      alikeFocus: focusOf(asked.focus, termSet, new Set(terms), toSaid),
      leastAlike: Math.min(1, ...alike),
      mostAlike: Math.max(0, ...alike),
    };
  });
}

/** What is asked for (`which disease`) beside what the sentence tells anew: malaria is one. */
function focusOf(
  focus: string | null,
  said: ReadonlySet<string>,
  asked: ReadonlySet<string>,
  toSaid: (term: string, others: Row[]) => number,
): number {
  if (focus === null) return -0.1;
  return said.has(focus) ? 1.1 : toSaid(focus, rowsOf([...said].filter((term) => !asked.has(term))));
}

/** @returns of an English term, 0–1: 1 where the texts have it, in this form or another, else how like their likest word it is */
export function likenessTo({ bm25, vocabulary }: SentenceIndex): (term: string) => number {
  let said: Row[] | null = null;
  return (term) => {
    if (bm25.has(term) || isMetBy(term, vocabulary)) return 1;
    const [row] = rowsOf([term]);
    if (row === undefined) return 0;
    said ??= rowsOf(vocabulary);
    return likest(row, said);
  };
}
