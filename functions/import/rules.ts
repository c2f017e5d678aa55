import { DomainError } from '../errors.ts';
import type { Cycle } from '../cycle/schema.ts';
import { requireMove, type Transitions } from '../transition.ts';
import type { ImportState, Mapping } from './schema.ts';
import type { StoredImport } from './stored.ts';

export const importTransitions: Transitions<ImportState> = {
  uploaded: ['checking'],
  checking: ['checked', 'failed', 'cancelled'],
  checked: ['checking', 'importing'],
  importing: ['imported', 'failed', 'cancelled'],
  imported: ['undoing'],
  undoing: ['undone', 'failed', 'cancelled'],
  failed: ['checking', 'importing', 'undoing'],
  cancelled: ['checking', 'importing', 'undoing'],
  undone: [],
};

/** An import that was stopped half way goes on, or back, from where it was: its rows are not checked anew over its own drafts. */
const afterStop: Readonly<Record<NonNullable<StoredImport['failedWhile']>, readonly ImportState[]>> = {
  checking: ['checking'],
  importing: ['importing', 'undoing'],
  undoing: ['undoing'],
};

/** Refuses a move that the import's state does not allow. */
export const requireImportMove = (found: StoredImport, to: ImportState): void => {
  requireMove('import', importTransitions, found.state, to);
  if (found.state !== 'failed' && found.state !== 'cancelled') return;
  const allowed = afterStop[found.failedWhile ?? 'checking'];
  if (!allowed.includes(to))
    throw new DomainError(
      'conflict',
      'import_half_done',
      `This import was stopped while ${found.failedWhile ?? 'checking'}. It can go on with: ${allowed.join(', ')}.`,
      { facts: { failedWhile: found.failedWhile ?? 'checking' } },
    );
};

/** Nothing is brought into a cycle that is over. */
export const requireOpenCycle = (cycle: Cycle): void => {
  if (cycle.phase === 'closed' || cycle.phase === 'archived')
    throw new DomainError(
      'conflict',
      'cycle_over',
      'This cycle is over. Import into a cycle that is under way.',
    );
};

/** Columns that exist, each field once, a company and a title among them. */
export const requireUsableMapping = (columns: readonly string[], mapping: Mapping): void => {
  const pointerTo = (column: string): string =>
    `/mapping/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const entries = Object.entries(mapping);
  const fields = entries.flatMap(([column, field], index) => {
    if (!columns.includes(column))
      return [{ pointer: pointerTo(column), reason: 'is not a column of this file' }];
    const repeated = entries.slice(0, index).some(([, other]) => other === field);
    return repeated
      ? [{ pointer: pointerTo(column), reason: 'is used for what another column is used for' }]
      : [];
  });
  const mapped = new Set(Object.values(mapping));
  if (!mapped.has('company')) fields.push({ pointer: '/mapping', reason: 'needs a column for company' });
  if (!mapped.has('title') && !mapped.has('titleZh') && !mapped.has('titleEn'))
    fields.push({ pointer: '/mapping', reason: 'needs a column for title, titleZh or titleEn' });
  if (fields.length > 0)
    throw new DomainError(
      'invalid',
      'mapping_not_usable',
      'Say which columns hold the company and the title, and use each field once.',
      { fields },
    );
};

/** Nothing is imported from a check that left nothing over. */
export const requireReadyRows = (found: StoredImport): void => {
  if (found.counts.ready === 0)
    throw new DomainError(
      'conflict',
      'nothing_to_import',
      'No row of this file is ready. Correct the file or the mapping, then check again.',
    );
};
