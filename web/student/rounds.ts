import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import type { Cycle } from '../shell/cycle.tsx';
import type { Resource } from '../api/use-resource.ts';

export type Rounds = Result<'listRounds'>;
export type PublicRound = Rounds['items'][number];

const listable: readonly Cycle['phase'][] = ['applying', 'shortlisting', 'ranking'];
/** Whether lists can be ordered in a phase. */
export const canRank = (phase: Cycle['phase']): boolean => listable.includes(phase);

export const useRounds = (): Resource<Rounds> =>
  useResource('listRounds', { params: { cycleId: 'current' } });

const inOrder = (rounds: readonly PublicRound[]): PublicRound[] =>
  rounds
    .filter(({ state }) => state !== 'voided' && state !== 'failed')
    .toSorted(
      (a, b) =>
        Number(a.kind === 'supplementary') - Number(b.kind === 'supplementary') || a.number - b.number,
    );

/** The round that rank lists are for now: the open one, else the latest. */
export const roundToRank = ({ items }: Rounds): PublicRound | undefined => {
  const live = inOrder(items);
  return live.find(({ state }) => state === 'open') ?? live.at(-1);
};

/** Rounds whose results everyone can see, the latest first. */
export const publishedRounds = ({ items }: Rounds): PublicRound[] =>
  inOrder(items)
    .filter(({ state }) => state === 'published')
    .toReversed();
