import type { ApplicationState } from './schema.ts';

/** In these states the student still waits for an answer; a phase cannot end while there are any. */
export const withoutOutcome = [
  'submitted',
  'reviewing',
  'shortlisted',
  'interviewing',
] as const satisfies readonly ApplicationState[];
export const waits = (state: ApplicationState): boolean => withoutOutcome.some((other) => other === state);
