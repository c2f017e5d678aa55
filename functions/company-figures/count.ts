import { applications, ofPosting } from '../application/store.ts';
import type { Application } from '../application/schema.ts';
import { instantAfter } from '../clock/clock.ts';
import { companies, listedInState } from '../company/store.ts';
import type { Deps } from '../deps.ts';
import type { Evaluation } from '../evaluation/schema.ts';
import { evaluationsOf } from '../evaluation/store.ts';
import type { CompanyId } from '../ids.ts';
import { ofCompany as placementsOf, placements } from '../placement/store.ts';
import { ofCompany as postingsOf, postings } from '../posting/store.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Stamp, Table } from '../table/table.ts';
import { countsOf } from './rules.ts';
import { companyRecords, countedDay, findRecord, markCounted } from './store.ts';

const clock = { kind: 'system', task: 'clock' } as const;
/** What is older says nothing of the company as it is. */
const keptMs = 2 * 366 * 86_400_000;

const read = async (table: Table, companyId: string, now: string) => {
  const since = instantAfter(now, -keptMs);
  const [sent, written]: [Application[], Evaluation[]] = [[], []];
  for await (const posting of postings.all(table, postingsOf(companyId)))
    if (posting.createdAt >= since)
      sent.push(...(await Array.fromAsync(applications.all(table, ofPosting(posting.id)))));
  for await (const placement of placements.all(table, placementsOf(companyId)))
    if (placement.confirmedAt >= since)
      written.push(...(await Array.fromAsync(evaluationsOf(table, placement))));
  return countsOf(sent, written, now);
};

const countOne = async (table: Table, companyId: CompanyId, by: Stamp): Promise<void> => {
  const before = await findRecord(table, companyId);
  if (before?.countedAt.slice(0, 10) === by.at.slice(0, 10)) return;
  const record = { companyId, counts: await read(table, companyId, by.at), countedAt: by.at };
  const write =
    before === undefined
      ? companyRecords.create(record, by)
      : companyRecords.update({ ...record, version: before.version }, by);
  // One that is refused was counted by another process at the same moment.
  await writeIndependent(table, [write]);
};

/**
 * Counts once a day how fast each verified company answers. Derived from the record alone: counting again gives the
 * same, and a count that was cut off goes on where it was. A company that fails holds up no other, and is tried again
 * with the next day's count.
 */
export const countCompanyFigures = async (deps: Deps): Promise<void> => {
  const { table } = deps;
  const now = deps.clock.now();
  const day = now.slice(0, 10);
  if ((await countedDay(table)) === day) return;
  const by = stamp(clock, 'company_figures.count', now);
  const failures: unknown[] = [];
  for await (const { id } of companies.all(table, listedInState('verified'))) {
    try {
      await countOne(table, id, by);
    } catch (error) {
      failures.push(error);
    }
  }
  await markCounted(table, day, by);
  if (failures.length > 0) throw new AggregateError(failures, 'Figures of companies could not be counted');
};
