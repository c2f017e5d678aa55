/** One entry of a list that knows ties: an id, or several that stand equally. */
export type Ranked<Id extends string = string> = Id | readonly Id[];

interface Placed {
  id: string;
  /** Where the id stands in the list, as a JSON pointer. */
  pointer: string;
}

/** Every id with where it stands, those inside ties too. */
export const placed = (choices: readonly Ranked[]): Placed[] =>
  choices.flatMap((entry, index) =>
    typeof entry === 'string'
      ? [{ id: entry, pointer: `/choices/${index}` }]
      : entry.map((id, inner) => ({ id, pointer: `/choices/${index}/${inner}` })),
  );

/** A tie of one is no tie. */
export const withoutLoneTies = <Id extends string>(choices: readonly (Id | Id[])[]): (Id | Id[])[] =>
  choices.map((entry) => (Array.isArray(entry) && entry.length === 1 ? (entry[0] ?? entry) : entry));

const sameEntry = (a: Ranked, b: Ranked): boolean => {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.length === b.length && new Set(a).isSubsetOf(new Set(b));
};

/** Whether two lists say the same; the order inside a tie says nothing. */
export const sameRanking = (a: readonly Ranked[], b: readonly Ranked[]): boolean =>
  a.length === b.length &&
  a.every((entry, index) => {
    const other = b[index];
    return other !== undefined && sameEntry(entry, other);
  });
