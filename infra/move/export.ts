import { audit } from '../../functions/changes/audit.ts';
import type { Clock } from '../../functions/clock/clock.ts';
import { everyCycle } from '../../functions/cycle/store.ts';
import type { Files } from '../../functions/files/files.ts';
import { everyItem } from '../../functions/table/every.ts';
import type { Key, Table } from '../../functions/table/table.ts';
import type { WholeTable } from '../../functions/table/whole.ts';
import { incoming } from '../../functions/upload/place.ts';
import {
  type Contents,
  hashOf,
  itemsOf,
  type Manifest,
  manifestName,
  namesOf,
  type Part,
  type Stored,
} from './manifest.ts';
import { filesNamedBy } from './named-files.ts';
import { changedSince, positionOfNow, requireSettled } from './quiet.ts';
import { MoveRefused } from './refused.ts';
import { sampleOf } from './sample.ts';
import { isAccount, isOfProgramme } from './scope.ts';
import { type Reached, Spool } from './spool.ts';

/** Where a programme is kept. `accounts`: of the issuer that runs beside it, if one does. */
export interface Programme {
  record: Table & WholeTable;
  accounts?: WholeTable;
  files: Files;
}

/** Told what goes on, in words for whoever waits. */
export type Report = (line: string) => void;

/** Where an export keeps what it has read, so that one that is cut off goes on, and which record that is of. */
export interface UnderWay {
  folder: string;
  of: string;
  /** So many items are read between two notes of how far it is. */
  every?: number;
}

/**
 * Writes a programme into an archive, as it is at one moment: what changes while it is read is read again, until
 * nothing more does.
 * @throws MoveRefused while the programme has not settled
 */
export async function exportProgramme(
  programme: Programme,
  archive: Files,
  { clock, report, underWay }: { clock: Clock; report: Report; underWay?: UnderWay },
): Promise<Manifest> {
  if ((await archive.read(manifestName)) !== undefined)
    throw new MoveRefused('This folder holds an export already. Name another one.');
  await requireSettled(programme.record);
  const spool = new Spool(underWay?.folder);
  let done = false;
  try {
    const contents = await writeContents(programme, archive, { spool, report, underWay });
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
    done = true;
    return manifest;
  } finally {
    if (done || underWay === undefined) spool.remove();
  }
}

interface Exporting {
  spool: Spool;
  report: Report;
  underWay: UnderWay | undefined;
}

async function writeContents(
  { record, accounts, files }: Programme,
  archive: Files,
  exporting: Exporting,
): Promise<Contents> {
  const settled = await settledParts(record, archive, exporting);
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
  await removeOthers(archive, contents);
  return contents;
}

/** What an export that was cut off has left, and this one has not written again. */
async function removeOthers(archive: Files, contents: Contents): Promise<void> {
  const own = new Set(namesOf(contents));
  for (const name of await archive.list()) if (!own.has(name)) await archive.remove(name);
}

async function settledParts(
  record: Programme['record'],
  archive: Files,
  { spool, report, underWay }: Exporting,
): Promise<Written> {
  const of = `${underWay?.of} ${await beginningsOf(record)}`;
  let reached = underWay && spool.reached(of);
  if (reached !== undefined && (await record.changes(reached.position, 1)).lost) {
    spool.clear();
    reached = undefined;
  }
  if (reached !== undefined) report(`goes on behind ${reached.read} items of an export that was cut off`);
  const begun = reached ?? { position: await positionOfNow(record, audit), read: 0 };
  await fill(spool, record, isOfProgramme, { report, begun: { ...begun, of }, underWay });
  let { position } = begun;
  for (;;) {
    const changed = await changedSince(record, position);
    for (const key of changed.keys) if (isOfProgramme(key)) spool.replace(key, await record.get(key));
    position = changed.position;
    if (changed.keys.length > 0) continue;
    await requireSettled(record);
    break;
  }
  return writtenParts(spool, 'record', archive);
}

/** Tells a record from another one that was begun later at the same place: its cycles, and when they were written. */
async function beginningsOf(record: Table): Promise<string> {
  const cycles = await Array.fromAsync(everyItem(record, everyCycle));
  return JSON.stringify(cycles.map(({ pk, stamp }) => [pk, stamp.at]));
}

async function accountParts(accounts: WholeTable, archive: Files): Promise<Written> {
  const spool = new Spool();
  try {
    await fill(spool, accounts, isAccount);
    return await writtenParts(spool, 'accounts', archive);
  } finally {
    spool.remove();
  }
}

/** Adds all items of a table that are meant; an export under way notes now and then how far it is. */
export async function fill(
  spool: Spool,
  table: WholeTable,
  isMeant: (key: Key) => boolean,
  exporting?: { report: Report; begun: Reached; underWay: UnderWay | undefined },
): Promise<void> {
  const { report, begun, underWay } = exporting ?? {};
  let read = begun?.read ?? 0;
  for await (const item of table.items(begun?.after)) {
    read += 1;
    if (read % 100_000 === 0) report?.(`${read} items read`);
    if (isMeant(item)) spool.add(item);
    if (begun !== undefined && underWay !== undefined && read % (underWay.every ?? 10_000) === 0)
      spool.keep({ ...begun, after: { pk: item.pk, sk: item.sk }, read });
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
    if (name.startsWith(`${incoming}/`)) continue;
    const content = await files.read(name);
    if (content !== undefined) copies.push({ name, ...(await archive.put(`files/${name}`, content)) });
  }
  return copies;
}
