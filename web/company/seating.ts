import type { Args, Result } from '../api/types.ts';

export type Seating = Result<'getSeating'>;
export type Plan = Args<'saveSeating'>['body'];
export type Kind = keyof Plan;
export type Entry<K extends Kind> = Seating[K][number];

/** What is saved of a plan that was read. */
export const planOf = ({ groups, reserves, transfers }: Seating): Plan => ({ groups, reserves, transfers });

/** A list with one entry put in its place, or behind the last. */
export const withEntry = <T>(list: readonly T[], index: number, entry: T): T[] =>
  list.toSpliced(index, 1, entry);

export const withoutEntry = (plan: Plan, kind: Kind, index: number): Plan => ({
  ...plan,
  [kind]: plan[kind].toSpliced(index, 1),
});

/** The reserve of the same posting that stands before this one. */
export const before = (reserves: Plan['reserves'], index: number): number =>
  reserves.findLastIndex(({ postingId }, at) => at < index && postingId === reserves[index]?.postingId);

/** A plan in which a reserve has changed places with the one before it of the same posting. */
export const movedUp = (plan: Plan, index: number): Plan => {
  const other = before(plan.reserves, index);
  const [upper, lower] = [plan.reserves[other], plan.reserves[index]];
  if (upper === undefined || lower === undefined) return plan;
  return { ...plan, reserves: plan.reserves.with(other, lower).with(index, upper) };
};
