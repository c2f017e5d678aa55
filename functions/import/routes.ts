import type { CoordinatorActor } from '../actor.ts';
import type { Handlers } from '../call.ts';
import type { Deps } from '../deps.ts';
import { getCycle } from '../cycle/store.ts';
import { ImportId, type JobId } from '../ids.ts';
import { requestJob } from '../job/store.ts';
import type { JobPayload } from '../job/schema.ts';
import { requireVersion } from '../ownership.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import { receive } from '../upload/receive.ts';
import type { importOperations } from './api.ts';
import { rejectedName, rejectedRows } from './rejected.ts';
import { rowPage } from './row-page.ts';
import { requireImportMove, requireOpenCycle, requireReadyRows, requireUsableMapping } from './rules.ts';
import { getImport, imports, sourceFile } from './store.ts';
import type { StoredImport } from './stored.ts';
import { shownName, takeFile } from './upload.ts';

const nothing = { rows: 0, ready: 0, problem: 0, duplicate: 0, imported: 0 };

interface Request {
  actor: CoordinatorActor;
  deps: Deps;
  now: string;
}
/** Starts a job on an import and marks the import as being worked on, in one write. */
const start = async (
  { actor, deps, now }: Request,
  kind: Extract<JobPayload['kind'], `${string}_import`>,
  found: StoredImport,
): Promise<{ jobId: JobId }> => {
  const by = stamp(actor, `import.${found.state}`, now);
  const { jobId, operation } = requestJob(deps.newId, { kind, importId: found.id }, by);
  await commit(deps.table, [imports.update({ ...found, jobId }, by), operation]);
  return { jobId };
};

export const importHandlers: Handlers<keyof typeof importOperations> = {
  uploadImport: async (call) => {
    const { actor, params, query, deps, now } = call;
    const cycle = await getCycle(deps.table, params.cycleId);
    requireOpenCycle(cycle);
    const fileName = shownName(query.fileName);
    const id = ImportId.parse(`imp_${deps.newId()}`);
    const received = await receive(call, 'text/csv', query.uploadId);
    const file = await takeFile(deps, sourceFile(id), received);
    const found = { id, cycleId: cycle.id, fileName, state: 'uploaded' as const, ...file, includeDuplicates: false, counts: nothing, problems: [], createdAt: now }; // prettier-ignore
    try {
      await commit(deps.table, [imports.create(found, stamp(actor, 'import.upload', now))]);
    } catch (error) {
      await deps.files.remove(sourceFile(id));
      throw error;
    }
    return getImport(deps.table, id);
  },

  listImports: ({ deps, query: { cursor, limit } }) =>
    imports.list(deps.table, {
      index: 'gsi1',
      pk: 'IMPORTS',
      descending: true,
      limit,
      cursor,
    }),

  getImport: ({ deps, params }) => getImport(deps.table, params.importId),

  checkImport: async ({ actor, params, body, version, deps, now }) => {
    const found = await getImport(deps.table, params.importId);
    requireVersion(found, version, 'import');
    requireImportMove(found, 'checking');
    requireUsableMapping(found.columns, body.mapping);
    return start({ actor, deps, now }, 'check_import', { ...found, ...body, state: 'checking' });
  },

  listImportRows: async ({ deps, params, query }) =>
    rowPage(deps, await getImport(deps.table, params.importId), query),

  runImport: async ({ actor, params, version, deps, now }) => {
    const found = await getImport(deps.table, params.importId);
    requireVersion(found, version, 'import');
    requireImportMove(found, 'importing');
    requireOpenCycle(await getCycle(deps.table, found.cycleId));
    requireReadyRows(found);
    return start({ actor, deps, now }, 'run_import', { ...found, state: 'importing' });
  },

  undoImport: async ({ actor, params, version, deps, now }) => {
    const found = await getImport(deps.table, params.importId);
    requireVersion(found, version, 'import');
    requireImportMove(found, 'undoing');
    return start({ actor, deps, now }, 'undo_import', { ...found, state: 'undoing' });
  },

  getRejectedRows: async ({ deps, params }) => {
    const found = await getImport(deps.table, params.importId);
    return { name: rejectedName(found.fileName), content: rejectedRows(deps.files, found) };
  },
};
