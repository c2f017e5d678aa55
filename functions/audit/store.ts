import { createHash } from 'node:crypto';
import { invalidCursor } from '../table/cursor.ts';
import type { IndexName, Item, Key, Table } from '../table/table.ts';
import { AuditEntry } from './schema.ts';

/**
 * Every change of anything has an entry here, sorted by time: in one partition all writes of a busy minute would meet
 * at its end, where DynamoDB takes 1,000 units a second and cannot split. So each list lies in eight partitions, chosen
 * by the change, and is read from all of them.
 */
const parts = 8;
const partOf = (changeId: string): number =>
  createHash('sha256').update(changeId).digest().readUInt8(0) % parts;
const partition = (list: string, part: number): string => `AUDIT#${list}#${part}`;

const monthOf = (at: string): string => at.slice(0, 7);
const monthBefore = (month: string): string => {
  const date = new Date(`${month}-01T00:00:00.000Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return monthOf(date.toISOString());
};
const monthsKept = 36;

/** Where the entry of a change is kept: in the list of its month, and in that of the item that it was made to. */
export const entryKeys = (change: {
  id: string;
  at: string;
  item: string;
}): Key & { index: { gsi1: Key } } => {
  const { id, at, item } = change;
  const sk = `${at}#${id}`;
  const part = partOf(id);
  return { pk: partition(monthOf(at), part), sk, index: { gsi1: { pk: partition(item, part), sk } } };
};

const placeOf = ({ sk }: Item): string => sk;

/** The newest entries of a list, before a place if one is given. */
const newest = async (
  table: Table,
  list: { name: string; index?: IndexName },
  { before, limit }: { before: string | undefined; limit: number },
): Promise<Item[]> => {
  const { name, index } = list;
  const pages = await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      table.query({
        pk: partition(name, part),
        descending: true,
        // One more, for the entry at the place itself is not among those asked for.
        limit: limit + 1,
        ...(index && { index }),
        ...(before !== undefined && { sk: { to: before } }),
      }),
    ),
  );
  const items = pages.flatMap((page) => page.items).filter((item) => placeOf(item) !== before);
  return items.toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1)).slice(0, limit);
};

const Cursor = /^(\d{4}-(?:0[1-9]|1[0-2]))\|(.*)$/;

interface Asked {
  entity?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Changes newest first; one item's own, when `entity` names it. Walks back over months until the page is full. */
export const listAudit = async (table: Table, now: string, { entity, limit, cursor }: Asked) => {
  // One entry more than the page holds tells whether there is more.
  if (entity !== undefined) {
    const list = { name: entity, index: 'gsi1' } as const;
    return pageOf(await newest(table, list, { before: cursor, limit: limit + 1 }), limit, placeOf);
  }
  const [, from, place] = Cursor.exec(cursor ?? '') ?? [];
  if (cursor !== undefined && from === undefined) throw invalidCursor();
  let month = from ?? monthOf(now);
  let before = place || undefined;
  const items: Item[] = [];
  for (let walked = 0; walked < monthsKept && items.length <= limit; walked += 1) {
    items.push(...(await newest(table, { name: month }, { before, limit: limit + 1 - items.length })));
    month = monthBefore(month);
    before = undefined;
  }
  return pageOf(items, limit, (item) => `${monthOf(item.sk)}|${placeOf(item)}`);
};

const pageOf = (items: readonly Item[], limit: number, cursorOf: (item: Item) => string) => {
  const last = items[limit - 1];
  return {
    items: items.slice(0, limit).map(({ body }) => AuditEntry.parse(body)),
    ...(items.length > limit && last !== undefined && { next: cursorOf(last) }),
  };
};
