/** How often an answered question is surer than one that is not. */
export function areaUnderCurve(answered: number[], others: number[]): number {
  const all = [...answered.map((score) => ({ score, yes: true })), ...others.map((score) => ({ score, yes: false }))];
  all.sort((a, b) => a.score - b.score);
  const ranks = all.reduce((sum, { yes }, at) => sum + (yes ? at + 1 : 0), 0);
  return (ranks - (answered.length * (answered.length + 1)) / 2) / (answered.length * others.length);
}
