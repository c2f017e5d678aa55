import type { Change, Feed, FeedPosition, Table } from '../../../functions/table/table.ts';

const itemOf = ({ key }: Change): string => JSON.stringify([key.pk, key.sk]);
const byItem = (changes: readonly Change[]): Change[][] => [...Map.groupBy(changes, itemOf).values()];

/** Each change a second time, right after the first and again at the end. */
export const twice = (changes: readonly Change[]): Change[] => [
  ...changes.flatMap((change) => [change, change]),
  ...changes,
];

/** The item that was written last comes first; the changes of each item stay in their order. */
export const reversedBetweenItems = (changes: readonly Change[]): Change[] =>
  byItem(changes).toReversed().flat();

/** What no feed does: the changes of each item from the last to the first. */
export const reversedWithinItems = (changes: readonly Change[]): Change[] =>
  byItem(changes).flatMap((own) => own.toReversed());

/** Marks what is told of items that are not there. */
export const poisoned = '-poison';

/** Among the others one of each kind of item, which no schema fits. */
export const withPoison = (changes: readonly Change[]): Change[] =>
  changes.flatMap((change, at) => {
    const isFirst =
      changes.findIndex(
        (other) => other.stamp.action === change.stamp.action && other.key.sk === change.key.sk,
      ) === at;
    if (!isFirst || change.after === undefined) return [change];
    const poison: Change = {
      ...change,
      id: change.id + poisoned,
      key: { ...change.key, pk: change.key.pk + poisoned },
      after: { ...change.after, pk: change.key.pk + poisoned, body: { poison: true } },
    };
    return [poison, change];
  });

/** A feed that tells the changes so far in another order, and then goes on as it was. */
export const telling = (table: Table, told: readonly Change[], end: FeedPosition): Table => ({
  ...table,
  changes: async (after, limit): Promise<Feed> => {
    const [, place = after === undefined ? '0' : undefined] = /^told (\d+)$/.exec(after ?? '') ?? [];
    if (place === undefined || Number(place) >= told.length)
      return table.changes(place === undefined ? after : end, limit);
    const changes = told.slice(Number(place), Number(place) + limit);
    return { changes, position: `told ${Number(place) + changes.length}`, lost: false };
  },
});
