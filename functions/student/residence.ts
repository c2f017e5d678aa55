import type { FieldProblem } from '../errors.ts';
import type { Profile } from './schema.ts';

type Residence = Profile['residences'][number];
type Bounds = Pick<Residence, 'from' | 'to'>;

/** The usual home has no dates; a stay has. */
export const isHome = ({ from, to }: Bounds): boolean => from === undefined && to === undefined;

/** The country of the usual home, else of the first stay. */
export const usualCountry = (residences: readonly Residence[]): string | undefined =>
  (residences.find(isHome) ?? residences[0])?.country;

/** The day of a move is the last of one stay and the first of the next. */
const overlap = (one: Bounds, other: Bounds): boolean =>
  (one.from ?? '') < (other.to ?? '9999-12-31') && (other.from ?? '') < (one.to ?? '9999-12-31');

/** Nobody lives in two places at once: the stays that overlap one before them, as the page and the server name them. */
export const overlappingStays = (residences: readonly Bounds[]): FieldProblem[] =>
  residences.flatMap((stay, index) =>
    !isHome(stay) && residences.slice(0, index).some((before) => !isHome(before) && overlap(stay, before))
      ? [{ pointer: `/residences/${index}/from`, reason: 'must not overlap another stay' }]
      : [],
  );
