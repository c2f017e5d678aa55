import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, hiddenSplits, pooled, publish, smallest } from '../../../functions/statistics/rules.ts';
import { groupings, type Published } from '../../../functions/statistics/schema.ts';

const doings = ['working', 'studying', 'looking'] as const;
type Counts = Record<(typeof doings)[number], number>;
const countsOf = (answers: readonly Answer[]): Counts => {
  const count = (doing: Answer['doing']) => answers.filter((each) => each.doing === doing).length;
  return { working: count('working'), studying: count('studying'), looking: count('looking') };
};
const total = (counts: Counts): number => counts.working + counts.studying + counts.looking;

const answer = fc.record({
  doing: fc.oneof(
    { weight: 6, arbitrary: fc.constant('working' as const) },
    { weight: 3, arbitrary: fc.constant('studying' as const) },
    { weight: 2, arbitrary: fc.constant('looking' as const) },
  ),
  helped: fc.integer({ min: 1, max: 5 }),
  category: fc.constantFrom('data-ai', 'finance', 'design', 'media'),
  major: fc.option(fc.constantFrom('computer-science', 'economics', 'history'), { nil: undefined }),
  country: fc.constantFrom('CN', 'CA', 'DE', 'FR', 'AU'),
});
const someAnswers = fc.oneof(
  fc.array(answer, { maxLength: 30 }),
  fc.array(answer, { minLength: 40, maxLength: 150 }),
);

/** All that is printed, as a reader has it. */
const cellsOf = ({ groups, doing, answered }: Published): (number | null | undefined)[] => [
  answered,
  ...Object.values(doing ?? {}),
  ...groupings.flatMap((one) => groups[one].flatMap((row) => [row.answered, ...Object.values(row.doing)])),
];

/**
 * The attacker: knows every published count and sum of all tables, and looks for the least and the most that each hidden
 * count can be. By trying every value and filling the rest in, not by the rule's own method.
 */
const feasible = (
  rows: readonly (number | null)[][],
  sums: readonly number[],
  columns: readonly number[],
): boolean => {
  // Whole tables with given sums and free cells: the greatest flow from rows to columns, by augmenting one at a time.
  const needs = rows.map(
    (row, r) => (sums[r] ?? 0) - row.reduce<number>((sum, cell) => sum + (cell ?? 0), 0),
  );
  const takes = columns.map((column, c) => column - rows.reduce((sum, row) => sum + (row[c] ?? 0), 0));
  if ([...needs, ...takes].some((rest) => rest < 0)) return false;
  if (needs.reduce((a, b) => a + b, 0) !== takes.reduce((a, b) => a + b, 0)) return false;
  const flow = rows.map((row) => row.map(() => 0));
  const push = (r: number, seen: Set<number>): boolean => {
    for (const c of columns.keys()) {
      if (rows[r]?.[c] !== null || seen.has(c)) continue;
      seen.add(c);
      const used = flow.reduce((sum, line) => sum + (line[c] ?? 0), 0);
      const giver = flow.findIndex(
        (line, other) => other !== r && (line[c] ?? 0) > 0 && used >= (takes[c] ?? 0),
      );
      if (used < (takes[c] ?? 0)) {
        const line = flow[r];
        if (line) line[c] = (line[c] ?? 0) + 1;
        return true;
      }
      for (const other of flow.keys()) {
        const line = flow[other];
        if (giver === -1 || line === undefined || other === r || (line[c] ?? 0) === 0 || !push(other, seen))
          continue;
        line[c] = (line[c] ?? 0) - 1;
        const own = flow[r];
        if (own) own[c] = (own[c] ?? 0) + 1;
        return true;
      }
    }
    return false;
  };
  for (const [r, need] of needs.entries())
    for (let n = 0; n < need; n += 1) if (!push(r, new Set())) return false;
  return true;
};

const valuesOf = (published: Published): { possible: number }[] =>
  groupings.flatMap((one) => {
    const rows = published.groups[one];
    const { doing } = published;
    const columns = doings.map((name) => doing?.[name] ?? 0);
    if (doing?.working === null || doing === undefined) return [];
    const table = rows.map((row) => doings.map((name) => row.doing[name]));
    const sums = rows.map((row) => row.answered);
    return table.flatMap((row, r) =>
      row.flatMap((cell, c) => {
        if (cell !== null) return [];
        let possible = 0;
        for (let value = 0; value <= (sums[r] ?? 0); value += 1) {
          const tried = table.map((line, at) => (at === r ? line.with(c, value) : line));
          if (feasible(tried, sums, columns)) possible += 1;
        }
        return [{ possible }];
      }),
    );
  });

