import { itemBytes } from './size.ts';
import type { Key, Operation } from './table.ts';
import {
  InvalidKey,
  maxItemBytes,
  maxKeyBytes,
  maxOperations,
  maxWriteBytes,
  WriteTooLarge,
} from './table.ts';

export const keyOf = (operation: Operation): Key => {
  if ('put' in operation) return operation.put;
  return 'delete' in operation ? operation.delete : operation.check;
};

const fits = (part: string, most: number): boolean => part !== '' && Buffer.byteLength(part) <= most;

/** Whether there can be an item with this key. */
export const isPossible = ({ pk, sk }: Key): boolean => fits(pk, maxKeyBytes.pk) && fits(sk, maxKeyBytes.sk);

const keysOf = (operation: Operation): readonly Key[] =>
  'put' in operation ? [operation.put, ...Object.values(operation.put.index ?? {})] : [keyOf(operation)];

/** What an operation takes in a write besides its item: its condition, and how values are named in it. */
const stepBytes = 1024;

/** Throws `InvalidKey` or `WriteTooLarge` for what no adapter may take, so that the laptop refuses what the cloud would. */
export function assertWithinLimits(operations: readonly Operation[]): void {
  if (operations.length > maxOperations) {
    throw new WriteTooLarge(
      `A write takes at most ${maxOperations} operations; this one has ${operations.length}. Split it.`,
    );
  }
  const seen = new Set<string>();
  let total = 0;
  for (const operation of operations) {
    const { pk, sk } = keyOf(operation);
    const name = JSON.stringify([pk, sk]);
    if (!keysOf(operation).every(isPossible)) throw new InvalidKey(name);
    if (seen.has(name))
      throw new WriteTooLarge(`A write names the item ${name} twice. Merge the two operations.`);
    seen.add(name);
    const bytes = 'put' in operation ? itemBytes(operation.put) : 0;
    if (bytes > maxItemBytes) {
      throw new WriteTooLarge(
        `The item ${name} has ${bytes} bytes; ${maxItemBytes} is the most. Store it as a file.`,
      );
    }
    total += bytes + stepBytes + Buffer.byteLength(name);
  }
  if (total > maxWriteBytes)
    throw new WriteTooLarge(`A write takes at most ${maxWriteBytes} bytes; this one has ${total}. Split it.`);
}
