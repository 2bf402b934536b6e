/**
 * The word that was probably meant: one slip in a short word, two or three in a longer one. With more than one slip
 * the first letter must stand, since few people miss it and short words resemble each other.
 */
export function nearest(word: string, known: string[]): string | null {
  const limit = word.length <= 5 ? 1 : word.length <= 8 ? 2 : 3;
  const [best] = known
    .filter((candidate) => Math.abs(candidate.length - word.length) <= limit && candidate.length > 2)
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .filter(({ distance, candidate }) => distance < 2 || candidate[0]?.toLowerCase() === word[0])
    .sort((a, b) => a.distance - b.distance);
  return best?.candidate ?? null;
}

/** Damerau–Levenshtein, adjacent letters swapped counting as one. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          rows[i - 1]![j]! + 1,
          row[j - 1]! + 1,
          rows[i - 1]![j - 1]! + same,
          swapped ? rows[i - 2]![j - 2]! + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
