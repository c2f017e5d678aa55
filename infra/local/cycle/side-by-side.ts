/** Works on a list, `width` entries at a time, and answers in the list's order. Stops at the first error. */
export const sideBySide = async <T, R>(
  list: readonly T[],
  work: (entry: T, index: number) => Promise<R>,
  { width = 8, said = () => {} }: { width?: number; said?: (done: number) => void } = {},
): Promise<R[]> => {
  const results: R[] = [];
  const entries = list.entries();
  let done = 0;
  const one = async (): Promise<void> => {
    for (const [index, entry] of entries) {
      results[index] = await work(entry, index);
      done += 1;
      said(done);
    }
  };
  await Promise.all(Array.from({ length: width }, one));
  return results;
};
