import type { Transitions } from '../transition.ts';
import type { Phase } from './phases.ts';

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
