import { afterAll, beforeAll, describe } from 'vitest';
import type { Table } from '../../functions/table/table.ts';
import { feedCases } from './table/feed.ts';
import { limitCases } from './table/limits.ts';
import { queryCases } from './table/queries.ts';
import { writeCases } from './table/writes.ts';

/** What every adapter of the table port must do. Adapters may be shared and slow; no case waits for the clock. */
export function tableContract(
  name: string,
  /** Undefined where the adapter's service cannot be had. */
  makeAdapter: (() => Promise<{ table: Table; close: () => Promise<void> }>) | undefined,
): void {
  describe.skipIf(makeAdapter === undefined)(`table contract: ${name}`, () => {
    let adapter: Awaited<ReturnType<NonNullable<typeof makeAdapter>>>;
    beforeAll(async () => {
      if (makeAdapter === undefined) throw new Error('A skipped contract was run.');
      adapter = await makeAdapter();
    });
    afterAll(() => adapter.close());

    for (const cases of [writeCases, queryCases, limitCases, feedCases]) cases(() => adapter.table);
  });
}
