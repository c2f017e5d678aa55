/** Whether all words of a question stand in the texts, each wherever. */
export const says = (q: string, texts: readonly (string | undefined)[]): boolean => {
  const text = texts.join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** The first of a walk that fit; whether there are more is told by one more being there. */
export const firstOf = async <T>(
  all: AsyncIterable<T>,
  fits: (one: T) => boolean,
  limit: number,
): Promise<T[]> => {
  const found: T[] = [];
  for await (const one of all) {
    if (fits(one)) found.push(one);
    if (found.length === limit) break;
  }
  return found;
};
