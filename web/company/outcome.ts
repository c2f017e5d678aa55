import type { Result } from '../api/types.ts';

export type ApplicationState = Result<'getApplicant'>['state'];
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
export const outcomesOf = (state: ApplicationState): readonly Outcome[] => outcomes[state] ?? [];

const waiting: readonly ApplicationState[] = ['submitted', 'reviewing', 'shortlisted', 'interviewing'];
/** Whether the student still waits for an answer. */
export const waits = (state: ApplicationState): boolean => waiting.includes(state);
