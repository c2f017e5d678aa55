import type { Operation, Table } from '../../../functions/table/table.ts';
import { Refused } from '../caller.ts';

export const clients = 200;

export const atOnce = <T>(count: number, work: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)));

/** What a request came to: answered, or the name of its refusal. */
export const outcomeOf = async (pending: Promise<unknown>): Promise<string> => {
  try {
    await pending;
    return 'done';
  } catch (error) {
    if (error instanceof Refused) return `${error.status} ${error.code}`;
    throw error;
  }
};

export const counted = (outcomes: readonly string[]): string =>
  [...Map.groupBy(outcomes, (one) => one)].map(([name, all]) => `${all.length} ${name}`).join(', ');

export const unexpected = (outcomes: readonly string[], expected: readonly string[]): string[] =>
  outcomes.filter((one) => one !== 'done' && !expected.includes(one)).map((one) => `an answer was ${one}`);

/** A record that minds no version, of all items or of those of one kind. */
export const careless =
  (kind = '') =>
  (table: Table): Table => ({
    ...table,
    write: (operations) =>
      table.write(
        operations.map((operation): Operation => {
          if (!('put' in operation) || operation.if === undefined || 'absent' in operation.if)
            return operation;
          return operation.put.sk.startsWith(kind) ? { put: operation.put } : operation;
        }),
      ),
  });
