/** Okapi BM25: how well each of a few documents (sentences, articles) answers to the words of a question. */

export interface Bm25 {
  /** Score of document `index`; 0 where no word is shared. */
  score(question: string[], index: number): number;
  /** Inverse document frequency; highest for a word that no document has. */
  idf(term: string): number;
  has(term: string): boolean;
}

export interface Bm25Options {
  /** How soon a repeated word stops counting. */
  k1?: number;
  /** How much a long document pays for its length, 0–1. */
  b?: number;
}

/** @param documents the terms of each document, as `terms` gives them */
export function createBm25(documents: string[][], { k1 = 1.2, b = 0.75 }: Bm25Options = {}): Bm25 {
  const counts = documents.map(countTerms);
  const frequency = new Map<string, number>();
  for (const document of counts)
    for (const term of document.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const meanLength = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length) || 1;
  const idf = (term: string) => {
    const seen = frequency.get(term) ?? 0;
    return Math.log(1 + (documents.length - seen + 0.5) / (seen + 0.5));
  };

  return {
    idf,
    has: (term) => frequency.has(term),
    score(question, index) {
      const norm = k1 * (1 - b + (b * (documents[index]?.length ?? 0)) / meanLength);
      let total = 0;
      for (const term of new Set(question)) {
        const n = counts[index]?.get(term);
        if (n !== undefined) total += (idf(term) * n * (k1 + 1)) / (n + norm);
      }
      return total;
    },
  };
}

export function countTerms(terms: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
