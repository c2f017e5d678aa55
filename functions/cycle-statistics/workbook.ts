import type { Cell, Sheet } from './tables.ts';

/** A workbook is made in memory: of a longer table it has the beginning. */
export const mostRows = 10_000;

interface Page {
  title: string;
  rows: Cell[][];
}

/** The first rows of a table below its header, and whether there are more. */
export const beginningOf = async ({
  title,
  head,
  rows,
}: Pick<Sheet, 'title' | 'head' | 'rows'>): Promise<Page & { isCut: boolean }> => {
  const found: Cell[][] = [[...head]];
  for await (const row of rows()) {
    if (found.length > mostRows) return { title, rows: found, isCut: true };
    found.push([...row]);
  }
  return { title, rows: found, isCut: false };
};

/** As wide as its texts, within reason: a column of 汉字 takes twice as much. */
const widthOf = (rows: readonly Cell[][], column: number): number => {
  const lengths = rows.slice(0, 200).map((row) => {
    const text = String(row[column] ?? '');
    return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
  });
  return Math.min(60, Math.max(8, ...lengths) + 2);
};

/** An XLSX with a sheet for each page: the header bold and in sight, numbers as numbers, texts never as formulas. */
export const workbookOf = async (pages: readonly Page[]): Promise<Uint8Array> => {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({
    sheets: pages.map(({ title, rows }) => ({
      name: title,
      rows,
      columns: (rows[0] ?? []).map((_, column) => ({ width: widthOf(rows, column) })),
      freezePane: { rows: 1 },
      cells: new Map(
        (rows[0] ?? []).map((value, column) => [`0,${column}`, { value, style: { font: { bold: true } } }]),
      ),
    })),
  });
};
