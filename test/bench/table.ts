/** One line of the table: what was measured, its time where there is one, and what else is to be said. */
export interface Line {
  readonly name: string;
  readonly seconds?: number;
  readonly note?: string;
}

/** The lines of one size, with their ratios to one pass over the input and to `solve`. */
export function table(title: string, lines: readonly Line[], base: { pass: number; solve: number }): string {
  const row = (name: string, cells: readonly string[], note = ''): string =>
    `  ${name.padEnd(42)}${cells.map((cell) => cell.padStart(11)).join('')}   ${note}`.trimEnd();
  return [
    title,
    row('', ['time', '/ one pass', '/ solve']),
    ...lines.map(({ name, seconds, note }) =>
      row(
        name,
        seconds === undefined
          ? ['–', '–', '–']
          : [duration(seconds), ratio(seconds / base.pass), ratio(seconds / base.solve)],
        note,
      ),
    ),
    '',
  ].join('\n');
}

const duration = (seconds: number): string =>
  seconds < 1 ? `${(seconds * 1000).toPrecision(3)} ms` : `${seconds.toPrecision(3)} s`;

const ratio = (value: number): string =>
  value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString('en');
