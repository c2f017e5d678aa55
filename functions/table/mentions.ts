/** A word is looked for as a whole one: `student-1` is not in `student-10`. */
export const wholeWord = (word: string): RegExp =>
  new RegExp(
    `(?<![A-Za-z0-9_-])${word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![A-Za-z0-9_-])`,
    'g',
  );

/** Whether one of the words stands anywhere in a kept value. */
export const mentionsAny = (words: readonly string[], value: unknown): boolean => {
  const text = JSON.stringify(value);
  return words.some((word) => text.search(wholeWord(word)) !== -1);
};
