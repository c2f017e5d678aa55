/** Compares ids by UTF-16 code units: the same order on every machine, whatever its locale (as RFC 8785 asks). */
export function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
