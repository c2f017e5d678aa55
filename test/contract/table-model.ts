import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import assert from 'node:assert/strict';
import type { Condition, Item, Operation, Query, Table } from '../../functions/table/table.ts';
import { WriteConflict } from '../../functions/table/table.ts';
import { freshPk, stamp } from './table/cases.ts';
import { Model } from './table/model.ts';

const past = '2020-01-01T00:00:00.000Z';

/** Few keys and versions, so that conditions hold about as often as not. */
const sortKey = fc.constantFrom('a', 'a#1', 'a#2', 'b', '企业', '😀');
const condition: fc.Arbitrary<Condition | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant({ absent: true } as const),
  fc.record({ version: fc.integer({ min: 1, max: 3 }) }),
);
type Draft = {
  kind: 'put' | 'expired' | 'delete' | 'check';
  sk: string;
  n: number;
  indexed: boolean;
  if: Condition | undefined;
};
const draft: fc.Arbitrary<Draft> = fc.record({
  kind: fc.constantFrom(
    'put' as const,
    'put' as const,
    'put' as const,
    'expired' as const,
    'delete' as const,
    'check' as const,
  ),
  sk: sortKey,
  n: fc.integer({ min: 0, max: 9 }),
  indexed: fc.boolean(),
  if: condition,
});

const operationOf = (pk: string, made: Draft): Operation => {
  const { kind, sk, n } = made;
  const wanted = made.if && { if: made.if };
  if (kind === 'check') return { check: { pk, sk }, if: made.if ?? { absent: true } };
  if (kind === 'delete') return { delete: { pk, sk, stamp }, ...wanted };
  // Each item has a place of its own in the index: the order of equal index keys is the adapter's.
  const index = made.indexed ? { gsi1: { pk: `${pk}#1`, sk: `${n}${sk}` } } : {};
  return {
    put: { pk, sk, body: { n }, stamp, index, ...(kind === 'expired' && { expiresAt: past }) },
    ...wanted,
  };
};

type Range = NonNullable<Query['sk']>;
const range: fc.Arbitrary<Range> = fc.oneof(
  fc.constant({}),
  fc.record({ prefix: fc.constantFrom('', 'a', 'a#', '企') }),
  fc.record({ from: sortKey, to: sortKey }),
);

interface Real {
  table: Table;
  pk: string;
}
type Step = fc.AsyncCommand<Model, Real, true>;

const refusedBy = (writing: Promise<void>): Promise<readonly number[]> =>
  writing.then(
    () => [],
    (error: unknown) => {
      if (error instanceof WriteConflict) return error.operations;
      throw error;
    },
  );

const step = (text: string, run: (model: Model, real: Real) => Promise<void>): Step => ({
  check: async () => true,
  run,
  toString: () => text,
});

const write = fc.uniqueArray(draft, { minLength: 1, maxLength: 4, selector: ({ sk }) => sk }).map((drafts) =>
  step(`write ${JSON.stringify(drafts)}`, async (model, { table, pk }) => {
    const operations = drafts.map((made) => operationOf(pk, made));
    assert.deepEqual(await refusedBy(table.write(operations)), model.write(operations));
  }),
);

const read = sortKey.map((sk) =>
  step(`get ${sk}`, async (model, { table, pk }) =>
    assert.deepEqual(await table.get({ pk, sk }), model.items.get(sk)),
  ),
);

const list = fc
  .record({
    sk: range,
    limit: fc.integer({ min: 1, max: 4 }),
    descending: fc.boolean(),
    indexed: fc.boolean(),
  })
  .map(({ indexed, ...asked }) =>
    step(`query ${JSON.stringify({ ...asked, indexed })}`, async (model, { table, pk }) => {
      const query: Query = indexed ? { index: 'gsi1', pk: `${pk}#1`, limit: asked.limit } : { pk, ...asked };
      const found: Item[] = [];
      let cursor: string | undefined;
      do {
        const page = await table.query({ ...query, cursor });
        assert.ok(page.items.length <= asked.limit);
        found.push(...page.items);
        ({ cursor } = page);
      } while (cursor !== undefined);
      assert.deepEqual(found, model.find(query));
    }),
  );

/** What several clients who write at once were answered: what each wrote, and whether it was refused. */
interface Answered {
  operations: Operation[];
  refused: readonly number[];
}

/** Whether there is an order of the writes in which the model answers the same and ends in the same state. */
const hasOrder = (model: Model, answers: readonly Answered[], end: string): boolean => {
  if (answers.length === 0) return stateOf(model.items.values()) === end;
  return answers.some((answer, at) => {
    const after = new Model();
    for (const [sk, item] of model.items) after.items.set(sk, item);
    const refused = after.write(answer.operations);
    return (
      JSON.stringify(refused) === JSON.stringify(answer.refused) &&
      hasOrder(after, answers.toSpliced(at, 1), end)
    );
  });
};
const stateOf = (items: Iterable<Item>): string =>
  JSON.stringify([...items].map(({ sk, version, body }) => JSON.stringify([sk, version, body])).toSorted());

/** The port against its model: commands one after the other, and the writes of several clients at the same time. */
export function tableModel(
  name: string,
  { runs }: { runs: number },
  makeAdapter: (() => Promise<{ table: Table; close: () => Promise<void> }>) | undefined,
): void {
  describe.skipIf(makeAdapter === undefined)(`table model: ${name}`, () => {
    let adapter: Awaited<ReturnType<NonNullable<typeof makeAdapter>>>;
    beforeAll(async () => {
      if (makeAdapter === undefined) throw new Error('A skipped test was run.');
      adapter = await makeAdapter();
    });
    afterAll(() => adapter.close());

    test('answers each command as the model does', async () => {
      const kept = fc.assert(
        fc.asyncProperty(fc.commands([write, write, read, list], { maxCommands: 25 }), async (commands) => {
          await fc.asyncModelRun(
            () => ({ model: new Model(), real: { table: adapter.table, pk: freshPk() } }),
            commands,
          );
        }),
        { numRuns: runs },
      );
      await expect(kept).resolves.toBeUndefined();
    });

    test('answers clients that write at once as if one came after the other', () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.uniqueArray(draft, { minLength: 1, maxLength: 3, selector: ({ sk }) => sk }), {
            minLength: 2,
            maxLength: 5,
          }),
          async (clients) => {
            const pk = freshPk();
            const answers = await Promise.all(
              clients.map(async (drafts) => {
                const operations = drafts.map((made) => operationOf(pk, made));
                return { operations, refused: await refusedBy(adapter.table.write(operations)) };
              }),
            );
            const { items } = await adapter.table.query({ pk });
            expect(hasOrder(new Model(), answers, stateOf(items))).toBe(true);
          },
        ),
        { numRuns: runs },
      ));
  });
}
