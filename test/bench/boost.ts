/** Gradient boosting of small trees over histograms; enough for a few thousand questions, the same for the same seed. */
import type { Tree, TreeNode, Trees } from '../../src/answer/retrieve-trees.ts';
import { scoreOf } from '../../src/answer/retrieve-trees.ts';

export interface BoostOptions {
  rounds: number;
  rate: number;
  depth: number;
  /** Least sum of second derivatives in a leaf. */
  leastWeight: number;
  /** Penalty on the size of leaves. */
  lambda: number;
  /** Share of the features that each tree may use. */
  featureShare: number;
  seed: number;
}

/** First and second derivative of the loss by each row's score, written in place. */
export type Gradient = (scores: Float64Array, first: Float64Array, second: Float64Array) => void;

const bins = 48;

export function boost(
  vectors: number[][],
  features: readonly string[],
  gradient: Gradient,
  options: BoostOptions,
): Trees {
  const random = mulberry(options.seed);
  const cuts = features.map((_, feature) => cutsOf(vectors, feature));
  const binned = cuts.map((edges, feature) => Uint8Array.from(vectors, (vector) => binOf(edges, vector[feature]!)));
  const scores = new Float64Array(vectors.length);
  const first = new Float64Array(vectors.length);
  const second = new Float64Array(vectors.length);
  const trees: Tree[] = [];
  for (let round = 0; round < options.rounds; round++) {
    gradient(scores, first, second);
    const usable = features.map((_, feature) => feature).filter(() => random() < options.featureShare);
    const tree: Tree = [];
    grow(tree, Int32Array.from(vectors.keys()), 0, { binned, cuts, first, second, usable, options });
    trees.push(tree);
    const one = { features: [], base: 0, trees: [tree] };
    for (let row = 0; row < vectors.length; row++) scores[row] = scores[row]! + scoreOf(one, vectors[row]!);
  }
  return { features: [...features], base: 0, trees };
}

/** Trees that score as the mean of several runs. */
export function meanOf(runs: Trees[]): Trees {
  const share = (node: TreeNode) => (typeof node === 'number' ? Number((node / runs.length).toPrecision(4)) : node);
  return { ...runs[0]!, trees: runs.flatMap(({ trees }) => trees.map((tree) => tree.map(share))) };
}

interface Growing {
  binned: Uint8Array[];
  cuts: number[][];
  first: Float64Array;
  second: Float64Array;
  usable: number[];
  options: BoostOptions;
}

function grow(tree: Tree, rows: Int32Array, depth: number, state: Growing): void {
  const split = depth < state.options.depth ? bestSplit(rows, state) : null;
  if (split === null) {
    tree.push(leafValue(rows, state));
    return;
  }
  const column = state.binned[split.feature]!;
  const at = tree.push(0) - 1;
  grow(
    tree,
    rows.filter((row) => column[row]! <= split.bin),
    depth + 1,
    state,
  );
  const right = tree.length;
  tree[at] = [split.feature, Number(state.cuts[split.feature]![split.bin]!.toPrecision(5)), right];
  grow(
    tree,
    rows.filter((row) => column[row]! > split.bin),
    depth + 1,
    state,
  );
}

function leafValue(rows: Int32Array, { first, second, options }: Growing): number {
  let g = 0;
  let h = 0;
  for (const row of rows) {
    g += first[row]!;
    h += second[row]!;
  }
  return Number(((-options.rate * g) / (h + options.lambda)).toPrecision(4));
}

function bestSplit(rows: Int32Array, { binned, cuts, first, second, usable, options }: Growing) {
  let best: { feature: number; bin: number } | null = null;
  let bestGain = 1e-6;
  const { lambda, leastWeight } = options;
  for (const feature of usable) {
    const g = new Float64Array(bins + 1);
    const h = new Float64Array(bins + 1);
    const column = binned[feature]!;
    for (const row of rows) {
      const bin = column[row]!;
      g[bin] = g[bin]! + first[row]!;
      h[bin] = h[bin]! + second[row]!;
    }
    const allG = g.reduce((a, b) => a + b, 0);
    const allH = h.reduce((a, b) => a + b, 0);
    let leftG = 0;
    let leftH = 0;
    for (let bin = 0; bin < cuts[feature]!.length; bin++) {
      leftG += g[bin]!;
      leftH += h[bin]!;
      if (leftH < leastWeight || allH - leftH < leastWeight) continue;
      const gain =
        leftG ** 2 / (leftH + lambda) + (allG - leftG) ** 2 / (allH - leftH + lambda) - allG ** 2 / (allH + lambda);
      if (gain > bestGain) {
        bestGain = gain;
        best = { feature, bin };
      }
    }
  }
  return best;
}

function cutsOf(vectors: number[][], feature: number): number[] {
  const step = Math.max(1, Math.floor(vectors.length / 20_000));
  const values = vectors
    .filter((_, at) => at % step === 0)
    .map((vector) => vector[feature]!)
    .sort((a, b) => a - b);
  const edges = Array.from({ length: bins - 1 }, (_, at) => values[Math.floor(((at + 1) * values.length) / bins)]!);
  const distinct = [...new Set(values)];
  return distinct.length <= bins ? distinct.slice(0, -1) : [...new Set(edges)];
}

function binOf(edges: number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A small random generator, so that training gives the same weights again. */
export function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Each list's rows compete: the loss is the negative log of the share that the right rows get (softmax). */
export function listwise(lists: { start: number; right: boolean[] }[]): Gradient {
  return (scores, first, second) => {
    first.fill(0);
    second.fill(0);
    for (const { start, right } of lists) {
      const own = scores.subarray(start, start + right.length);
      const top = own.reduce((a, b) => Math.max(a, b), -Infinity);
      const powers = Float64Array.from(own, (score) => Math.exp(score - top));
      const all = powers.reduce((a, b) => a + b, 0);
      const good = powers.reduce((total, power, at) => total + (right[at] ? power : 0), 0);
      right.forEach((is, at) => {
        const share = powers[at]! / all;
        first[start + at] = share - (is ? powers[at]! / good : 0);
        second[start + at] = Math.max(1e-6, share * (1 - share));
      });
    }
  };
}
