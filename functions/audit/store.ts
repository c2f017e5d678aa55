import { createHash } from 'node:crypto';
import { instantAfter } from '../clock/clock.ts';
import { invalidCursor } from '../table/cursor.ts';
import type { IndexKeys, IndexName, Item, Key, Table } from '../table/table.ts';
import { everyItem } from '../table/every.ts';
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

/** Where the entry of a change is kept: in the lists of its month, of the item that it was made to, and of who made it. */
export const entryKeys = (change: {
  id: string;
  at: string;
  item: string;
  by?: string;
}): Key & { index: IndexKeys & { gsi1: Key } } => {
  const { id, at, item, by } = change;
  const sk = `${at}#${id}`;
  const part = partOf(id);
  return {
    pk: partition(monthOf(at), part),
    sk,
    index: {
      gsi1: { pk: partition(item, part), sk },
      ...(by !== undefined && { gsi2: { pk: partition(by, part), sk } }),
    },
  };
};

/** A stretch of the trail: entries before a place and not before an instant. */
interface Stretch {
  before?: string | undefined;
  from?: string | undefined;
}
interface List {
  name: string;
  index?: IndexName;
}

/** The newest entries of a list in a stretch. */
const newest = async (
  table: Table,
  list: List,
  { before, from }: Stretch,
  limit: number,
): Promise<Item[]> => {
  const { name, index } = list;
  const bounds = { ...(from !== undefined && { from }), ...(before !== undefined && { to: before }) };
  const pages = await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      table.query({
        pk: partition(name, part),
        descending: true,
        // One more, for the entry at the place itself is not among those asked for.
        limit: limit + 1,
        ...(index && { index }),
        ...(Object.keys(bounds).length > 0 && { sk: bounds }),
      }),
    ),
  );
  const items = pages.flatMap((page) => page.items).filter(({ sk }) => sk !== before);
  return items.toSorted((a, b) => (a.sk < b.sk ? 1 : -1)).slice(0, limit);
};

/** Walks a list from a place back in time, some entries at a time. */
async function* walk(table: Table, list: List, stretch: Stretch, step: number): AsyncGenerator<Item> {
  let { before } = stretch;
  for (;;) {
    const items = await newest(table, list, { before, from: stretch.from }, step);
    yield* items;
    before = items.at(-1)?.sk;
    if (items.length < step) return;
  }
}

/** Walks everything back over the months. */
async function* walkMonths(table: Table, now: string, stretch: Stretch, step: number): AsyncGenerator<Item> {
  let { before } = stretch;
  let month = monthOf(before !== undefined && before < now ? before : now);
  for (let walked = 0; walked < monthsKept && month >= monthOf(stretch.from ?? ''); walked += 1) {
    yield* walk(table, { name: month }, { before, from: stretch.from }, step);
    month = monthBefore(month);
    before = undefined;
  }
}

interface Asked {
  entity?: string | undefined;
  by?: string | undefined;
  action?: string | undefined;
  /** Days in UTC, both included. */
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

const dayMs = 24 * 60 * 60 * 1000;
const dayAfter = (day: string): string => instantAfter(`${day}T00:00:00.000Z`, dayMs);

const fits = ({ by, action }: Asked, entry: AuditEntry): boolean =>
  (by === undefined || entry.by === by) &&
  (action === undefined || entry.action === action || entry.action.startsWith(`${action}.`));

/** So many entries are looked through for a page; a search that finds little goes on with the next one. */
const mostRead = 2_000;

/** Changes newest first: of an item, of who made them, of one kind, of some days. */
export const listAudit = async (table: Table, now: string, asked: Asked) => {
  const { entity, by, from, to, limit, cursor } = asked;
  if (cursor !== undefined && !/^\d{4}-\d\d-\d\dT/.test(cursor)) throw invalidCursor();
  const stretch = { before: cursor ?? (to && dayAfter(to)), from };
  const narrowed = asked.action !== undefined || (entity !== undefined && by !== undefined);
  const step = narrowed ? 200 : limit + 1;
  const trail =
    entity !== undefined
      ? walk(table, { name: entity, index: 'gsi1' }, stretch, step)
      : by !== undefined
        ? walk(table, { name: by, index: 'gsi2' }, stretch, step)
        : walkMonths(table, now, stretch, step);
  const items: AuditEntry[] = [];
  let read = 0;
  let last: string | undefined;
  for await (const { sk, body } of trail) {
    if (items.length === limit || read === mostRead) return { items, next: last };
    read += 1;
    last = sk;
    const entry = AuditEntry.parse(body);
    if (fits(asked, entry)) items.push(entry);
  }
  return { items };
};

/** Every entry of a list of the trail, in no order. */
export async function* entriesOf(
  table: Table,
  { name, index }: { name: string; index: IndexName },
): AsyncGenerator<Item> {
  for (let part = 0; part < parts; part += 1) yield* everyItem(table, { index, pk: partition(name, part) });
}

/** When an item was made, for the last time if it had been removed in between; undefined where the trail does not say. */
export const madeAt = async (table: Table, item: string): Promise<string | undefined> => {
  const entries = await Array.fromAsync(entriesOf(table, { index: 'gsi1', name: item }));
  const made = entries.filter(({ body }) => body.version === 1).map(({ sk }) => sk.split('#')[0] ?? '');
  return made.toSorted().at(-1);
};
