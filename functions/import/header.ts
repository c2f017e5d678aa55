import { tidy } from './cell.ts';
import { notCsv } from './encoding.ts';

const maxColumns = 100;
const maxNameLength = 200;

/** The letters that a spreadsheet shows above column `index` (from 0): A, B, … Z, AA. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/**
 * The columns' names, each once: a column without one is called by its letter, a repeated one gets its letter, too.
 * Empty columns at the end, which spreadsheets often leave, are no columns.
 */
export const columnNames = (cells: readonly string[]): string[] => {
  const names = cells.map((cell) => tidy(cell).slice(0, maxNameLength - 12));
  while (names.at(-1) === '') names.pop();
  if (names.length < 2)
    throw notCsv('needs a first row that names at least two columns, for the company and the title');
  if (names.length > maxColumns) throw notCsv(`has more than ${maxColumns} columns`);
  const seen = new Set<string>();
  return names.map((name, index) => {
    const own =
      name === '' ? `Column ${letters(index)}` : seen.has(name) ? `${name} (${letters(index)})` : name;
    seen.add(own);
    return own;
  });
};
