export const phases = [
  'draft',
  'posting',
  'applying',
  'shortlisting',
  'ranking',
  'matching',
  'confirming',
  'supplementary',
  'active',
  'closed',
  'archived',
] as const;
export type Phase = (typeof phases)[number];

/** The phases with a beginning and an end that are announced. */
export const datedPhases = [
  'posting',
  'applying',
  'shortlisting',
  'ranking',
  'matching',
  'confirming',
  'supplementary',
  'active',
] as const satisfies readonly Phase[];
export type DatedPhase = (typeof datedPhases)[number];
