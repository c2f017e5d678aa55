import { createHash } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { PostingId } from '../ids.ts';
import type { Company } from '../company/schema.ts';
import { companies } from '../company/store.ts';
import { postings } from '../posting/store.ts';
import { type Operation, WriteConflict } from '../table/table.ts';
import { isChinese } from './cell.ts';
import type { CheckedRow } from './checked-rows.ts';
import { companyKey, importedCompanyId } from './company-name.ts';
import type { StoredImport } from './stored.ts';
import { byImport } from './work.ts';

/** The id of the posting of a row: the same however often the row is imported, so that none comes twice. */
export const postingIdOf = (importId: string, row: number): PostingId =>
  PostingId.parse(`pos_${createHash('sha256').update(`${importId}:${row}`).digest('hex').slice(0, 24)}`);

/** Writes what is not there yet: operations whose condition fails are done already, the others are tried again. */
const writeAbsent = async (deps: Deps, operations: readonly Operation[]): Promise<void> => {
  let left = operations;
  while (left.length > 0) {
    try {
      return await deps.table.write(left);
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
      const there = new Set(error.operations);
      left = left.filter((_, at) => !there.has(at));
    }
  }
};

/** Creates the drafts of at most 50 ready rows, and draft companies for names that no company has. */
export const createDrafts = async (
  deps: Deps,
  found: StoredImport,
  rows: readonly CheckedRow[],
  companyIds: ReadonlyMap<string, Company>,
  createdAt: string,
): Promise<void> => {
  const by = byImport(deps, 'draft');
  const created = new Map<string, Operation>();
  const drafts = rows.flatMap(({ row, company, draft }) => {
    if (draft === undefined) return [];
    const key = companyKey(company);
    const companyId = importedCompanyId(key);
    const known = companyIds.get(key);
    if (known === undefined) {
      const content = { name: isChinese(company) ? { zh: company } : { en: company } };
      created.set(companyId, companies.create({ id: companyId, state: 'draft', content, createdAt }, by));
    }
    const posting = {
      id: postingIdOf(found.id, row),
      cycleId: found.cycleId,
      companyId: known?.id ?? companyId,
      state: 'draft' as const,
      content: draft,
      createdAt,
      source: { importId: found.id, row },
    };
    return [postings.create(posting, by)];
  });
  await writeAbsent(deps, [...created.values(), ...drafts]);
};
