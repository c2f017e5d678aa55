/** So many at a time: enough to hide a network's delay, few enough for a new table's throughput. */
const width = 25;

/** Works on a long list some at a time, and says after each turn how many are done. Stops at the first error. */
export const inTurns = async <T>(
  list: readonly T[],
  work: (item: T) => Promise<unknown>,
  said: (done: number) => Promise<void> = async () => {},
): Promise<void> => {
  for (let at = 0; at < list.length; at += width) {
    await Promise.all(list.slice(at, at + width).map(work));
    await said(Math.min(at + width, list.length));
  }
};
