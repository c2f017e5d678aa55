import type { Key, Operation } from './table.ts';
import { maxItemBytes, maxOperations, WriteTooLarge } from './table.ts';

export const keyOf = (operation: Operation): Key => {
  if ('put' in operation) return operation.put;
  return 'delete' in operation ? operation.delete : operation.check;
};

/** Throws `WriteTooLarge` for what no adapter may take, so that the laptop refuses what the cloud would. */
export function assertWithinLimits(operations: readonly Operation[]): void {
  if (operations.length > maxOperations) {
    throw new WriteTooLarge(
      `A write takes at most ${maxOperations} operations; this one has ${operations.length}. Split it.`,
    );
  }
  const seen = new Set<string>();
  for (const operation of operations) {
    const { pk, sk } = keyOf(operation);
    const name = JSON.stringify([pk, sk]);
    if (seen.has(name))
      throw new WriteTooLarge(`A write names the item ${name} twice. Merge the two operations.`);
    seen.add(name);
    if (!('put' in operation)) continue;
    const bytes = Buffer.byteLength(JSON.stringify(operation.put));
    if (bytes > maxItemBytes) {
      throw new WriteTooLarge(
        `The item ${name} has ${bytes} bytes; ${maxItemBytes} is the most. Store it as a file.`,
      );
    }
  }
}
