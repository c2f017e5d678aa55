import { allCompanies } from '../company/store.ts';
import type { Company } from '../company/schema.ts';
import { DomainError } from '../errors.ts';
import type { JobHandler } from '../job/work.ts';
import { ofCycle, postings } from '../posting/store.ts';
import { type CheckedRow, CheckedRowsWriter, removeCheckedRows } from './checked-rows.ts';
import { companiesByName, companyKey, importedCompanyId } from './company-name.ts';
import { Duplicates } from './duplicates.ts';
import { columnsOf, readRow } from './rows.ts';
import type { Import, Mapping, Problem } from './schema.ts';
import { openSource, type SourceRow } from './source.ts';
import { sourceFile } from './store.ts';
import { carryImport, inTurns } from './work.ts';

export const maxRows = 200_000;
const progressEvery = 1_000;

/** How often each kind of problem occurs; a row counts once for each kind. */
class ProblemCount {
  readonly #kinds = new Map<string, { field: string; reason: string; rows: number }>();
  add(problems: readonly Problem[]): void {
    const kinds = new Map(problems.map(({ field, reason }) => [`${field}|${reason}`, { field, reason }]));
    for (const [key, kind] of kinds)
      this.#kinds.set(key, { ...kind, rows: (this.#kinds.get(key)?.rows ?? 0) + 1 });
  }
  mostFirst(): Import['problems'] {
    return [...this.#kinds.values()].toSorted(
      (a, b) => b.rows - a.rows || (a.field + a.reason < b.field + b.reason ? -1 : 1),
    );
  }
}

/** Decides on one row after another; what it has seen tells duplicates. */
export class RowChecker {
  readonly #columns: ReturnType<typeof columnsOf>;
  readonly #companyColumn: string;
  readonly #companies: ReadonlyMap<string, Company>;
  readonly #duplicates: Duplicates;
  readonly #includeDuplicates: boolean;

  constructor(known: {
    mapping: Mapping;
    companies: ReadonlyMap<string, Company>;
    duplicates: Duplicates;
    includeDuplicates: boolean;
  }) {
    this.#columns = columnsOf(known.mapping);
    this.#companyColumn = this.#columns.get('company') ?? '';
    this.#companies = known.companies;
    this.#duplicates = known.duplicates;
    this.#includeDuplicates = known.includeDuplicates;
  }

  check({ row, values, broken }: SourceRow): CheckedRow {
    if (broken !== undefined)
      return {
        row,
        values,
        status: 'problem',
        company: '',
        problems: [{ column: '', field: '', reason: broken }],
      };
    const { company, draft, problems, suggestedCategory, places } = readRow(values, this.#columns);
    const key = companyKey(company);
    const known = this.#companies.get(key);
    if (known?.state === 'rejected' || known?.state === 'suspended')
      problems.push({
        column: this.#companyColumn,
        field: 'company',
        reason: `is a company that is ${known.state}; decide on the company first`,
      });
    const told = { row, values, company, ...(suggestedCategory && { suggestedCategory }) };
    if (draft === undefined || problems.length > 0) return { ...told, status: 'problem', problems };
    const duplicateOf = this.#duplicates.find(row, known?.id ?? importedCompanyId(key), draft, places);
    const left = duplicateOf !== undefined && !this.#includeDuplicates;
    return {
      ...told,
      status: left ? 'duplicate' : 'ready',
      problems,
      ...(!left && { draft }),
      ...(duplicateOf !== undefined && { duplicateOf }),
    };
  }
}

/** Checks every row of an import's file by its mapping, and keeps what was found for the pages and for the import. */
export const checkImport: JobHandler<'check_import'> = (deps, { importId }, progress, job) =>
  carryImport(deps, job, importId, 'checking', async (found) => {
    const duplicates = new Duplicates();
    for await (const posting of inTurns(postings.all(deps.table, ofCycle(found.cycleId))))
      duplicates.addPosting(posting);
    const companies = await companiesByName(inTurns(allCompanies(deps.table)));
    const checker = new RowChecker({
      mapping: found.mapping,
      companies,
      duplicates,
      includeDuplicates: found.includeDuplicates,
    });
    const writer = new CheckedRowsWriter(deps.files, importId, job.id);
    const counts = { rows: 0, ready: 0, problem: 0, duplicate: 0, imported: 0 };
    const problems = new ProblemCount();
    const { rows } = await openSource(deps.files, sourceFile(importId), found.encoding);
    for await (const source of inTurns(rows)) {
      if (counts.rows === maxRows)
        throw new DomainError(
          'too_large',
          'too_many_rows',
          `A file may have at most ${maxRows} rows. Split it.`,
        );
      const row = checker.check(source);
      counts.rows += 1;
      counts[row.status] += 1;
      problems.add(row.problems);
      await writer.add(row);
      if (counts.rows % progressEvery === 0) await progress(counts.rows);
    }
    const pieces = await writer.end();
    await progress(counts.rows, counts.rows);
    if (found.checked?.jobId !== job.id) await removeCheckedRows(deps.files, found);
    return { state: 'checked', counts, problems: problems.mostFirst(), checked: { jobId: job.id, pieces } };
  });
