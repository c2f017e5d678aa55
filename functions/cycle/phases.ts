import type { Transitions } from '../transition.ts';

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

/** One step forward; a cycle without supplementary rounds may skip that phase, and one still empty may go a step back. */
export const phaseTransitions: Transitions<Phase> = {
  draft: ['posting'],
  posting: ['applying', 'draft'],
  applying: ['shortlisting'],
  shortlisting: ['ranking'],
  ranking: ['matching'],
  matching: ['confirming', 'ranking'],
  confirming: ['supplementary', 'active'],
  supplementary: ['active'],
  active: ['closed'],
  closed: ['archived'],
  archived: [],
};
