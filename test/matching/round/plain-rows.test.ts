import { describe, expect, it } from 'vitest';
import { IdTable } from '../../../matching/round/read/id-table.ts';
import { NUMBER, PlainRows } from '../../../matching/round/read/plain-rows.ts';
import { RowsRead } from '../../../matching/round/read/rows-read.ts';

/** Reads `"key": NUMBER [list],` entries; what was entered, and the text that was left. */
function read(text: string, from = 0) {
  const [rows, owners, items] = [new RowsRead(), new IdTable(), new IdTable()];
  const numbers: number[] = [];
  const form = {
    beforeList: [':', NUMBER],
    behindList: [','],
    mayTie: true,
    take: (_: number, number: number) => void numbers.push(number),
  };
  const left = text.slice(new PlainRows(rows, { owners, items }, form).read(text, from));
  const ids = (table: IdTable, given: Uint32Array) => Array.from(given, (number) => table.idOf(number));
  return {
    left,
    numbers,
    owners: ids(owners, rows.owner.items),
    start: [...rows.start.items],
    items: ids(items, rows.items.items),
    ties: [...rows.ties.items],
  };
}

describe('PlainRows', () => {
  it('reads entries with spaces anywhere, ties and ids of any script, up to the last comma', () => {
    const text = 'x"a":0["p","q"],\n"中 文" : 120\t[ "q" , [ "p","r" ] ,\r"é" ] ,"c":7[],"d":1["p"]';
    expect(read(text, 1)).toEqual({
      left: '"d":1["p"]',
      numbers: [0, 120, 7],
      owners: ['a', '中 文', 'c'],
      start: [0, 2, 6],
      items: ['p', 'q', 'q', 'p', 'r', 'é'],
      ties: [3, 5],
    });
  });

  it('tells ids apart that begin or end alike, and finds each again among many', () => {
    const ids = Array.from({ length: 3_000 }, (_, i) => `${i}`);
    const list = JSON.stringify(ids);
    const { left, items } = read(`"a":1${list},"b":1${list},`);
    expect(left).toBe('');
    expect(items).toEqual([...ids, ...ids]);
  });

  it.each([
    ['an escape', '"b":1["\\u0070"],'],
    ['an escape in a key', '"\\u0062":1["p"],'],
    ['a control character', '"b":1["p\u001f"],'],
    ['half a pair', '"b":1["\ud83d"],'],
    ['a pair', '"b":1["\ude00"],'],
    ['an id twice', '"b":1["p","q","p"],'],
    ['a key twice', '"a":1["p"],'],
    ['an empty tie', '"b":1["p",[]],'],
    ['a tie in a tie', '"b":1[["p",["q"]]],'],
    ['a number in a list', '"b":1[7],'],
    ['a comma in front', '"b":1[,"p"],'],
    ['a comma behind', '"b":1["p",],'],
    ['no comma between', '"b":1["p" "q"],'],
    ['no number', '"b":["p"],'],
    ['a number with a zero in front', '"b":01["p"],'],
    ['a number that may not be exact', '"b":1000000000000000["p"],'],
    ['a fraction', '"b":1.5["p"],'],
    ['no colon', '"b"1["p"],'],
    ['no list', '"b":1"p",'],
    ['no key', ':1["p"],'],
    ['another space', '"b":1\u00a0["p"],'],
    ['no comma behind it', '"b":1["p"]}'],
    ['an end in an id', '"b":1["p'],
    ['an end in a list', '"b":1["p",'],
    ['an end in a key', '"b'],
    ['nothing', ''],
  ])('leaves %s to others, and takes back what it entered of it', (_, odd) => {
    expect(read(`"a":15["p",["q"]],${odd}`)).toEqual({
      left: odd,
      numbers: [15],
      owners: ['a'],
      start: [0],
      items: ['p', 'q'],
      ties: [1, 2],
    });
  });

  it('reads the largest numbers that are exact', () => {
    expect(read('"a":999999999999999[],').numbers).toEqual([999_999_999_999_999]);
  });
});
