import { isDeepStrictEqual } from 'node:util';
import type { Files } from '../files/files.ts';
import type { CycleId } from '../ids.ts';
import type { Unsaved } from '../table/entity.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Operation, Stamp, Table } from '../table/table.ts';
import type { Market } from './market.ts';
import type { CompanyStatistics } from './schema.ts';
import { companyStatistics, findCompanyStatistics, rowsFile } from './store.ts';

/** Readers of lines take these two for the end of one; JSON does not. */
const escaped = (separator: string): string => (separator === '\u2028' ? '\\u2028' : '\\u2029');

async function* lines(rows: readonly object[]): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < rows.length; at += 500)
    yield Buffer.from(
      rows
        .slice(at, at + 500)
        .map((row) => `${JSON.stringify(row).replaceAll(/[\u2028\u2029]/g, escaped)}\n`)
        .join(''),
    );
}

/** The tables that are too long for an item. */
export const writeRows = async (files: Files, cycleId: CycleId, market: Market): Promise<void> => {
  await files.put(rowsFile(cycleId, 'companies'), lines(market.companyRows()));
  await files.put(rowsFile(cycleId, 'postings'), lines(market.postingRows()));
};

const together = 50;

/** Writes each company's part where it differs from what is there. */
export const writeCompanyStatistics = async (
  table: Table,
  list: readonly Unsaved<CompanyStatistics>[],
  by: Stamp,
): Promise<void> => {
  const changeOf = async (figures: Unsaved<CompanyStatistics>): Promise<Operation[]> => {
    const before = await findCompanyStatistics(table, figures.companyId, figures.cycleId);
    if (before === undefined) return [companyStatistics.create(figures, by)];
    const after = { ...figures, version: before.version };
    return isDeepStrictEqual(before, after) ? [] : [companyStatistics.update(after, by)];
  };
  // Whoever wrote in between counted later.
  for (let at = 0; at < list.length; at += together)
    await writeIndependent(table, (await Promise.all(list.slice(at, at + together).map(changeOf))).flat());
};
