import type { Cycle } from './cycle.tsx';

/** The phases with announced dates, in their order. */
export const datedPhases = [
  'posting',
  'applying',
  'shortlisting',
  'ranking',
  'matching',
  'confirming',
  'supplementary',
  'active',
] as const satisfies readonly (keyof Cycle['windows'])[];
