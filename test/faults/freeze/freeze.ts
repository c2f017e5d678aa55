import { openSqliteTable } from '../../../functions/table/sqlite.ts';
import type { Operation, Table } from '../../../functions/table/table.ts';
import { randomFrom } from '../../../infra/local/seed/random.ts';
import { testClock } from '../../support/clock.ts';
import { makeDeps } from '../../support/deps.ts';
import { now, startMarket } from '../../support/market.ts';
import type { Line, Part } from '../part.ts';
import { heldFiles } from './held-files.ts';
import { interleave } from './interleaving.ts';

/** So many rounds share one record, which grows by each. */
const together = 500;
const ofControl = 1_000;

/** A freeze that locks lists whatever became of them since it read them. */
const heedless = (table: Table): Table => ({
  ...table,
  write: (operations) =>
    table.write(
      operations.map((operation): Operation => {
        if (!('put' in operation) || !operation.put.sk.startsWith('RANKLIST#')) return operation;
        return { put: operation.put };
      }),
    ),
});

const playMany = async (
  count: number,
  options: { seed: number; freezing?: (table: Table) => Table },
): Promise<{ answers: Map<string, number>; wrong: string[] }> => {
  const random = randomFrom(options.seed);
  const answers = new Map<string, number>();
  const wrong: string[] = [];
  for (let done = 0; done < count; done += together) {
    const record = openSqliteTable({ file: ':memory:', clock: testClock(now) });
    const own = await makeDeps({ now, record });
    await startMarket([1, 1], 2, own);
    const deps = { ...own, files: heldFiles() };
    for (let number = 2; number < 2 + Math.min(together, count - done); number += 1) {
      const played = await interleave(deps, { ...options, random, number });
      wrong.push(...played.wrong);
      for (const answer of played.answers) answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
    await own.close();
  }
  return { answers, wrong };
};

const inWords = (count: number, answers: ReadonlyMap<string, number>): string =>
  `${count} interleavings: ${[...answers].map(([answer, times]) => `${times} ${answer}`).join(', ')}`;

/** Lists that are written while a round is frozen: each is in the snapshot, or its writer is told why not. */
export const freeze: Part = {
  name: 'freeze',
  run: async function* ({ interleavings, seed }): AsyncGenerator<Line> {
    const { answers, wrong } = await playMany(interleavings, { seed });
    yield {
      what: 'rank lists written while a round is frozen',
      where: 'SQLite',
      many: inWords(interleavings, answers),
      wrong,
    };
    const control = await playMany(ofControl, { seed, freezing: heedless });
    yield {
      what: 'control: lists are locked at any version',
      where: 'SQLite',
      many: inWords(ofControl, control.answers),
      wrong: control.wrong,
      control: true,
    };
  },
};
