import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../functions/clock/system.ts';
import { Unavailable } from '../../functions/errors.ts';
import { Unusable } from '../../functions/errors.ts';
import { OtherItem } from '../../functions/table/whole.ts';
import { recordOptions, recordUsage } from '../local/record-at.ts';
import { exportProgramme } from './export.ts';
import { importProgramme } from './import.ts';
import { itemsOf } from './manifest.ts';
import { archiveAt, nameOf, newArchive, sourceAt, targetAt } from './places.ts';
import { MoveRefused } from './refused.ts';

const usage = `Usage
  npm run export -- FOLDER [where]   write the programme into a new folder
  npm run import -- FOLDER [where]   put it into a place that is empty, and compare what has arrived
where
  ${recordUsage}`;

const clock = systemClock;
const report = (line: string): void => console.log(`  ${line}`);

/** From where to where, once that is known: a message says both. */
let way: string | undefined;

const run = async (): Promise<void> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: recordOptions });
  const [command, folder, ...more] = positionals;
  if (folder === undefined || more.length > 0 || (command !== 'export' && command !== 'import'))
    throw new MoveRefused(usage);
  const [here, there] = [nameOf(values), resolve(folder)];
  way = command === 'export' ? `from ${here} to ${there}` : `from ${there} to ${here}`;
  const archive = await (command === 'export' ? newArchive : archiveAt)(folder);
  const place = await (command === 'export' ? sourceAt : targetAt)(values, clock);
  try {
    const { sha256, contents } =
      command === 'export'
        ? await exportProgramme(place, archive, {
            clock,
            report,
            underWay: { folder: `${there}.under-way`, of: here },
          })
        : await importProgramme(archive, place, { clock, report });
    const { counts } = contents.sample;
    console.log(`${command}ed ${way}: ${itemsOf(contents.record)} items, ${contents.files.length} files`);
    console.log(`  ${counts.postings} postings and ${counts.students} students can be found`);
    console.log(`  sha256:${sha256}`);
    if (command !== 'export') return;
    if (contents.accounts.length === 0)
      console.log('  No accounts: their issuer is elsewhere, and people sign in there as before.');
    console.log(`  Holds personal data and hashed passwords: keep ${folder} as safe as the record.`);
  } finally {
    place.close();
  }
};

/** What is told as it stands: a refusal, what the file system says, a wrong option. */
const isTold = (error: unknown): error is Error =>
  error instanceof MoveRefused ||
  error instanceof OtherItem ||
  error instanceof Unusable ||
  error instanceof Unavailable ||
  (error instanceof Error &&
    'code' in error &&
    /^(E[A-Z]+|ERR_PARSE_ARGS_|ERR_SQLITE)/.test(String(error.code)));

// what is written holds personal data: it is for its owner alone
process.umask(0o077);
try {
  await run();
} catch (error) {
  const words = isTold(error) ? [error.message, ...(way === undefined ? [] : [`(${way})`])].join(' ') : error;
  console.error(words);
  process.exitCode = 1;
}