describe('published statistics', () => {
  it('show no count below five, in whichever table', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const shown = cellsOf(publish(answers)).map((cell) => cell ?? smallest);
        expect(Math.min(smallest, ...shown)).toBe(smallest);
      }),
    );
  });

  it('let nobody who reads all tables and sums reckon a hidden count: at least five values fit each', () => {
    let hidden = 0;
    fc.assert(
      fc.property(someAnswers, (answers) => {
        for (const { possible } of valuesOf(publish(answers))) {
          hidden += 1;
          expect(possible).toBeGreaterThanOrEqual(smallest);
        }
      }),
      { numRuns: 300 },
    );
    expect(hidden).toBeGreaterThan(500);
  });

  it('tell true counts, and every table adds up', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const { groups, answered, doing } = publish(answers);
        for (const one of groupings) {
          const named = groups[one].filter(({ name }) => name !== undefined);
          const own = (name?: string) => answers.filter((each) => (each[one] ?? 'unstated') === name);
          expect(named.map((row) => row.answered)).toEqual(named.map(({ name }) => own(name).length));
          const split = named.filter((row) => row.doing.working !== null);
          expect(split.map((row) => row.doing)).toEqual(split.map(({ name }) => countsOf(own(name))));
          const sum = groups[one].reduce((before, row) => before + row.answered, 0);
          expect([0, answered]).toContain(sum);
        }
        expect(answered).toBe(answers.length < smallest ? undefined : answers.length);
        const none = { working: null, studying: null, looking: null };
        expect([undefined, none, countsOf(answers)]).toContainEqual(doing);
      }),
    );
  });

  it('tell small groups together, never one by itself', () => {
    const row = (name: string, working: number) => ({ name, counts: { working, studying: 0, looking: 0 } });
    const sums = (rows: ReturnType<typeof row>[]) =>
      pooled(rows).map(({ name, counts }) => [name, total(counts)]);
    expect(sums([row('a', 20), row('b', 3), row('c', 4)])).toEqual([
      ['a', 20],
      [undefined, 7],
    ]);
    // One small group alone would be what is missing: the next larger goes with it.
    expect(sums([row('a', 20), row('b', 9), row('c', 4)])).toEqual([
      ['a', 20],
      [undefined, 13],
    ]);
    expect(sums([row('a', 20), row('b', 9), row('c', 1), row('d', 1)])).toEqual([
      ['a', 20],
      [undefined, 11],
    ]);
    expect(sums([row('a', 9), row('b', 8)])).toEqual([
      ['a', 9],
      ['b', 8],
    ]);
  });

  it('hide a second split where one alone could be subtracted, the smallest first', () => {
    const rows = [
      { working: 20, studying: 10, looking: 2 },
      { working: 25, studying: 19, looking: 18 },
      { working: 15, studying: 9, looking: 8 },
    ];
    expect(hiddenSplits(rows)).toEqual(new Set([0, 2]));
    expect([...hiddenSplits(rows.map((counts) => ({ ...counts, looking: 5 })))]).toEqual([]);
  });

  it('are a rule that tells nothing to who knows it: each output has several inputs', () => {
    // Every table of two groups and twelve answers, with 3 as the least count; the reader knows the rule.
    const split = (n: number): Counts[] =>
      Array.from({ length: n + 1 }, (_, working) =>
        Array.from({ length: n - working + 1 }, (__, studying) => ({
          working,
          studying,
          looking: n - working - studying,
        })),
      ).flat();
    const worlds = [4, 5, 6].flatMap((n) =>
      split(n).flatMap((a) => split(12 - n).map((b) => [a, b] as const)),
    );
    const outputs = Map.groupBy(worlds, (rows) => {
      const answers = rows.flatMap((counts, index) =>
        doings.flatMap((doing) =>
          Array.from({ length: counts[doing] }, (): Answer => ({
            doing,
            helped: 3,
            category: 'ab'[index],
            major: 'm',
            country: 'CN',
          })),
        ),
      );
      const { groups, doing } = publish(answers, 3);
      return JSON.stringify([groups.category, doing]);
    });
    for (const [output, inputs] of outputs) {
      const published: [Published['groups']['category'], Published['doing']] = JSON.parse(output);
      for (const row of published[0])
        for (const doing of doings) {
          if (row.doing[doing] !== null || row.name === undefined) continue;
          const index = 'ab'.indexOf(row.name);
          const possible = new Set(inputs.map((rows) => rows[index]?.[doing]));
          expect({ output, possible: possible.size > 1 }).toEqual({ output, possible: true });
        }
    }
  });
});
