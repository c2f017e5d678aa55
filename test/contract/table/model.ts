import type { Condition, Item, Operation, Query } from '../../../functions/table/table.ts';

/** What the port promises, in the plainest way: a map, and nothing happening at the same time. */
export class Model {
  readonly items = new Map<string, Item>();

  /** The operations that are refused; none, and all are done. */
  write(operations: readonly Operation[]): number[] {
    const current = operations.map((operation) => this.items.get(skOf(operation)));
    const refused = operations.flatMap((operation, at) => (meets(operation.if, current[at]) ? [] : [at]));
    if (refused.length > 0) return refused;
    for (const [at, operation] of operations.entries()) {
      this.items.delete(skOf(operation));
      const before = current[at];
      if ('put' in operation && operation.put.expiresAt === undefined) {
        const { index = {}, ...put } = operation.put;
        this.items.set(put.sk, { ...put, index, version: (before?.version ?? 0) + 1 });
      } else if ('check' in operation && before) this.items.set(before.sk, before);
    }
    return [];
  }

  find(query: Query): Item[] {
    const { index, sk = {}, descending } = query;
    const place = (item: Item) => (index === undefined ? item : item.index[index]);
    const found = [...this.items.values()].filter((item) => {
      const key = place(item);
      if (key === undefined || key.pk !== query.pk) return false;
      if ('prefix' in sk) return key.sk.startsWith(sk.prefix);
      return key.sk >= (sk.from ?? '') && (sk.to === undefined || key.sk <= sk.to);
    });
    const sorted = found.toSorted((a, b) => ((place(a)?.sk ?? '') < (place(b)?.sk ?? '') ? -1 : 1));
    return descending ? sorted.toReversed() : sorted;
  }
}

const skOf = (operation: Operation): string =>
  'put' in operation ? operation.put.sk : 'delete' in operation ? operation.delete.sk : operation.check.sk;

const meets = (condition: Condition | undefined, item: Item | undefined): boolean => {
  if (condition === undefined) return true;
  return 'absent' in condition ? item === undefined : item?.version === condition.version;
};
