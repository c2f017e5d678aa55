import type { Profile } from './schema.ts';

type Residence = Profile['residences'][number];

/** The usual home has no dates; a stay has. */
export const isHome = ({ from, to }: Residence): boolean => from === undefined && to === undefined;

/** The country of the usual home, else of the first stay. */
export const usualCountry = (residences: readonly Residence[]): string | undefined =>
  (residences.find(isHome) ?? residences[0])?.country;
