/** A sum of small decision trees: reads what the training script wrote. */

/**
 * Nodes in preorder, flat: an inner node is `[feature, threshold, right]` (left follows it; right is an index into
 * `nodes`), a leaf is its value.
 */
export type TreeNode = number | [feature: number, threshold: number, right: number];
export type Tree = TreeNode[];

export interface Trees {
  /** Names of the features, in the order of the vectors. */
  features: string[];
  base: number;
  trees: Tree[];
}

export function scoreOf({ base, trees }: Trees, vector: readonly number[]): number {
  let total = base;
  for (const tree of trees) total += leafOf(tree, vector);
  return total;
}

function leafOf(tree: Tree, vector: readonly number[]): number {
  let at = 0;
  for (;;) {
    const node = tree[at];
    if (node === undefined) return 0;
    if (typeof node === 'number') return node;
    at = vector[node[0]]! <= node[1] ? at + 1 : node[2];
  }
}
