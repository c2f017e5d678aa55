import { invalidCursor } from '../table/cursor.ts';
import type { Table } from '../table/table.ts';
import { AuditEntry } from './schema.ts';

/** All changes of one month share a partition; the sort key is the time, so that the newest are read first. */
export const monthOf = (at: string): string => `AUDIT#${at.slice(0, 7)}`;
const monthBefore = (at: string): string => {
  const date = new Date(`${at.slice(0, 7)}-01T00:00:00.000Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString();
};
const monthsKept = 36;

const Cursor = /^(\d{4}-(?:0[1-9]|1[0-2]))\|(.*)$/;

/** Changes newest first; one item's own, when `entity` names it. Walks back over months until the page is full. */
export const listAudit = async (
  table: Table,
  now: string,
  page: { entity?: string | undefined; limit: number; cursor?: string | undefined },
) => {
  if (page.entity !== undefined) {
    const found = await table.query({
      index: 'gsi1',
      pk: `AUDIT#${page.entity}`,
      descending: true,
      limit: page.limit,
      cursor: page.cursor,
    });
    return {
      items: found.items.map((item) => AuditEntry.parse(item.body)),
      ...(found.cursor !== undefined && { next: found.cursor }),
    };
  }
  const [, month, inner] = Cursor.exec(page.cursor ?? '') ?? [];
  if (page.cursor !== undefined && month === undefined) throw invalidCursor();
  let at = month === undefined ? now : `${month}-01T00:00:00.000Z`;
  let cursor = inner || undefined;
  const items: AuditEntry[] = [];
  for (let walked = 0; walked < monthsKept; walked += 1) {
    const found = await table.query({
      pk: monthOf(at),
      descending: true,
      limit: page.limit - items.length,
      cursor,
    });
    items.push(...found.items.map((item) => AuditEntry.parse(item.body)));
    if (found.cursor !== undefined) return { items, next: `${at.slice(0, 7)}|${found.cursor}` };
    at = monthBefore(at);
    cursor = undefined;
    if (items.length >= page.limit) return { items, next: `${at.slice(0, 7)}|` };
  }
  return { items };
};
