import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type AccessPattern,
  patternOfItem,
  patternOfQuery,
} from '../../../functions/table/access-patterns.ts';
import { itemBytes } from '../../../functions/table/size.ts';
import type { Operation } from '../../../functions/table/table.ts';
import type { LocalRecord } from '../record.ts';

/** What one kind of reads or writes came to. */
export interface Figures {
  requests: number;
  units: number;
}

/** The reads of a record by pattern, its writes by what they do, and reads that no pattern names. */
export class Observed {
  readonly reads = new Map<AccessPattern, Figures>();
  readonly writes = new Map<string, Figures>();
  readonly unnamed = new Set<string>();
  readonly #now = new AsyncLocalStorage<Figures>();

  /** Adds what DynamoDB says that the request under way has cost. */
  readonly consumed = (units: number): void => {
    const figures = this.#now.getStore();
    if (figures) figures.units += units;
  };

  #count<K, T>(of: Map<K, Figures>, key: K, work: () => Promise<T>): Promise<T> {
    const figures = of.get(key) ?? { requests: 0, units: 0 };
    of.set(key, figures);
    figures.requests += 1;
    return this.#now.run(figures, work);
  }

  #read<T>(pattern: AccessPattern | undefined, asked: object, work: () => Promise<T>): Promise<T> {
    if (pattern) return this.#count(this.reads, pattern, work);
    this.unnamed.add(JSON.stringify(asked));
    return work();
  }

  /** The same record, looked at. */
  watch(record: LocalRecord): LocalRecord {
    return {
      ...record,
      get: (key) => this.#read(patternOfItem(key), key, () => record.get(key)),
      query: (query) => this.#read(patternOfQuery(query), query, () => record.query(query)),
      write: (operations) => this.#write(operations, () => record.write(operations)),
    };
  }

  #write(operations: readonly Operation[], work: () => Promise<void>): Promise<void> {
    const action = actionOf(operations);
    if (operations.length === 1) return this.#count(this.writes, action, work);
    const figures = this.writes.get(action) ?? { requests: 0, units: 0 };
    this.writes.set(action, figures);
    figures.requests += 1;
    figures.units += unitsTogether(operations);
    return work();
  }
}

const bytesAUnit = 1024;

/**
 * Write units of a transaction: twice a unit for each begun kilobyte of an item, a deletion or a check, and one for each
 * in an index. DynamoDB Local reports as many for twenty items as for two, so that this is reckoned and not measured;
 * that an index entry is moved or taken out, which costs one more, is not counted.
 */
const unitsTogether = (operations: readonly Operation[]): number =>
  operations.reduce((sum, operation) => {
    if (!('put' in operation)) return sum + 2;
    const units = Math.ceil(itemBytes(operation.put) / bytesAUnit);
    return sum + units * (2 + Object.keys(operation.put.index ?? {}).length);
  }, 0);

const actionOf = (operations: readonly Operation[]): string => {
  for (const operation of operations) {
    if ('put' in operation && operation.put.pk.startsWith('AUDIT#')) return 'the audit trail';
    if ('put' in operation) return operation.put.stamp.action;
    if ('delete' in operation) return operation.delete.stamp.action;
  }
  return 'check';
};
