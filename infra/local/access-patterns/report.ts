import { priceList } from '../../costs/prices.ts';
import type { Figures, Observed } from './observe.ts';

/** How much of provisioned units is used on the average: auto scaling's usual target. */
const utilization = 0.7;
const secondsAnHour = 3600;

const { prices } = priceList;
const pricesOf = {
  read: { unitHour: prices.dynamoDbReadUnitHour, million: prices.dynamoDbMillionReadUnits },
  write: { unitHour: prices.dynamoDbWriteUnitHour, million: prices.dynamoDbMillionWriteUnits },
} as const;

/** Dollars for a million requests of so many units each. */
const costs = (units: number, kind: 'read' | 'write'): { onDemand: number; provisioned: number } => {
  const { unitHour, million } = pricesOf[kind];
  return {
    onDemand: units * million.price,
    provisioned: (units * unitHour.price * 1_000_000) / (secondsAnHour * utilization),
  };
};

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
  `Reads, as DynamoDB Local reports their units; $: a million requests in ${priceList.region} (infra/costs/prices.json), provisioned at ${utilization * 100}% use`,
  head,
  ...[...reads].map(([{ finds, from, pk, sk, asks }, figures]) =>
    line(figures, 'read', `${finds}: ${from} ${pk} | ${sk} (${asks})`),
  ),
  '',
  'Writes, by the action of their first item: units of one item as DynamoDB Local reports them, those of several reckoned',
  head,
  ...[...writes].map(([action, figures]) => line(figures, 'write', action)),
];
