import type { Result } from '../api/types.ts';
import type { Cycle } from '../shell/cycle.tsx';

export type ApplicationState = Result<'getApplicant'>['state'];
type Phase = Cycle['phase'];
/** What a company can make an application; the server's rule decides, this says which buttons to show. */
export type Outcome = 'reviewing' | 'shortlisted' | 'interviewing' | 'rankable' | 'not_selected';

const outcomes: Readonly<Partial<Record<ApplicationState, readonly Outcome[]>>> = {
  submitted: ['shortlisted', 'reviewing', 'not_selected'],
  reviewing: ['shortlisted', 'not_selected'],
  shortlisted: ['rankable', 'interviewing', 'not_selected'],
  interviewing: ['rankable', 'not_selected'],
  rankable: ['not_selected'],
  not_selected: ['reviewing'],
};
/** Until the end of shortlisting; while lists are ranked, only somebody rankable can still be turned down. */
export const outcomesOf = (state: ApplicationState, phase: Phase | undefined): readonly Outcome[] => {
  if (phase === 'applying' || phase === 'shortlisting') return outcomes[state] ?? [];
  return phase === 'ranking' && state === 'rankable' ? ['not_selected'] : [];
};
