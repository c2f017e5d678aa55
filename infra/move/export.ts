import { audit } from '../../functions/changes/audit.ts';
import type { Clock } from '../../functions/clock/clock.ts';
import type { Files } from '../../functions/files/files.ts';
import type { Key, Table } from '../../functions/table/table.ts';
import type { WholeTable } from '../../functions/table/whole.ts';
import {
  type Contents,
  hashOf,
  itemsOf,
  type Manifest,
  manifestName,
  type Part,
  type Stored,
} from './manifest.ts';
import { filesNamedBy } from './named-files.ts';
import { changedSince, positionOfNow, requireSettled } from './quiet.ts';
import { MoveRefused } from './refused.ts';
import { sampleOf } from './sample.ts';
import { isAccount, isOfProgramme } from './scope.ts';
import { Spool } from './spool.ts';

/** Where a programme is kept. `accounts`: of the issuer that runs beside it, if one does. */
export interface Programme {
  record: Table & WholeTable;
  accounts?: WholeTable;
  files: Files;
}

/** Told what goes on, in words for whoever waits. */
export type Report = (line: string) => void;

/**
 * Writes a programme into an archive, as it is at one moment: what changes while it is read is read again, until
 * nothing more does.
 * @throws MoveRefused while the programme has not settled
 */
export async function exportProgramme(
  { record, accounts, files }: Programme,
  archive: Files,
  { clock, report }: { clock: Clock; report: Report },
): Promise<Manifest> {
  if ((await archive.read(manifestName)) !== undefined)
    throw new MoveRefused('This folder holds an export already. Name another one.');
  await requireSettled(record);
  const settled = await settledParts(record, archive, report);
  if (settled.parts.length === 0)
    throw new MoveRefused('The record is empty: there is no programme to export.');
  const contents: Contents = {
    record: [...settled.parts],
    accounts: accounts === undefined ? [] : [...(await accountParts(accounts, archive)).parts],
    files: await copiesOf(files, archive),
    sample: await sampleOf(record),
  };
  const copied = new Set(contents.files.map(({ name }) => name));
  for (const name of settled.files)
    if (!copied.has(name))
      throw new MoveRefused(
        `A round names the file ${name}, which is not here: its proof would be lost on the way.`,
      );
  report(
    `${itemsOf(contents.record)} items, ${itemsOf(contents.accounts)} items of accounts, ${contents.files.length} files`,
  );
  const manifest: Manifest = {
    format: 'internship-programme/1',
    exportedAt: clock.now(),
    sha256: hashOf(contents),
    contents,
  };
  await archive.put(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  return manifest;
}

async function settledParts(record: Programme['record'], archive: Files, report: Report): Promise<Written> {
  const spool = new Spool();
  try {
    let position = await positionOfNow(record, audit);
    await fill(spool, record, isOfProgramme, report);
    for (;;) {
      const changed = await changedSince(record, position);
      for (const key of changed.keys) if (isOfProgramme(key)) spool.replace(key, await record.get(key));
      position = changed.position;
      if (changed.keys.length > 0) continue;
      await requireSettled(record);
      break;
    }
    return await writtenParts(spool, 'record', archive);
  } finally {
    spool.remove();
  }
}

async function accountParts(accounts: WholeTable, archive: Files): Promise<Written> {
  const spool = new Spool();
  try {
    await fill(spool, accounts, isAccount, () => {});
    return await writtenParts(spool, 'accounts', archive);
  } finally {
    spool.remove();
  }
}

/** Adds all items of a table that are meant. */
export async function fill(
  spool: Spool,
  table: WholeTable,
  isMeant: (key: Key) => boolean,
  report: Report,
): Promise<void> {
  let read = 0;
  for await (const item of table.items()) {
    read += 1;
    if (read % 100_000 === 0) report(`${read} items read`);
    if (isMeant(item)) spool.add(item);
  }
}

/** What was written, and the files that its items cannot do without. */
interface Written {
  readonly parts: readonly Part[];
  readonly files: ReadonlySet<string>;
}

async function writtenParts(spool: Spool, folder: string, archive: Files): Promise<Written> {
  const parts: Part[] = [];
  const files = new Set<string>();
  for (const { name, items, text } of spool.parts()) {
    for (const file of items.flatMap(filesNamedBy)) files.add(file);
    const path = `${folder}/${name}.ndjson`;
    parts.push({ name: path, items: items.length, ...(await archive.put(path, Buffer.from(text))) });
  }
  return { parts, files };
}

async function copiesOf(files: Files, archive: Files): Promise<Stored[]> {
  const copies: Stored[] = [];
  for (const name of await files.list()) {
    const content = await files.read(name);
    if (content !== undefined) copies.push({ name, ...(await archive.put(`files/${name}`, content)) });
  }
  return copies;
}
