import { openSqliteTable } from '../../functions/table/sqlite.ts';

/** Writes pairs of items to the table file given as argument for ever, printing each number once its write returned. */
const [file = ''] = process.argv.slice(2);
const table = openSqliteTable({ file });
const stamp = { by: 'writer', action: 'test.write', at: new Date().toISOString() };
for (let number = 1; ; number += 1) {
  const sk = String(number).padStart(9, '0');
  await table.write([
    { put: { pk: 'LEFT', sk, body: { number }, stamp }, if: { absent: true } },
    { put: { pk: 'RIGHT', sk, body: { number }, stamp }, if: { absent: true } },
  ]);
  process.stdout.write(`${number}\n`);
}
