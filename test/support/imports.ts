import type { CoordinatorActor } from '../../functions/actor.ts';
import { commit } from '../../functions/table/entity.ts';
import type { Cycle, Windows } from '../../functions/cycle/schema.ts';
import { cycles } from '../../functions/cycle/store.ts';
import type { Deps } from '../../functions/deps.ts';
import { CycleId } from '../../functions/ids.ts';
import { checkImport } from '../../functions/import/check.ts';
import { runImport } from '../../functions/import/run.ts';
import { undoImport } from '../../functions/import/undo.ts';
import { importHandlers } from '../../functions/import/routes.ts';
import { Import, type Mapping } from '../../functions/import/schema.ts';
import { getImport } from '../../functions/import/store.ts';
import type { StoredImport } from '../../functions/import/stored.ts';
import { getJob } from '../../functions/job/store.ts';
import type { Progress } from '../../functions/job/work.ts';

export const coordinator: CoordinatorActor = {
  kind: 'coordinator',
  subject: 'co-1',
  email: 'co@example.org',
  name: 'Co',
};
export const cycleId = CycleId.parse('cyc_0123456789abcdefghij');

const window = { from: '2026-02-01T00:00:00.000Z', to: '2026-08-21T00:00:00.000Z' };
const windows: Windows = { posting: window, applying: window, shortlisting: window, ranking: window, matching: window, confirming: window, supplementary: window, active: window }; // prettier-ignore
const weights = {
  skills: 1,
  major: 1,
  dates: 1,
  hours: 1,
  overlap: 1,
  language: 1,
  studyLevel: 1,
  interest: 1,
  text: 1,
};

/** A cycle that takes postings. */
export const makeCycle = async (deps: Deps, phase: Cycle['phase'] = 'posting'): Promise<void> => {
  const by = { by: 'test', action: 'cycle.create', at: deps.clock.now() };
  const name = { en: 'Summer 2026' };
  await commit(deps.table, [
    cycles.create(
      {
        id: cycleId,
        phase,
        name,
        zone: 'Asia/Shanghai',
        windows,
        applicationCap: 8,
        confirmDays: 5,
        keepsMonths: 48,
        movesByClock: false,
        weights,
      },
      by,
    ),
  ]);
};

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += 7_001) yield bytes.subarray(at, at + 7_001);
}

const call = (deps: Deps) => ({
  actor: coordinator,
  deps,
  now: deps.clock.now(),
  query: undefined,
  body: undefined,
  version: 0,
  upload: inChunks(Buffer.of()),
});

export const upload = async (
  deps: Deps,
  content: string | Uint8Array,
  fileName = 'postings.csv',
): Promise<Import> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const found = await importHandlers.uploadImport({
    ...call(deps),
    params: { cycleId },
    query: { fileName },
    upload: inChunks(bytes),
  });
  return Import.parse(found);
};

const quiet: Progress = async () => {};

/** Carries the job that a request started to its end, as the queue's worker would. */
export const work = async (deps: Deps, jobId: string, progress: Progress = quiet): Promise<void> => {
  const job = await getJob(deps.table, jobId);
  const { payload } = job;
  const task = { ...job, decide: commit };
  if (payload.kind === 'check_import') await checkImport(deps, payload, progress, task);
  if (payload.kind === 'run_import') await runImport(deps, payload, progress, task);
  if (payload.kind === 'undo_import') await undoImport(deps, payload, progress, task);
};

const request = async (deps: Deps, found: Pick<Import, 'id'>) => {
  const { id, version } = await getImport(deps.table, found.id);
  return { ...call(deps), params: { importId: id }, version };
};
export const requestCheck = async (
  deps: Deps,
  found: Import,
  mapping: Mapping = found.mapping,
  includeDuplicates = false,
) => importHandlers.checkImport({ ...(await request(deps, found)), body: { mapping, includeDuplicates } });
export const requestRun = async (deps: Deps, found: Import) =>
  importHandlers.runImport(await request(deps, found));
export const requestUndo = async (deps: Deps, found: Import) =>
  importHandlers.undoImport(await request(deps, found));

export const check = async (
  deps: Deps,
  found: Import,
  mapping?: Mapping,
  includeDuplicates?: boolean,
): Promise<StoredImport> => {
  await work(deps, (await requestCheck(deps, found, mapping, includeDuplicates)).jobId);
  return getImport(deps.table, found.id);
};
export const run = async (deps: Deps, found: Import): Promise<StoredImport> => {
  await work(deps, (await requestRun(deps, found)).jobId);
  return getImport(deps.table, found.id);
};
export const undo = async (deps: Deps, found: Import): Promise<StoredImport> => {
  await work(deps, (await requestUndo(deps, found)).jobId);
  return getImport(deps.table, found.id);
};

/** Every row of a status, page by page. */
export const allRows = async (
  deps: Deps,
  found: Pick<Import, 'id'>,
  status?: 'ready' | 'problem' | 'duplicate' | 'imported' | 'undone',
  limit = 50,
) => {
  const rows = [];
  let cursor: string | undefined;
  do {
    const page = await importHandlers.listImportRows({
      ...(await request(deps, found)),
      query: { limit, status, cursor },
    });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
};
export const rejectedText = async (deps: Deps, found: Pick<Import, 'id'>): Promise<string> => {
  const rows = await importHandlers.getRejectedRows(await request(deps, found));
  if (!('content' in rows)) throw new Error('The rows are not in the answer.');
  return Buffer.concat(await Array.fromAsync(rows.content)).toString('utf8');
};
