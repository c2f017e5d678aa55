/**
 * A made-up spreadsheet of postings, the same for the same number of rows. About one row in ten has a problem and one
 * in twenty repeats an earlier one. As a command: `node test/support/spreadsheet.ts 50000 > postings.csv`.
 */
const roles = [
  'Software Engineer Intern',
  '数据分析实习生',
  'Product Intern',
  '新媒体运营实习生',
  'Quantitative Research Intern',
  'UI 设计实习生',
];
const places = ['Shanghai', 'Remote', 'London, UK', 'Toronto, ON, Canada', 'Chicago, IL; Austin, TX', '上海'];
const pays = ['CNY 4000 per month', '200元/天', '¥6,000/月', 'USD 25 / hour', 'unpaid: academic credit'];
const text =
  'You build, test and document one part of a product together with a mentor; 你将与导师一起完成一个真实项目。';

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
const quoted = (cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

const columns = [
  'company',
  'title',
  'description',
  'locations',
  'skills',
  'capacity',
  'start date',
  'end date',
  'hours',
  'pay',
];

/** One line of the file; `row` counts from 2, as in the spreadsheet. */
const line = (row: number): string => {
  const repeats = row % 20 === 7 ? row - 1 : row;
  const capacity = row % 10 === 3 ? 'several' : String((row % 5) + 1);
  return quoted([
    `Company ${repeats % 997} Ltd`,
    `${pick(roles, repeats)} ${repeats}`,
    text,
    pick(places, repeats),
    'Python; SQL',
    capacity,
    pick(['2026-06-29', '2026/6/29', '2026年6月29日', '29 Jun 2026'], row),
    '2026-08-21',
    pick(['20-40', '40', '每周30小时'], row),
    pick(pays, row),
  ]);
};

/** The lines of a file with so many rows below its header, each with its line break. */
export function* spreadsheet(rows: number): Generator<string> {
  yield quoted(columns) + '\n';
  for (let row = 2; row < rows + 2; row += 1) yield line(row) + '\n';
}

if (import.meta.main)
  for (const each of spreadsheet(Number(process.argv[2] ?? 50_000))) process.stdout.write(each);
