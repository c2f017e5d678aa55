import type { Outcome } from './order.ts';
import type { Measured } from './play.ts';

const words = { apply: 'Deadline to apply', certify: 'Deadline to rank', results: 'Results day' } as const;

const percentile = (took: readonly number[], share: number): number => {
  const sorted = took.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};
const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const count = (value: number): string => Math.round(value).toLocaleString('en');
const perSecond = ({ took, seconds }: Outcome): number => took.length / seconds;

const head = [
  'requests', 'reads', 'requests/s', 'p50', 'p99', 'errors', 'CPU each', 'bare/s', 'bound', 'load CPU',
]; // prettier-ignore
const row = (name: string, cells: readonly string[]): string =>
  `  ${name.padEnd(40)}${cells.map((cell) => cell.padStart(11)).join('')}`;

export const errorsOf = ({ unexpected }: Outcome): number =>
  Object.values(unexpected).reduce((sum, times) => sum + times, 0);

const lineOf = ({ scene, arrivals, outcome, processorSeconds, bare }: Measured): string => {
  const { took, writes, seconds } = outcome;
  const closed = arrivals.kind === 'closed';
  const how = closed
    ? `${arrivals.together} at a time`
    : `${arrivals.perSecond.toFixed(1)} visits/s by chance`;
  return row(`${words[scene]}, ${how}`, [
    count(took.length),
    `${Math.round(100 * (1 - writes / took.length))}%`,
    count(perSecond(outcome)),
    milliseconds(percentile(took, 0.5)),
    milliseconds(percentile(took, 0.99)),
    String(errorsOf(outcome)),
    milliseconds((1000 * processorSeconds) / took.length),
    count(perSecond(bare)),
    closed ? `${(perSecond(bare) / perSecond(outcome)).toFixed(1)} ×` : '–',
    `${Math.round((100 * outcome.processorSeconds) / seconds)}%`,
  ]);
};

/** What was measured on one engine, as lines of text. */
export const linesOf = (title: string, measured: readonly Measured[]): string[] => [
  title,
  row('', head),
  ...measured.map(lineOf),
  ...measured.flatMap(({ scene, outcome }) =>
    Object.entries(outcome.unexpected).map(([what, times]) => `  ${words[scene]}: ${times} × ${what}`),
  ),
];
