import type { Deps } from '../deps.ts';
import { companies, getCompany } from '../company/store.ts';
import { DomainError } from '../errors.ts';
import type { JobHandler } from '../job/work.ts';
import { findPosting, ofCompany, postings } from '../posting/store.ts';
import { type Operation, WriteConflict } from '../table/table.ts';
import { type CheckedRow, checkedRows } from './checked-rows.ts';
import { companyKey, importedCompanyId } from './company-name.ts';
import { postingIdOf } from './drafts.ts';
import { keptFile } from './store.ts';
import type { StoredImport } from './stored.ts';
import { byImport, carryImport, inBatches, inTurns } from './work.ts';

const batchSize = 50;
const progressEvery = 10;

/** Takes back the drafts of some rows that nobody has worked on; gives the rows whose postings stay. */
const takeBack = async (deps: Deps, found: StoredImport, rows: readonly CheckedRow[]): Promise<number[]> => {
  const by = byImport(deps, 'take-back');
  for (;;) {
    const kept: number[] = [];
    const removals: Operation[] = [];
    for (const { row } of rows) {
      const posting = await findPosting(deps.table, postingIdOf(found.id, row));
      if (posting === undefined) continue;
      // The first version is the draft as it was imported.
      if (posting.version === 1) removals.push(postings.remove(posting, by));
      else kept.push(row);
    }
    try {
      if (removals.length > 0) await deps.table.write(removals);
      return kept;
    } catch (error) {
      // Somebody began to work on one of them just now: look again.
      if (!(error instanceof WriteConflict)) throw error;
    }
  }
};

/** Removes a company that an import created, unless it was worked on or has postings. */
const removeUnusedCompany = async (deps: Deps, id: string): Promise<void> => {
  try {
    const company = await getCompany(deps.table, id);
    if (company.state !== 'draft' || company.version !== 1) return;
    if ((await postings.list(deps.table, { ...ofCompany(id), limit: 1 })).items.length > 0) return;
    await deps.table.write([companies.remove(company, byImport(deps, 'take-back'))]);
  } catch (error) {
    const gone = error instanceof DomainError && error.kind === 'not_found';
    if (!gone && !(error instanceof WriteConflict)) throw error;
  }
};

/** Takes an import back. Drafts that somebody has worked on stay; `kept.json` lists their rows. */
export const undoImport: JobHandler<'undo_import'> = (deps, { importId }, progress, job) =>
  carryImport(deps, job, importId, 'undoing', async (found) => {
    const kept: number[] = [];
    const names = new Set<string>();
    let done = 0;
    let batches = 0;
    for await (const rows of inBatches(inTurns(checkedRows(deps.files, found, ['ready'])), batchSize)) {
      kept.push(...(await takeBack(deps, found, rows)));
      for (const { company } of rows) names.add(companyKey(company));
      done += rows.length;
      batches += 1;
      if (batches % progressEvery === 0) await progress(done, found.counts.ready);
    }
    for await (const name of inTurns(names.values()))
      await removeUnusedCompany(deps, importedCompanyId(name));
    await deps.files.put(keptFile(importId), Buffer.from(JSON.stringify(kept)));
    await progress(done, found.counts.ready);
    return { state: 'undone', counts: { ...found.counts, imported: kept.length } };
  });
