import { expect, test } from 'vitest';
import { columnNames } from '../../../functions/import/header.ts';
import { readRecords } from '../../../functions/import/read.ts';

const read = (text: string, pieceLength = 5) => {
  const pieces = async function* () {
    for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength);
  };
  return Array.fromAsync(readRecords(pieces()));
};

test.each([',', ';', '\t'])('finds the delimiter %j', async (delimiter) => {
  const records = await read(`company${delimiter}title\nA${delimiter}"B, C; D\tE"\n`);
  expect(records[1]?.cells).toEqual(['A', 'B, C; D\tE']);
});

test('counts rows as a spreadsheet does: line breaks in cells do not count, blank rows do', async () => {
  const records = await read('company,title\r\nA,"one\r\ntwo"\r\n\r\n,\r\nB,three\r\n');
  expect(records.map(({ row, cells }) => [row, cells[0]])).toEqual([
    [1, 'company'],
    [2, 'A'],
    [5, 'B'],
  ]);
});

test('a ragged row and a stray quotation mark end nothing', async () => {
  const records = await read('company,title\nA\nB,b,c,d\nC,5" screen\nD,d\n');
  expect(records.map(({ cells }) => cells.length)).toEqual([2, 1, 4, 2, 2]);
});

test('a quotation mark that is never closed is a broken record, and all before it are there', async () => {
  const lines = Array.from({ length: 3_000 }, (_, at) => `Company ${at},Title ${at}\n`).join('');
  const records = await read('company,title\n' + lines + 'X,"never closed\nY,y\n', 40_000);
  expect(records).toHaveLength(3_002);
  expect(records.at(-1)).toMatchObject({ row: 3_002, broken: expect.stringContaining('never closed') });
});

test('columns without a name and repeated ones are told apart, blank ones at the end are none', () => {
  expect(columnNames(['company', '', 'title', 'title', '', ''])).toEqual([
    'company',
    'Column B',
    'title',
    'title (D)',
  ]);
  expect(() => columnNames(['only one', ''])).toThrow(/CSV/);
});

test('a line of millions of delimiters is cut at what a spreadsheet could hold', async () => {
  const records = await read(`${'a,'.repeat(1_000_000)}\nA,B\n`, 32_768);
  expect(records[0]?.cells).toHaveLength(16_384);
  expect(records[1]?.cells).toEqual(['A', 'B']);
});
