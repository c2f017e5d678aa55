/** What one check of a part came to. */
export interface Line {
  /** What was done to the product. */
  readonly what: string;
  /** On which engines. */
  readonly where: string;
  /** How often, in words. */
  readonly many: string;
  /** What was found wrong, in sentences. */
  readonly wrong: readonly string[];
  /** It was broken on purpose: then something has to be found wrong. */
  readonly control?: boolean;
}

/** How much of a part is played. */
export interface Options {
  /** Where processes are killed: around every n-th call that only reads, and on DynamoDB at every n-th point around writes. */
  readonly every: { readonly read: number; readonly cloud: number };
  /** For how many seconds OpenSearch is gone. */
  readonly outage: number;
  readonly interleavings: number;
  /** How many requests are played on a bad line. */
  readonly requests: number;
  readonly seed: number;
}

export interface Part {
  readonly name: string;
  run(options: Options): AsyncGenerator<Line>;
}

/** Whether a line is as it should be. */
export const isGood = ({ wrong, control = false }: Line): boolean => wrong.length > 0 === control;

const shownWrong = 3;
const longest = 240;

/** A line of the table, with the first things that are wrong below it. */
export const inWords = (line: Line): string => {
  const { what, where, many, wrong, control = false } = line;
  const found = control ? `${wrong.length} wrong, as it has to be` : `${wrong.length} wrong`;
  const row = [what.padEnd(58), where.padEnd(22), many.padEnd(44), isGood(line) ? found : `✗ ${found}`];
  const below = isGood(line) ? [] : wrong.slice(0, shownWrong).map((text) => `    ${text.slice(0, longest)}`);
  return [row.join(' '), ...below].join('\n');
};

/** So many at a time. */
export const sideBySide = async <T>(
  list: Iterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const waiting = Iterator.from(list);
  const go = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: width }, go));
};
