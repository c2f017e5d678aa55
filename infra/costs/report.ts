import { assumptions } from './assumptions.ts';
import type { Measured } from './measure.ts';
import type { PriceList } from './prices.ts';
import { canDoWithoutDomain, cycleCosts, domainCosts, idleCosts, type Line } from './reckon.ts';

const dollars = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
const total = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.dollars, 0);
const row = (name: string, cells: readonly string[]): string =>
  `  ${name.padEnd(34)}${cells.map((cell) => cell.padStart(14)).join('')}`;
const amountOf = ({ amount, unit }: Line): string =>
  `${amount.toLocaleString('en', { maximumSignificantDigits: 3 })} ${unit}`;

const dominant = (lines: readonly Line[]): string =>
  lines
    .toSorted((a, b) => b.dollars - a.dollars)
    .slice(0, 3)
    .map(({ name, dollars: part }) => `${name} ${Math.round((100 * part) / total(lines))}%`)
    .join(', ');

/** The table of costs for some numbers of students. */
export const linesOf = (list: PriceList, measured: Measured, sizes: readonly number[]): string[] => {
  const bills = sizes.map((students) => ({ students, lines: cycleCosts(list, measured, students) }));
  const [first] = bills;
  if (first === undefined) return [];
  const each = (of: (bill: (typeof bills)[number]) => string): string[] => bills.map(of);
  const unconfirmed = Object.values(list.prices).filter(({ confirmed }) => !confirmed);
  return [
    `A cycle of ${assumptions.months} months in US dollars, ${list.region}, on demand, without free tiers`,
    row(
      'students',
      each(({ students }) => students.toLocaleString('en')),
    ),
    ...first.lines.map(({ name }, at) =>
      row(
        name,
        each(({ lines }) => dollars(lines[at]?.dollars ?? 0)),
      ),
    ),
    row(
      'without a search domain',
      each(({ students, lines }) => (canDoWithoutDomain(students) ? dollars(total(lines)) : '–')),
    ),
    row(
      'search domain',
      each(({ students }) => dollars(domainCosts(list, students, assumptions.months))),
    ),
    row(
      'with it',
      each(({ students, lines }) => dollars(total(lines) + domainCosts(list, students, assumptions.months))),
    ),
    row(
      'with it, a student',
      each(({ students, lines }) =>
        ((total(lines) + domainCosts(list, students, assumptions.months)) / students).toFixed(4),
      ),
    ),
    '',
    ...bills.map(
      ({ students, lines }) =>
        `  ${students.toLocaleString('en')} students, most of it without the domain: ${dominant(lines)}`,
    ),
    '',
    `A month in which nobody comes: ${dollars(total(idleCosts(list, 1)))}; with the smallest search domain ${dollars(total(idleCosts(list, 1)) + domainCosts(list, 1, 1))}`,
    '',
    `How much of each, with ${first.students.toLocaleString('en')} students`,
    ...first.lines.map((line) => row(line.name, [amountOf(line)])),
    '',
    `Measured in a played cycle of ${measured.students} students and ${measured.postings} postings: ${measured.played.requests} requests, ${measured.changes} changes, ${measured.letters} letters, ${Math.round(measured.storedBytes / 1000)} KB;`,
    `a visit: ${measured.visit.requests.toFixed(0)} requests of ${Math.round((measured.visit.processorSeconds / measured.visit.requests) * 1e4) / 10} ms of processor and ${(measured.visit.calls / measured.visit.requests).toFixed(1)} calls of the record each, ${(measured.visit.readUnits / measured.visit.requests).toFixed(1)} read units. Assumed is what infra/costs/assumptions.ts says.`,
    'The units of the played cycle, most first',
    ...measured.patterns
      .toSorted((a, b) => b.units - a.units)
      .slice(0, 10)
      .map(({ name, kind, units }) => `  ${units.toFixed(0).padStart(8)} ${kind} units   ${name}`),
    '',
    `${unconfirmed.length} of ${Object.keys(list.prices).length} prices could not be read from a page of AWS: infra/costs/prices.json says where each comes from.`,
    'Not in it: sign-in (an issuer of your own, or one that asks by active users), logs, domain names, and people.',
  ];
};
