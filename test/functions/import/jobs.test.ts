import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { allCompanies } from '../../../functions/company/store.ts';
import { postingIdOf } from '../../../functions/import/drafts.ts';
import { Unavailable } from '../../../functions/errors.ts';
import { getImport } from '../../../functions/import/store.ts';
import { jobHandlers } from '../../../functions/job/handlers.ts';
import { getJob } from '../../../functions/job/store.ts';
import { workOnJob } from '../../../functions/job/work.ts';
import { getPosting, ofCycle, postings } from '../../../functions/posting/store.ts';
import { makeDeps, type TestDeps } from '../../support/deps.ts';
import {
  allRows,
  check,
  cycleId,
  makeCycle,
  rejectedText,
  requestRun,
  requestUndo,
  run,
  undo,
  upload,
  work,
} from '../../support/imports.ts';

const excerpt = readFileSync(new URL('../../fixtures/listings-excerpt.csv', import.meta.url));
const messy =
  'company,title,capacity\nA Ltd,One,1\nA,Two,x\n=cmd|calc,-Three,y\nA LTD.,one,1\nB,Four\nB,"Fi\nve",2\n';

let deps: TestDeps;
beforeEach(async () => {
  deps = await makeDeps();
  await makeCycle(deps);
});
afterEach(() => deps.close());

const allPostings = () => Array.fromAsync(postings.all(deps.table, ofCycle(cycleId)));
const statuses = async (found: { id: Parameters<typeof allRows>[1]['id'] }) =>
  (await allRows(deps, found, undefined, 2)).map(({ row, status }) => [row, status]);

test('every row of real listings is accounted for, and paging shows each once in file order', async () => {
  const found = await check(deps, await upload(deps, excerpt));
  expect(found.counts).toMatchObject({ rows: 60, problem: 0 });
  expect(found.counts.ready + found.counts.problem + found.counts.duplicate).toBe(60);
  expect(found.counts.duplicate).toBeGreaterThan(2);
  expect((await allRows(deps, found, undefined, 7)).map(({ row }) => row)).toEqual(
    Array.from({ length: 60 }, (_, at) => at + 2),
  );
  const ready = await allRows(deps, found, 'ready', 7);
  expect(ready).toHaveLength(found.counts.ready);
  const earlier = (await allRows(deps, found, 'duplicate')).map(({ duplicateOf }) =>
    ready.some(({ row }) => String(row) === duplicateOf),
  );
  expect(earlier).not.toContain(false);
});

test('problems stay with their rows, the others become drafts of their companies', async () => {
  const found = await check(deps, await upload(deps, messy));
  expect(await statuses(found)).toEqual([
    [2, 'ready'],
    [3, 'problem'],
    [4, 'problem'],
    [5, 'duplicate'],
    [6, 'problem'],
    [7, 'ready'],
  ]);
  expect(found.problems).toContainEqual({
    field: 'capacity',
    reason: 'is not a number; write it like 3',
    rows: 2,
  });
  expect(await run(deps, found)).toMatchObject({ state: 'imported', counts: { imported: 2 } });
  expect((await allRows(deps, found, 'imported')).map(({ postingId }) => postingId)).toEqual([
    postingIdOf(found.id, 2),
    postingIdOf(found.id, 7),
  ]);
  expect(await allRows(deps, found, 'ready')).toEqual([]);
  expect(await getPosting(deps.table, postingIdOf(found.id, 7))).toMatchObject({
    state: 'draft',
    version: 1,
    source: { importId: found.id, row: 7 },
    content: { title: { en: 'Fi ve' } },
  });
  const companies = await Array.fromAsync(allCompanies(deps.table));
  expect(
    companies
      .map(({ state, content }) => [state, content.name?.en])
      .toSorted((a, b) => String(a).localeCompare(String(b))),
  ).toEqual([
    ['draft', 'A Ltd'],
    ['draft', 'B'],
  ]);
});

test('the same file again is all duplicates, unless they are wanted', async () => {
  await run(deps, await check(deps, await upload(deps, messy)));
  const again = await upload(deps, messy);
  expect((await check(deps, again)).counts).toMatchObject({ ready: 0, problem: 3, duplicate: 3 });
  await expect(requestRun(deps, again)).rejects.toMatchObject({ code: 'nothing_to_import' });
  const wanted = await check(deps, again, again.mapping, true);
  expect(wanted.counts).toMatchObject({ ready: 3, problem: 3, duplicate: 0 });
  expect((await run(deps, wanted)).counts.imported).toBe(3);
  expect(await Array.fromAsync(allCompanies(deps.table))).toHaveLength(2);
});

