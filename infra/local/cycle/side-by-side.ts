/** Works on a list, `width` entries at a time, and answers in the list's order. Begins nothing more after the first error. */
export const sideBySide = async <T, R>(
  list: readonly T[],
  work: (entry: T, index: number) => Promise<R>,
  { width = 8, said = () => {} }: { width?: number; said?: (done: number) => void } = {},
): Promise<R[]> => {
  const results: R[] = [];
  const entries = list.entries();
  let done = 0;
  let failed = false;
  const one = async (): Promise<void> => {
    for (const [index, entry] of entries) {
      if (failed) return;
      try {
        results[index] = await work(entry, index);
      } catch (error) {
        failed = true;
        throw error;
      }
      done += 1;
      said(done);
    }
  };
  await Promise.all(Array.from({ length: width }, one));
  return results;
};
