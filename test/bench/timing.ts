export interface Timing {
  readonly p50: number;
  readonly p99: number;
}

/** Runs each task once, by so many clients at a time, and says how long they took in milliseconds. */
export async function timed(tasks: readonly (() => Promise<unknown>)[], clients: number): Promise<Timing> {
  const took: number[] = [];
  const waiting = tasks.values();
  const client = async (): Promise<void> => {
    for (const task of waiting) {
      const started = performance.now();
      await task();
      took.push(performance.now() - started);
      // Another client's turn, also where a task never waits.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
