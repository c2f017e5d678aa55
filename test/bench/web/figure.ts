/** One measured thing with what it may be at most. */
export interface Figure {
  name: string;
  measured: number;
  budget: number;
  unit: 'KB' | 'ms' | 'MB' | '';
  /** A missed size fails the command; a time depends on the machine, and does not. */
  fails?: boolean;
  note?: string;
}

const written = (value: number, unit: Figure['unit']): string => {
  const digits = unit === 'KB' || unit === 'MB' ? 1 : unit === '' ? 3 : 0;
  return `${value.toFixed(digits)} ${unit}`.trim();
};

const isMet = ({ measured, budget }: Figure): boolean => measured <= budget;

/** The figures as lines, each with measured, budget, met or not. */
export const linesOf = (figures: readonly Figure[]): string[] =>
  figures.map((figure) =>
    [
      `  ${figure.name.padEnd(58)}`,
      written(figure.measured, figure.unit).padStart(10),
      `≤ ${written(figure.budget, figure.unit)}`.padStart(12),
      isMet(figure) ? '  met    ' : '  NOT MET',
      ` ${figure.note ?? ''}`,
    ]
      .join('')
      .trimEnd(),
  );

export const failed = (figures: readonly Figure[]): boolean =>
  figures.some((figure) => figure.fails === true && !isMet(figure));
