let open = 0;

/** Counts work as something that the first sight of the page waits for. */
export const awaited = async <T>(work: Promise<T>): Promise<T> => {
  open += 1;
  try {
    return await work;
  } finally {
    open -= 1;
  }
};

const turn = (): Promise<void> => new Promise((next) => setTimeout(next));

/** Resolves when nothing is waited for any more, at the latest after so many milliseconds. */
export const quiet = async (atMost: number): Promise<void> => {
  const until = performance.now() + atMost;
  // What came may make a part of the page ask for more: that shows within two turns.
  for (let still = 0; still < 2 && performance.now() < until; still = open === 0 ? still + 1 : 0)
    await turn();
};
