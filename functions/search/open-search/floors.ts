const remembered = 8;
const first = 0.75;
/** So that the page after next need not be better than all before. */
const margin = 0.01;

/** Guesses what the last hit of a page will score, from the pages before. A wrong guess costs time, never a hit. */
export const floorFrom = (): { guess: () => number; learn: (lastScore: number) => void } => {
  const seen: number[] = [];
  return {
    guess: () => (seen.length === 0 ? first : Math.min(...seen) - margin),
    learn: (lastScore) => {
      seen.push(lastScore);
      if (seen.length > remembered) seen.shift();
    },
  };
};
