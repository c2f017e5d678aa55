const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

/** Whole days since 1970-01-01 of an ISO date (`YYYY-MM-DD`); NaN when it is none. Read once, then remembered. */
export function dayOf(date: string): number {
  const before = known.get(date);
  if (before !== undefined) return before;
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)];
  const found = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(date, found);
  return found;
}

/** The ISO date of a day since 1970-01-01. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
