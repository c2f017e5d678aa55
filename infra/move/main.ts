import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../functions/clock/system.ts';
import { folderFiles } from '../../functions/files/folder.ts';
import { TableUnusable } from '../../functions/table/dynamo-db/errors.ts';
import { openSqliteTable } from '../../functions/table/sqlite.ts';
import { OtherItem } from '../../functions/table/whole.ts';
import { dataDir, recordAt, recordOptions, recordUsage } from '../local/record-at.ts';
import { exportProgramme, type Programme } from './export.ts';
import { importProgramme } from './import.ts';
import { itemsOf } from './manifest.ts';
import { MoveRefused } from './refused.ts';

const usage = `Usage
  npm run export -- FOLDER [where]   write the programme into a new folder
  npm run import -- FOLDER [where]   put it into a place that is empty, and compare what has arrived
where
  ${recordUsage}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: recordOptions,
});
const clock = systemClock;
const report = (line: string): void => console.log(`  ${line}`);

const open = async (): Promise<Programme & { close(): void }> => {
  await mkdir(dataDir, { recursive: true });
  const files = folderFiles({ root: join(dataDir, 'files') });
  const record = recordAt(values, clock);
  if (values.table !== undefined) return { record, files, close: () => record.close() };
  const accounts = openSqliteTable({ file: join(dataDir, 'identity.sqlite'), clock });
  const close = (): void => {
    record.close();
    accounts.close();
  };
  return { record, accounts, files, close };
};

const run = async (): Promise<void> => {
  const [command, folder, ...more] = positionals;
  if (folder === undefined || more.length > 0 || (command !== 'export' && command !== 'import'))
    throw new MoveRefused(usage);
  const archive = folderFiles({ root: folder });
  const place = await open();
  try {
    const { sha256, contents } =
      command === 'export'
        ? await exportProgramme(place, archive, { clock, report })
        : await importProgramme(archive, place, { clock, report });
    const { counts } = contents.sample;
    console.log(`${command}ed: ${itemsOf(contents.record)} items, ${contents.files.length} files`);
    console.log(`  ${counts.postings} postings and ${counts.students} students can be found`);
    console.log(`  sha256:${sha256}`);
    if (command === 'export' && contents.accounts.length > 0)
      console.log(`  Holds personal data and hashed passwords: keep ${folder} as safe as the record.`);
  } finally {
    place.close();
  }
};

try {
  await run();
} catch (error) {
  const isTold = error instanceof MoveRefused || error instanceof OtherItem || error instanceof TableUnusable;
  console.error(isTold ? error.message : error);
  process.exitCode = 1;
}
