/** Second thoughts: are two stories one, is one story two? Asked when a new article brings evidence. */

/** Members looked at of each side: enough to tell, few enough to ask at every article. */
const looked = 8;
/** Two stories are one when they are this much of the joining threshold alike on the whole. */
const mergeFactor = 0.9;
/** A story is two when its halves are less than this much of the threshold alike, */
const splitFactor = 0.45;
/** and each half holds together better than the two do by this factor. */
const cohesionFactor = 2;
/** Sizes at which a story is looked at whole. */
const checkedSizes = new Set([4, 6, 8, 11, 15, 20, 28, 40]);

export type Alike<T> = (a: T, b: T) => number;

/** By the mean likeness of all pairs. */
export function sameEvent<T>(a: T[], b: T[], alike: Alike<T>, threshold: number): boolean {
  return between(a.slice(-looked), b.slice(-looked), alike) >= threshold * mergeFactor;
}

/** @returns the larger and the smaller part of what are two events, or null */
export function partsOf<T>(members: T[], alike: Alike<T>, threshold: number): [T[], T[]] | null {
  if (!checkedSizes.has(members.length)) return null;
  const [a, b] = halves(members, alike);
  if (a.length < 2 || b.length < 2) return null;
  const apart = between(a, b, alike);
  const together = Math.min(within(a, alike), within(b, alike));
  if (apart >= threshold * splitFactor || together < apart * cohesionFactor) return null;
  return a.length >= b.length ? [a, b] : [b, a];
}

/** Average-link agglomeration down to two groups. */
function halves<T>(members: T[], alike: Alike<T>): [T[], T[]] {
  const pairs = members.map((a, i) => members.map((b, j) => (i === j ? 0 : alike(a, b))));
  let groups = members.map((_, index) => [index]);
  const link = (a: number[], b: number[]) => mean(a.flatMap((i) => b.map((j) => pairs[i]![j]!)));
  while (groups.length > 2) {
    let best = { score: -1, i: 0, j: 1 };
    for (let i = 0; i < groups.length; i++)
      for (let j = i + 1; j < groups.length; j++) {
        const score = link(groups[i]!, groups[j]!);
        if (score > best.score) best = { score, i, j };
      }
    const merged = [...groups[best.i]!, ...groups[best.j]!];
    groups = [...groups.filter((_, index) => index !== best.i && index !== best.j), merged];
  }
  const [a = [], b = []] = groups.map((group) => group.map((index) => members[index]!));
  return [a, b];
}

function between<T>(a: T[], b: T[], alike: Alike<T>): number {
  return mean(a.flatMap((left) => b.map((right) => alike(left, right))));
}

function within<T>(group: T[], alike: Alike<T>): number {
  return mean(group.flatMap((a, i) => group.slice(i + 1).map((b) => alike(a, b))));
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