test('an import that dies at any write and is started again brings each row once', async () => {
  const found = await check(deps, await upload(deps, excerpt));
  const { jobId } = await requestRun(deps, found);
  let writes = 1;
  const dying = { ...deps.table, write: (operations: Parameters<typeof deps.table.write>[0]) => {
    if (writes === 0) return new Promise<void>(() => {});
    writes -= 1;
    return deps.table.write(operations);
  } }; // prettier-ignore
  void work({ ...deps, table: dying }, jobId);
  await expect.poll(async () => (await allPostings()).length).toBeGreaterThan(0);
  expect((await allPostings()).length).toBeLessThan(found.counts.ready);
  expect(await getImport(deps.table, found.id)).toMatchObject({ state: 'importing' });
  await work(deps, jobId);
  await work(deps, jobId);
  expect(await allPostings()).toHaveLength(found.counts.ready);
  expect((await getImport(deps.table, found.id)).counts.imported).toBe(found.counts.ready);
});

test('undo takes back what nobody worked on and shows what stays', async () => {
  const found = await run(deps, await check(deps, await upload(deps, messy)));
  const touched = await getPosting(deps.table, postingIdOf(found.id, 7));
  await deps.table.write([
    postings.update(touched, { by: 'test', action: 'posting.update', at: deps.clock.now() }),
  ]);
  expect(await undo(deps, found)).toMatchObject({ state: 'undone', counts: { imported: 1 } });
  expect((await allPostings()).map(({ source }) => source?.row)).toEqual([7]);
  expect((await allRows(deps, found, 'undone')).map(({ row }) => row)).toEqual([2]);
  expect((await allRows(deps, found, 'imported')).map(({ row }) => row)).toEqual([7]);
  expect((await Array.fromAsync(allCompanies(deps.table))).map(({ content }) => content.name?.en)).toEqual([
    'B',
  ]);
  await expect(requestUndo(deps, found)).rejects.toMatchObject({ code: 'import_illegal_move' });
});

test('the rows left out come as a file that no spreadsheet runs, and that can be mended and uploaded', async () => {
  const found = await check(deps, await upload(deps, messy));
  const text = await rejectedText(deps, found);
  expect(text.startsWith('\ufeffcompany,title,capacity,row,reason\r\n')).toBe(true);
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  expect(rows.map(({ row }) => row)).toEqual(['3', '4', '5', '6']);
  expect(rows[1]).toMatchObject({ company: "'=cmd|calc", title: "'-Three" });
  expect(rows[2]?.reason).toBe('repeats row 2');
  const mended = await check(deps, await upload(deps, text.replace(',x,', ',1,').replace(',y,', ',1,')));
  expect((await allRows(deps, mended, 'ready')).map(({ row }) => row)).toContain(3);
});

test('a mapping must name columns of the file, with a company and a title, each field once', async () => {
  const found = await upload(deps, messy);
  await expect(check(deps, found, { company: 'company', nowhere: 'title' })).rejects.toMatchObject({
    code: 'mapping_not_usable',
    fields: [{ pointer: '/mapping/nowhere' }],
  });
  await expect(check(deps, found, { company: 'company', title: 'company' })).rejects.toMatchObject({
    fields: [{ pointer: '/mapping/title' }, { pointer: '/mapping' }],
  });
});

test('a check whose file is gone leaves a failed import that can be checked again', async () => {
  const found = await upload(deps, messy);
  await deps.files.remove(`imports/${found.id}/source.csv`);
  await expect(check(deps, found)).rejects.toThrow('missing');
  expect(await getImport(deps.table, found.id)).toMatchObject({ state: 'failed', failedWhile: 'checking' });
  await expect(requestRun(deps, found)).rejects.toMatchObject({ code: 'import_half_done' });
});

test('a job that the record did not answer goes on at its next try, and says that it succeeded only when it did', async () => {
  const found = await check(deps, await upload(deps, messy));
  const { jobId } = await requestRun(deps, found);
  let refused = 0;
  const table = {
    ...deps.table,
    write: async (...[operations]: Parameters<typeof deps.table.write>) => {
      const isDraft = operations.some((operation) => 'put' in operation && operation.put.sk === 'POSTING');
      if (isDraft && (refused += 1) === 1) throw new Unavailable('The record does not answer.');
      await deps.table.write(operations);
    },
  };
  await workOnJob({ ...deps, table }, jobHandlers, jobId);
  expect(await getJob(deps.table, jobId)).toMatchObject({ state: 'succeeded' });
  expect(await getImport(deps.table, found.id)).toMatchObject({ state: 'imported', counts: { imported: 2 } });
});
