/** How often an answered question is surer than one that is not; where both are alike, half. */
export function areaUnderCurve(answered: number[], others: number[]): number {
  const all = [...answered.map((score) => ({ score, yes: true })), ...others.map((score) => ({ score, yes: false }))];
  all.sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]!.score === all[from]!.score) to += 1;
    ranks += all.slice(from, to).filter(({ yes }) => yes).length * ((from + 1 + to) / 2);
    from = to;
  }
  return (ranks - (answered.length * (answered.length + 1)) / 2) / (answered.length * others.length);
}
