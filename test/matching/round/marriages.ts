/** Lists of the others' numbers, best first; number 1 is the first row. */
export type Rows = readonly string[];

/** Every stable set of marriages of as many men as women who all list each other, by trying each; wives in the order of the men. */
export function stableMarriages(men: Rows, women: Rows): string[] {
  const [his, hers] = [men.map(row), women.map(row)];
  const isStable = (wives: readonly number[]): boolean =>
    his.every((list, m) =>
      list
        .slice(0, list.indexOf(wives[m] ?? 0))
        .every((w) => before(hers[w - 1] ?? [], wives.indexOf(w) + 1, m + 1)),
    );
  return orders(men.map((_, m) => m + 1))
    .filter(isStable)
    .map((wives) => wives.join(' '));
}

const row = (list: string): number[] => list.split(' ').map(Number);

const before = (list: readonly number[], one: number, other: number): boolean =>
  list.indexOf(one) < list.indexOf(other);

function orders(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) =>
    orders(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}
