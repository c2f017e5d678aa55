import type { Figures, Observed } from './observe.ts';

/**
 * US dollars for standard tables in us-east-1. On demand a million request units, as told on 2025-07-21 by
 * https://airbyte.com/data-engineering-resources/dynamodb-pricing; provisioned a unit for an hour, as told by
 * https://zeonedge.com/en/blog/dynamodb-cost-optimization-on-demand-provisioned-dax-single-table (read 2026-11-25).
 * Secondary sources: compare them with https://aws.amazon.com/dynamodb/pricing before you decide by them.
 */
const prices = {
  onDemand: { read: 0.125, write: 0.625 },
  provisionedHour: { read: 0.000_13, write: 0.000_65 },
} as const;

/** How much of provisioned units is used on the average: auto scaling's usual target. */
const utilization = 0.7;
const secondsAnHour = 3600;

/** Dollars for a million requests of so many units each. */
const costs = (units: number, kind: 'read' | 'write'): { onDemand: number; provisioned: number } => ({
  onDemand: units * prices.onDemand[kind],
  provisioned: (units * prices.provisionedHour[kind] * 1_000_000) / (secondsAnHour * utilization),
});

const row = (cells: readonly string[], name: string): string =>
  `${cells.map((cell) => cell.padStart(11)).join('')}   ${name}`.trimEnd();

const line = ({ requests, units }: Figures, kind: 'read' | 'write', name: string): string => {
  const each = units / requests;
  const { onDemand, provisioned } = costs(each, kind);
  return row([String(requests), each.toFixed(2), onDemand.toFixed(2), provisioned.toFixed(2)], name);
};

const head = row(['requests', 'units each', '$ on demand', '$ provis.'], '');

/** The patterns with what each came to. */
export const linesOf = ({ reads, writes }: Observed): string[] => [
  `Reads, as DynamoDB Local reports their units; $: a million requests in us-east-1, provisioned at ${utilization * 100}% use`,
  head,
  ...[...reads].map(([{ finds, from, pk, sk, asks }, figures]) =>
    line(figures, 'read', `${finds}: ${from} ${pk} | ${sk} (${asks})`),
  ),
  '',
  'Writes, by the action of their first item: units of one item as DynamoDB Local reports them, those of several reckoned',
  head,
  ...[...writes].map(([action, figures]) => line(figures, 'write', action)),
];
