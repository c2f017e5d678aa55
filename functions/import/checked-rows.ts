import * as z from 'zod';
import type { Files } from '../files/files.ts';
import { PostingDraft } from '../posting/schema.ts';
import { ImportRow } from './schema.ts';
import { pieceFile } from './store.ts';
import { type CheckedStatus, checkedStatuses, type Pieces, type StoredImport } from './stored.ts';

/** A checked row with what importing it needs, so that what was shown is what is imported. */
export const CheckedRow = ImportRow.extend({
  status: z.enum(checkedStatuses),
  company: z.string(),
  draft: PostingDraft.optional(),
});
export type CheckedRow = z.infer<typeof CheckedRow>;

const rowsInPiece = 250;

/**
 * Writes checked rows to files, one series a status, each in file order. A row is found again by the first row numbers
 * of the pieces, so that a page is read without the rest.
 */
export class CheckedRowsWriter {
  readonly #files: Files;
  readonly #importId: string;
  readonly #jobId: string;
  readonly #waiting: Record<CheckedStatus, CheckedRow[]> = { ready: [], problem: [], duplicate: [] };
  readonly #pieces: Pieces = { ready: [], problem: [], duplicate: [] };

  constructor(files: Files, importId: string, jobId: string) {
    this.#files = files;
    this.#importId = importId;
    this.#jobId = jobId;
  }

  async add(row: CheckedRow): Promise<void> {
    this.#waiting[row.status].push(row);
    if (this.#waiting[row.status].length >= rowsInPiece) await this.#flush(row.status);
  }

  async end(): Promise<Pieces> {
    for (const status of checkedStatuses) await this.#flush(status);
    return this.#pieces;
  }

  async #flush(status: CheckedStatus): Promise<void> {
    const rows = this.#waiting[status];
    const [first] = rows;
    if (first === undefined) return;
    this.#waiting[status] = [];
    const text = rows.map((row) => JSON.stringify(row) + '\n').join('');
    await this.#files.put(pieceFile(this.#importId, this.#jobId, status, first.row), Buffer.from(text));
    this.#pieces[status].push(first.row);
  }
}

const readPiece = async (files: Files, name: string): Promise<CheckedRow[]> => {
  const content = await files.read(name);
  if (content === undefined) throw new Error(`The file ${name} is missing`);
  const text = Buffer.concat(await Array.fromAsync(content)).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [CheckedRow.parse(JSON.parse(line))]));
};

/** The checked rows of one status after row `after`, in file order. */
async function* rowsOfStatus(
  files: Files,
  found: StoredImport,
  status: CheckedStatus,
  after: number,
): AsyncGenerator<CheckedRow> {
  if (found.checked === undefined) return;
  const { jobId, pieces } = found.checked;
  const firsts = pieces[status];
  const begin = Math.max(
    0,
    firsts.findLastIndex((first) => first <= after),
  );
  for (const first of firsts.slice(begin))
    for (const row of await readPiece(files, pieceFile(found.id, jobId, status, first)))
      if (row.row > after) yield row;
}

/** The checked rows of some statuses after row `after`, merged in file order. */
export async function* checkedRows(
  files: Files,
  found: StoredImport,
  statuses: readonly CheckedStatus[],
  after = 0,
): AsyncGenerator<CheckedRow> {
  const series = statuses.map((status) => rowsOfStatus(files, found, status, after));
  const heads = await Promise.all(series.map((rows) => rows.next()));
  for (;;) {
    let least: { at: number; row: CheckedRow } | undefined;
    for (const [at, head] of heads.entries())
      if (!head.done && (least === undefined || head.value.row < least.row.row))
        least = { at, row: head.value };
    if (least === undefined) return;
    yield least.row;
    const next = await series[least.at]?.next();
    if (next) heads[least.at] = next;
  }
}

/** Forgets the files of a check that another has replaced. */
export const removeCheckedRows = async (files: Files, found: StoredImport): Promise<void> => {
  for (const status of checkedStatuses)
    for (const first of found.checked?.pieces[status] ?? [])
      await files.remove(pieceFile(found.id, found.checked?.jobId ?? '', status, first));
};
