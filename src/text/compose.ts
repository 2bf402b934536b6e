/** @returns the pattern as NFKC text needs it: some Thai vowels are taken apart there. */
export function composed(pattern: RegExp): RegExp {
  return new RegExp(pattern.source.normalize('NFKC'), pattern.flags);
}
