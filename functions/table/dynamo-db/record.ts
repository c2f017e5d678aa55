import * as z from 'zod';
import { ItemUnreadable } from '../../errors.ts';
import { kindOf } from '../kind.ts';
import type { IndexKeys, Item, JsonObject, Stamp } from '../table.ts';

/** Names the write that left an item as it is, so that a write whose answer was lost knows its own work. */
const write = z.string();
const Signed = z.object({
  by: z.string(),
  action: z.string(),
  at: z.string(),
  reason: z.string().optional(),
});

/** An item as DynamoDB keeps it. The body is JSON text: numbers, order and depth come back as they were. */
const Kept = z.object({
  pk: z.string(),
  sk: z.string(),
  version: z.number().int(),
  body: z.string(),
  stamp: Signed,
  write,
  expiresAt: z.string().optional(),
  gsi1pk: z.string().optional(),
  gsi1sk: z.string().optional(),
  gsi2pk: z.string().optional(),
  gsi2sk: z.string().optional(),
  /** Put here as it was elsewhere: nothing has changed by it. */
  restored: z.literal(true).optional(),
});

/** What is left of a deleted item for a while: who deleted it, for the change feed. Its time has always passed. */
const Left = z.object({ pk: z.string(), sk: z.string(), stamp: Signed, write, deleted: z.literal(true) });

const Recorded = z.union([Left, Kept]);
const Keyed = z.object({ sk: z.string() });

const stampOf = ({ reason, ...stamp }: z.infer<typeof Signed>): Stamp => ({
  ...stamp,
  ...(reason !== undefined && { reason }),
});

const indexOf = (kept: z.infer<typeof Kept>): IndexKeys => {
  const { gsi1pk, gsi1sk, gsi2pk, gsi2sk } = kept;
  return {
    ...(gsi1pk !== undefined && gsi1sk !== undefined && { gsi1: { pk: gsi1pk, sk: gsi1sk } }),
    ...(gsi2pk !== undefined && gsi2sk !== undefined && { gsi2: { pk: gsi2pk, sk: gsi2sk } }),
  };
};

const bodyOf = ({ body, sk }: z.infer<typeof Kept>): JsonObject => {
  try {
    return JSON.parse(body);
  } catch {
    throw new ItemUnreadable(kindOf(sk), 'its body is damaged');
  }
};

const itemOf = (kept: z.infer<typeof Kept>): Item => {
  const { pk, sk, version, expiresAt } = kept;
  const body = bodyOf(kept);
  return {
    pk,
    sk,
    version,
    body,
    index: indexOf(kept),
    stamp: stampOf(kept.stamp),
    ...(expiresAt !== undefined && { expiresAt }),
  };
};

/** What a record holds: an item, whether its time has passed or not, or what is left of a deleted one. */
export type Held =
  | { kind: 'item'; item: Item; write: string; restored: boolean }
  | { kind: 'deleted'; stamp: Stamp; write: string };

/** @throws ItemUnreadable */
export const heldIn = (record: unknown): Held => {
  const { data: recorded } = Recorded.safeParse(record);
  if (recorded === undefined)
    throw new ItemUnreadable(kindOf(Keyed.safeParse(record).data?.sk ?? '?'), 'its attributes are damaged');
  return 'deleted' in recorded
    ? { kind: 'deleted', stamp: stampOf(recorded.stamp), write: recorded.write }
    : {
        kind: 'item',
        item: itemOf(recorded),
        write: recorded.write,
        restored: recorded.restored === true,
      };
};

/** The item that is there at an instant. */
export const itemAt = (record: unknown, now: string): Item | undefined => {
  const held = heldIn(record);
  if (held.kind === 'deleted') return undefined;
  return held.item.expiresAt !== undefined && held.item.expiresAt <= now ? undefined : held.item;
};
