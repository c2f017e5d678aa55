import { isPossible } from './limits.ts';
import type { IndexName, Item, Query } from './table.ts';
import { maxKeyBytes } from './table.ts';

const defaultLimit = 100;
const maxLimit = 1000;

export const limitOf = ({ limit = defaultLimit }: Query): number => {
  if (Number.isInteger(limit) && limit >= 1 && limit <= maxLimit) return limit;
  throw new RangeError(`A page has 1 to ${maxLimit} items, not ${limit}`);
};

const bytes = (text: string): Buffer => Buffer.from(text);

/** What a query says of sort keys, without bounds that bound nothing; undefined when no item can match. */
export function rangeOf({
  pk,
  sk = {},
}: Query): { prefix: string } | { from?: string; to?: string } | undefined {
  if (!isPossible({ pk, sk: 'any' })) return undefined;
  if ('prefix' in sk) {
    if (sk.prefix === '') return {};
    return isPossible({ pk, sk: sk.prefix }) ? sk : undefined;
  }
  const { from, to } = sk;
  for (const bound of [from, to])
    if (bound !== undefined && bytes(bound).length > maxKeyBytes.sk)
      throw new RangeError(`A bound of sort keys has at most ${maxKeyBytes.sk} bytes.`);
  if (to === '' || (from !== undefined && to !== undefined && bytes(from).compare(bytes(to)) > 0))
    return undefined;
  return { ...(from && { from }), ...(to !== undefined && { to }) };
}

/** The sort columns of an item in the order of this query: what its cursor holds. */
export function positionOf(item: Item, index?: IndexName): string[] {
  if (index === undefined) return [item.sk];
  const key = item.index[index];
  return key === undefined ? [] : [key.sk, item.pk, item.sk];
}
