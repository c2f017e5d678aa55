import { allCompanies } from '../company/store.ts';
import type { JobHandler } from '../job/work.ts';
import { checkedRows } from './checked-rows.ts';
import { companiesByName } from './company-name.ts';
import { createDrafts } from './drafts.ts';
import { carryImport, inBatches, inTurns } from './work.ts';

/** With a company each, a batch is the 100 operations that a write takes. */
const batchSize = 50;
const progressEvery = 10;

/** Turns the ready rows of an import into drafts. Started again after a crash, it adds only what is missing. */
export const runImport: JobHandler<'run_import'> = (deps, { importId }, progress, task) =>
  carryImport(deps, task, importId, 'importing', async (found) => {
    const companies = await companiesByName(inTurns(allCompanies(deps.table)));
    const ready = inTurns(checkedRows(deps.files, found, ['ready']));
    let imported = 0;
    let batches = 0;
    for await (const rows of inBatches(ready, batchSize)) {
      imported += rows.length;
      // An earlier worker said so when they were there.
      if (imported <= task.done) continue;
      await createDrafts(deps, found, rows, companies, task.createdAt);
      batches += 1;
      if (batches % progressEvery === 0) await progress(imported, found.counts.ready);
    }
    await progress(imported, found.counts.ready);
    return { state: 'imported', counts: { ...found.counts, imported } };
  });
