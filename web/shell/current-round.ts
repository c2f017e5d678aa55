import type { Result } from '../api/types.ts';

export type PublicRound = Result<'getPublicRound'>;

/** The round that a cycle's participants have to do with: the newest that was not given up. */
export const currentRound = (rounds: readonly PublicRound[]): PublicRound | undefined =>
  rounds
    .filter(({ state }) => state !== 'voided' && state !== 'failed')
    .toSorted((a, b) => b.number - a.number)[0];
