const candidates = [',', ';', '\t'] as const;
export type Delimiter = (typeof candidates)[number];

/** How often a delimiter stands outside quotation marks in the first record. */
const occurrences = (text: string, delimiter: Delimiter): number => {
  let count = 0;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (count > 0) break;
    } else if (!quoted && character === delimiter) count += 1;
  }
  return count;
};

/** The delimiter that the header uses most; a comma when it uses none. */
export const detectDelimiter = (beginning: string): Delimiter =>
  candidates.reduce((best, next) =>
    occurrences(beginning, next) > occurrences(beginning, best) ? next : best,
  );
